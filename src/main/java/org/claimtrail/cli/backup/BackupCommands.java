package org.claimtrail.cli.backup;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.claimtrail.cli.options.Options;
import org.claimtrail.cli.options.UsageException;
import org.claimtrail.shared.file.DataFiles;
import org.claimtrail.shared.start.CannotStart;

/** The commands {@code backup} and {@code restore} for the embedded database. */
public final class BackupCommands {

    private static final int DONE = 0;
    private static final int FAILED = 1;
    private static final int USAGE = 2;

    private static final String HELP = """
            Usage:
              backup --data DIR --to FILE.zip       copy database, key, anchor file and ledger of a stopped service
              restore --from FILE.zip --data DIR    put the database back; the anchor file and the ledger that are
                                                    there stay, since they may know more than the copy
                --audit-folder DIR                  where keys and anchor file are, when they are not in the data folder
            Exit code: 0 done, 1 not done, 2 usage.""";

    private BackupCommands() {}

    /** Whether these arguments are for here and not for the service. */
    public static boolean knows(String... arguments) {
        return arguments.length > 0 && Set.of("backup", "restore").contains(arguments[0]);
    }

    /**
     * Does what the arguments say.
     *
     * @return the exit code: 0 done, 1 not done, 2 usage
     */
    public static int run(String[] arguments, PrintStream out, PrintStream err) {
        boolean backup = arguments[0].equals("backup");
        try {
            Options options = Options.parse(
                    Arrays.asList(arguments).subList(1, arguments.length),
                    Set.of("data", "audit-folder", backup ? "to" : "from"));
            Path data = Path.of(options.required("data"));
            Path audit = options.one("audit-folder").map(Path::of).orElse(data);
            if (backup || options.one("audit-folder").isPresent()) {
                requireFolder(audit);
            }
            Path zip = Path.of(options.required(backup ? "to" : "from"));
            if (backup) {
                told(zip, new Backup(data, audit).writeTo(zip), out, err);
            } else {
                toldTaken(Restore.from(zip).into(data, audit), err);
                out.println("Restored into " + data + ". Now run: verify --data " + data
                        + (audit.equals(data) ? "" : " --audit-folder " + audit));
            }
            return DONE;
        } catch (UsageException e) {
            err.println(HELP);
            return USAGE;
        } catch (IOException | CannotStart e) {
            err.println(arguments[0] + ": " + e.getMessage());
            return FAILED;
        }
    }

    /**
     * Of a folder that is not mounted a backup would have nothing, and say so too softly; a restore would put an older
     * anchor file in the place of the one that is out of sight.
     */
    private static void requireFolder(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new IOException("there is no folder " + folder);
        }
    }

    /** Says what is in it, since a file that lies elsewhere is missed on the day when the copy is all that there is. */
    private static void told(Path zip, List<String> names, PrintStream out, PrintStream err) {
        out.println("Written: " + zip + ", with " + String.join(", ", names) + ".");
        if (names.contains(DataFiles.LOG_KEY)) {
            out.println("It holds the log's key: keep it where the key may be.");
        }
        List<String> missing = Stream.of(DataFiles.LOG_KEY, DataFiles.ANCHOR)
                .filter(name -> !names.contains(name))
                .toList();
        if (!missing.isEmpty()) {
            err.println("Not in it: " + String.join(", ", missing)
                    + ". If they lie elsewhere, name their folder with --audit-folder, or copy them too.");
        }
    }

    /** An anchor file that lies elsewhere may know more, and would have been heard if it had been found. */
    private static void toldTaken(List<String> names, PrintStream err) {
        List<String> taken = Stream.of(DataFiles.LOG_KEY, DataFiles.ANCHOR)
                .filter(names::contains)
                .toList();
        if (!taken.isEmpty()) {
            err.println("Taken from the backup, since there was none: " + String.join(", ", taken)
                    + ". If the service's own lie elsewhere, they may know more: put them in their place.");
        }
    }
}
