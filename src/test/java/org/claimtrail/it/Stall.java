package org.claimtrail.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/** A database that stalls: every statement, once there is a file, sleeps until the time that the file is dated to. */
final class Stall {

    private static final List<String> METHODS = List.of("executeQuery", "executeUpdate", "execute");

    private Stall() {}

    /** The option of the Java machine that prepares it. */
    static String agent(Path folder) {
        return Rules.agent(
                folder,
                "stall",
                METHODS.stream().map(method -> rule(folder, method)).collect(Collectors.joining("\n")));
    }

    /** From now on, for so long. */
    static void begin(Path folder, Duration length) {
        try {
            Path file = Files.createTempFile(folder, "stall", "");
            Files.setLastModifiedTime(file, FileTime.from(Instant.now().plus(length)));
            Files.move(file, file(folder));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path file(Path folder) {
        return folder.resolve("stalled");
    }

    private static String rule(Path folder, String method) {
        return String.join(
                "\n",
                "RULE " + method,
                "CLASS org.h2.jdbc.JdbcPreparedStatement",
                "METHOD " + method,
                "AT ENTRY",
                "BIND file:java.io.File = new java.io.File(\"" + file(folder) + "\"),"
                        + " left:long = file.lastModified() - System.currentTimeMillis()",
                "IF left > 0",
                "DO delay(left)",
                "ENDRULE",
                "");
    }
}
