package org.claimtrail.cli.move;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.claimtrail.cli.options.Options;
import org.claimtrail.cli.options.UsageException;
import org.claimtrail.cli.verify.Database;
import org.claimtrail.cli.verify.UnreachableException;
import org.claimtrail.shared.file.DataFiles;

/** The command {@code move}. */
public final class MoveCommand {

    private static final int DONE = 0;
    private static final int FAILED = 1;
    private static final int USAGE = 2;

    private static final String NAME = "move";
    private static final String POSTGRESQL = "jdbc:postgresql:";
    private static final Set<String> OPTIONS =
            Set.of("data", "audit-folder", "to-jdbc", "to-folder", "user", "password-env", "vkey");

    private static final String HELP = """
            Usage:
              move --data DIR --to-jdbc URL --to-folder DIR [--user NAME] [--password-env VARIABLE]
                                    move the ledger of a stopped service from the embedded database to an empty one on
                                    PostgreSQL, as its owner, and keys, anchor file and ledger of erasures to a folder;
                                    broken off, the same command goes on
                --audit-folder DIR  where keys and anchor file are, when they are not in the data folder
                --vkey KEY          the log's public key, kept since it was published; may be given again
            Exit code: 0 moved and checked, 1 not moved, 2 usage.""";

    private MoveCommand() {}

    /** Whether these arguments are for here and not for the service. */
    public static boolean knows(String... arguments) {
        return arguments.length > 0 && arguments[0].equals(NAME);
    }

    /**
     * Does what the arguments say.
     *
     * @return the exit code: 0 moved and checked, 1 not moved, 2 usage
     */
    public static int run(String[] arguments, PrintStream out, PrintStream err) {
        try {
            Request request = request(Options.parse(Arrays.asList(arguments).subList(1, arguments.length), OPTIONS));
            Moved moved = new Move(request, err).run();
            explain(moved, request, err);
            out.println(moved.json());
            return DONE;
        } catch (UsageException e) {
            err.println(NAME + ": " + e.getMessage());
            err.println(HELP);
            return USAGE;
        } catch (NotMovedException | UnreachableException | IOException e) {
            return failed(String.valueOf(e.getMessage()), err);
        } catch (SQLException e) {
            return failed(
                    String.valueOf(
                            NotMovedException.refused("a database answers", e).getMessage()),
                    err);
        }
    }

    private static int failed(String why, PrintStream err) {
        err.println(NAME + ": " + why);
        return FAILED;
    }

    private static Request request(Options options) {
        Path data = path(options.required("data"));
        Path target = path(options.required("to-folder"));
        String url = options.required("to-jdbc");
        if (!url.startsWith(POSTGRESQL)) {
            throw new UsageException("--to-jdbc begins with " + POSTGRESQL);
        }
        if (target.equals(data)) {
            throw new UsageException("--to-folder is another folder than --data");
        }
        List<Path> folders = Stream.concat(options.one("audit-folder").stream().map(MoveCommand::path), Stream.of(data))
                .toList();
        return new Request(data, new Beside(folders, target), url, Database.login(options), options.all("vkey"));
    }

    private static Path path(String text) {
        return Path.of(text).toAbsolutePath().normalize();
    }

    private static void explain(Moved moved, Request request, PrintStream err) {
        Path folder = request.beside().target();
        err.println("Moved and checked. Start the PostgreSQL distribution with CLAIMTRAIL_AUDIT_ORIGIN="
                + moved.origin() + " and with " + folder + " as CLAIMTRAIL_AUDIT_FOLDER and CLAIMTRAIL_DATA_DIR.");
        if (!moved.files().contains(DataFiles.LOG_KEY)) {
            err.println("The log's key was not there: give the service the one that it had.");
        }
        err.println("No service starts on " + request.data() + " any more (" + DataFiles.MOVED
                + "). What it holds stays readable there: delete it when the new database is backed up.");
    }
}
