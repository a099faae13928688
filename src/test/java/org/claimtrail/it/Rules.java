package org.claimtrail.it;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jboss.byteman.agent.Main;

/** Rules for what a program does beside what is written in it, of which it knows nothing (Byteman). */
final class Rules {

    private Rules() {}

    /** The option of the Java machine that puts rules in force; they are written into a file in the folder. */
    static String agent(Path folder, String name, String rules) {
        try {
            Path script = Files.writeString(folder.resolve(name + ".btm"), rules);
            Path jar = Path.of(Main.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            return "-javaagent:" + jar + "=boot:" + jar + ",script:" + script;
        } catch (IOException | URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
