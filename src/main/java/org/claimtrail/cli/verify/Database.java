package org.claimtrail.cli.verify;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.claimtrail.cli.options.Options;
import org.claimtrail.cli.options.UsageException;
import org.claimtrail.shared.file.DataFiles;

/**
 * Opens a database for reading only, and audits it: the log's tables, and beside that the state against the log. Each looks at a
 * snapshot of its own; what they look at is complete in each, since an event and the rows that follow from it are one transaction.
 */
final class Database {

    /** H2: the file is locked by another process. */
    private static final int LOCKED = 90020;

    private Database() {}

    static void verify(Options options, Findings findings) {
        Optional<Path> folder = options.one("data").map(Path::of);
        try (Connection log = open(options, folder);
                Connection state = open(options, folder)) {
            Trust trust = options.has("vkey") ? Trust.in(options.all("vkey")) : Trust.named(keys(log), findings);
            KnownCheckpoints known = new KnownCheckpoints(trust, findings);
            folder.ifPresent(path -> anchor(path.resolve(DataFiles.ANCHOR), known, findings));
            options.all("checkpoints").forEach(path -> known.read(Path.of(path)));
            Findings ofState = new Findings();
            FutureTask<?> stateAudit = inBackground(() -> new StateAudit(state, ofState).audit());
            new LogTables(log, trust, known, findings).audit();
            await(stateAudit);
            findings.add(ofState);
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }

    private static Connection open(Options options, Optional<Path> folder) throws SQLException {
        Connection connection = folder.isPresent() ? embedded(folder.get()) : remote(options);
        connection.setReadOnly(true);
        connection.setAutoCommit(false);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        return connection;
    }

    private interface Audit {
        void audit() throws SQLException;
    }

    private static FutureTask<?> inBackground(Audit audit) {
        FutureTask<?> task = new FutureTask<>(() -> {
            audit.audit();
            return "done";
        });
        Thread thread = new Thread(task, "state-audit");
        thread.setDaemon(true); // where the log cannot be read, nobody waits for the state
        thread.start();
        return task;
    }

    /** What it threw, thrown here. */
    private static void await(FutureTask<?> audit) throws SQLException {
        try {
            audit.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof SQLException failure) {
                throw failure;
            }
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void anchor(Path file, KnownCheckpoints known, Findings findings) {
        if (Files.exists(file)) {
            known.read(file);
            known.endOfAnchor();
        } else {
            findings.problem(
                    DataFiles.ANCHOR, "the anchor file is missing, so nobody can tell whether the end was cut off");
        }
    }

    private static Connection embedded(Path folder) throws SQLException {
        Path file = folder.resolve(DataFiles.DATABASE).toAbsolutePath().normalize();
        if (!Files.isRegularFile(file)) {
            throw new UnreachableException("there is no " + file);
        }
        String name = file.toString().substring(0, file.toString().length() - ".mv.db".length());
        return DriverManager.getConnection("jdbc:h2:file:" + name + ";ACCESS_MODE_DATA=r;IFEXISTS=TRUE");
    }

    private static Connection remote(Options options) throws SQLException {
        Properties login = new Properties();
        options.one("user").ifPresent(user -> login.setProperty("user", user));
        options.one("password-env")
                .map(variable -> Optional.ofNullable(System.getenv(variable))
                        .orElseThrow(() -> new UsageException("--password-env: " + variable + " is not set")))
                .ifPresent(password -> login.setProperty("password", password));
        return DriverManager.getConnection(options.required("jdbc"), login);
    }

    private static UnreachableException unreadable(SQLException failure) {
        return failure.getErrorCode() == LOCKED
                ? new UnreachableException("the database is in use. Stop the service first, or verify it with --url.")
                : new UnreachableException("the database cannot be read: " + failure.getMessage(), failure);
    }

    private static List<String> keys(Connection connection) throws SQLException {
        List<String> vkeys = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select vkey from audit_key order by since, id")) {
            while (rows.next()) {
                vkeys.add(rows.getString(1));
            }
        }
        return vkeys;
    }
}
