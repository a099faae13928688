package org.claimtrail.cli.move;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.TreeSet;
import org.claimtrail.cli.verify.Audited;
import org.claimtrail.cli.verify.Database;
import org.claimtrail.shared.file.DataFiles;
import org.claimtrail.shared.file.OwnerFile;

/**
 * The embedded database of a stopped service. It is opened for reading only, so nothing in it changes; while it is open, no
 * service can start on it.
 */
final class Source implements AutoCloseable {

    /** That of the file. It is the same in each run, since nobody has written in between. */
    private static final String ORDER = " order by _rowid_";

    private final Path folder;
    private final Connection connection;

    private Source(Path folder, Connection connection) {
        this.folder = folder;
        this.connection = connection;
    }

    static Source open(Path folder) throws SQLException {
        try {
            return new Source(folder, Database.embedded(folder));
        } catch (SQLException e) {
            if (Database.isInUse(e)) {
                throw new NotMovedException("the database in " + folder + " is in use. Stop the service first.");
            }
            throw e;
        }
    }

    Connection connection() {
        return connection;
    }

    /** Gives each row in an order that is always the same. */
    void each(Table table, Table.Rows rows) throws SQLException {
        // Row by row out of the file; H2 would otherwise collect all of them first.
        execute("set lazy_query_execution true");
        table.each(connection, ORDER, rows);
        execute("set lazy_query_execution false");
    }

    /** The versions of the migrations that it has. */
    Set<String> versions() throws SQLException {
        Set<String> versions = new TreeSet<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select \"version\" from \"flyway_schema_history\""
                        + " where \"success\" and \"version\" is not null")) {
            while (rows.next()) {
                versions.add(rows.getString(1));
            }
        }
        return versions;
    }

    /** What tells it from another ledger, and from what it was before a service wrote to it again. */
    Mark mark(Audited found) throws SQLException, IOException {
        Path file = folder.resolve(DataFiles.DATABASE);
        String state = Files.size(file) + " bytes of " + Files.getLastModifiedTime(file) + ", " + found.entries()
                + " entries, root " + found.root();
        return new Mark(text("select vkey from audit_key order by since, id limit 1"), state);
    }

    /** The name under which the log goes on. */
    String origin() throws SQLException {
        String vkey = text("select vkey from audit_key order by since desc, id desc limit 1");
        return vkey.substring(0, vkey.indexOf('+'));
    }

    /** Refuses a ledger that lives elsewhere, and a folder that could not say so afterwards. */
    void requireNotMoved() {
        Path mark = folder.resolve(DataFiles.MOVED);
        if (!Files.isWritable(folder)) {
            throw new NotMovedException("the folder " + folder + " may only be read by this user");
        }
        if (Files.exists(mark)) {
            throw new NotMovedException("the ledger in " + folder + " was moved before, as " + mark + " says");
        }
    }

    /** From here on no service starts in this folder. */
    void markMoved(Audited moved) throws IOException {
        String text = "This ledger was moved to PostgreSQL, with " + moved.entries() + " entries and the root "
                + moved.root()
                + ".\nThe service does not start here any more: whatever it signed would be another history"
                + " of the same log.\nIf nothing has been written on PostgreSQL and the database there is gone, delete this"
                + " file to go on here.\n";
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        OwnerFile.replace(folder.resolve(DataFiles.MOVED), out -> out.write(bytes));
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    private String text(String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            if (!row.next()) {
                throw new NotMovedException("the database in " + folder + " holds no log");
            }
            return row.getString(1);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
