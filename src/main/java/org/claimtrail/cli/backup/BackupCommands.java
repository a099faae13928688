package org.claimtrail.cli.backup;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import org.claimtrail.cli.options.Options;
import org.claimtrail.cli.options.UsageException;

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
                    Arrays.asList(arguments).subList(1, arguments.length), Set.of("data", backup ? "to" : "from"));
            Path data = Path.of(options.required("data"));
            if (backup) {
                Path zip = Path.of(options.required("to"));
                Backup.of(data).writeTo(zip);
                out.println("Written: " + zip + ". It holds the log's key: keep it where the key may be.");
            } else {
                Restore.from(Path.of(options.required("from"))).into(data);
                out.println("Restored into " + data + ". Now run: verify --data " + data);
            }
            return DONE;
        } catch (UsageException e) {
            err.println(HELP);
            return USAGE;
        } catch (IOException e) {
            err.println(arguments[0] + ": " + e.getMessage());
            return FAILED;
        }
    }
}
