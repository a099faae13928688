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
import org.claimtrail.cli.options.Options;
import org.claimtrail.cli.options.UsageException;
import org.claimtrail.shared.file.DataFiles;

/** Opens a database for reading only, and audits it: the log's tables, and the state against the log. */
public final class Database {

    /** H2: the file is locked by another process. */
    private static final int LOCKED = 90020;

    private Database() {}

    static void verify(Options options, Findings findings) {
        Optional<Path> folder = options.one("data").map(Path::of);
        List<Path> checkpoints =
                options.all("checkpoints").stream().map(Path::of).toList();
        try (Connection log = open(options, folder);
                Connection state = open(options, folder)) {
            StateThread beside = StateThread.start(state);
            Optional<Path> anchor = options.one("audit-folder")
                    .map(Path::of)
                    .or(() -> folder)
                    .map(path -> path.resolve(DataFiles.ANCHOR));
            audit(log, options.all("vkey"), anchor, checkpoints, findings);
            findings.add(beside.found());
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }

    private static Connection open(Options options, Optional<Path> folder) throws SQLException {
        Connection connection = folder.isPresent()
                ? embedded(folder.get())
                : DriverManager.getConnection(options.required("jdbc"), login(options));
        connection.setReadOnly(true);
        inOneSnapshot(connection);
        return connection;
    }

    private static void inOneSnapshot(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
    }

    /** First the log, then the state. Gives the tables of the log, read to their end. */
    static LogTables audit(Connection connection, List<String> vkeys, Path anchor, Findings findings)
            throws SQLException {
        inOneSnapshot(connection);
        LogTables log = audit(connection, vkeys, Optional.of(anchor), List.of(), findings);
        new StateAudit(connection, findings).audit();
        return log;
    }

    private static LogTables audit(
            Connection connection, List<String> vkeys, Optional<Path> anchor, List<Path> checkpoints, Findings findings)
            throws SQLException {
        Trust trust = vkeys.isEmpty() ? Trust.named(keys(connection), findings) : Trust.in(vkeys);
        KnownCheckpoints known = new KnownCheckpoints(trust, findings);
        anchor.ifPresent(file -> anchor(file, known, findings));
        checkpoints.forEach(known::read);
        LogTables log = new LogTables(connection, trust, known, findings);
        log.audit();
        return log;
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

    /** The embedded database of a stopped service, read-only; nobody else can write to it until it is closed. */
    public static Connection embedded(Path folder) throws SQLException {
        Path file = folder.resolve(DataFiles.DATABASE).toAbsolutePath().normalize();
        if (!Files.isRegularFile(file)) {
            throw new UnreachableException("there is no " + file);
        }
        String name = file.toString().substring(0, file.toString().length() - ".mv.db".length());
        return DriverManager.getConnection("jdbc:h2:file:" + name + ";ACCESS_MODE_DATA=r;IFEXISTS=TRUE");
    }

    /** Whether {@link #embedded} failed because a service has the database open. */
    public static boolean isInUse(SQLException failure) {
        return failure.getErrorCode() == LOCKED;
    }

    /** Who logs in, as the options {@code user} and {@code password-env} say. */
    public static Properties login(Options options) {
        Properties login = new Properties();
        options.one("user").ifPresent(user -> login.setProperty("user", user));
        options.one("password-env")
                .map(variable -> Optional.ofNullable(System.getenv(variable))
                        .orElseThrow(() -> new UsageException("--password-env: " + variable + " is not set")))
                .ifPresent(password -> login.setProperty("password", password));
        return login;
    }

    private static UnreachableException unreadable(SQLException failure) {
        return isInUse(failure)
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
