package org.claimtrail.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.claimtrail.support.Database;

/**
 * Where the log is killed. The program knows nothing of it: an agent puts {@code kill -9} at the place, which strikes when a
 * file of the point's name appears in the folder.
 */
enum CrashPoint {
    BEFORE_ENTRIES_COMMIT("Sequencer", "takeBatch", "AT EXIT"),
    AFTER_ENTRIES_COMMIT("Publisher", "sign", "AT ENTRY"),
    AFTER_SIGNING("LogKeys", "sign", "AT EXIT"),
    BEFORE_CHECKPOINT_COMMIT("CheckpointTables", "insertSigned", "AT EXIT"),
    AFTER_CHECKPOINT_COMMIT("LogDatabase", "sync", "AT ENTRY"),
    BEFORE_ANCHOR("Anchor", "append", "AT ENTRY"),
    WITHIN_ANCHOR("Anchor", "append", "AFTER INVOKE truncate"),
    AFTER_ANCHOR("Anchor", "append", "AT EXIT"),
    BEFORE_PUBLISHED_COMMIT("CheckpointTables", "insertPublished", "AT EXIT"),
    AFTER_PUBLISHED_COMMIT("Publisher", "expose", "AT EXIT");

    private final String type;
    private final String method;
    private final String where;

    CrashPoint(String type, String method, String where) {
        this.type = type;
        this.method = method;
        this.where = where;
    }

    /** All of them; on PostgreSQL those beside commits, since the key and the files are the same for both databases. */
    static List<CrashPoint> of(Database database) {
        return Arrays.stream(values())
                .filter(point -> database == Database.H2 || point.name().endsWith("_COMMIT"))
                .toList();
    }

    /** The option of the Java machine that prepares all points. */
    static String agent(Path folder) {
        writeScript(folder);
        String rules = Arrays.stream(values()).map(point -> point.rule(folder)).collect(Collectors.joining("\n"));
        return Rules.agent(folder, "crash", rules);
    }

    /** From now on the process dies where this is. */
    void arm(Path folder) {
        try {
            Files.createFile(folder.resolve(name()));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    void disarm(Path folder) {
        try {
            Files.delete(folder.resolve(name()));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The shell's own {@code kill}: the command of that name is in a package that a bare machine lacks. */
    private static void writeScript(Path folder) {
        try {
            Files.writeString(script(folder), "kill -9 \"$1\"\n");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Path script(Path folder) {
        return folder.resolve("kill.sh");
    }

    private String rule(Path folder) {
        return String.join(
                "\n",
                "RULE " + name(),
                "CLASS org.claimtrail.audit.log." + type,
                "METHOD " + method,
                where,
                "BIND armed:java.io.File = new java.io.File(\"" + folder.resolve(name()) + "\")",
                "IF armed.exists()",
                "DO Runtime.getRuntime().exec(\"sh " + script(folder)
                        + " \" + ProcessHandle.current().pid()), delay(60000)",
                "ENDRULE",
                "");
    }
}
