package org.claimtrail.cli.move;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;

/** The database on PostgreSQL, which from the first row to the end of the check belongs to one move. */
final class Target implements AutoCloseable {

    private static final long LOCK = 4_841_273;
    private static final String NOT_AVAILABLE = "55P03";

    private final Connection connection;

    private Target(Connection connection) {
        this.connection = connection;
    }

    /**
     * Opens it for this move alone.
     *
     * @throws NotMovedException when another one is on its way
     */
    static Target open(String url, Properties login) throws SQLException {
        Properties properties = new Properties();
        properties.putAll(login);
        properties.setProperty("reWriteBatchedInserts", "true");
        Connection connection = DriverManager.getConnection(url, properties);
        connection.setAutoCommit(false);
        Target target = new Target(connection);
        target.execute("set lock_timeout = 2000");
        target.lock();
        // The disk has it all with the last commit; until then a power cut takes the end of what was copied, no more.
        target.execute("set synchronous_commit = off");
        connection.commit();
        return target;
    }

    /** Waits a moment for the last statement of a run that was killed. */
    private void lock() throws SQLException {
        try {
            execute("select pg_advisory_lock(" + LOCK + ")");
        } catch (SQLException e) {
            connection.close();
            if (!NOT_AVAILABLE.equals(e.getSQLState())) {
                throw e;
            }
            throw new NotMovedException("another move into this database is running");
        }
    }

    Connection connection() {
        return connection;
    }

    /** Which move has begun here; empty when none has. */
    Optional<Mark> mark() throws SQLException {
        if (!is("select to_regclass('" + Mark.TABLE + "') is not null")) {
            return Optional.empty();
        }
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select log, source from " + Mark.TABLE)) {
            return row.next() ? Optional.of(new Mark(row.getString(1), row.getString(2))) : Optional.empty();
        }
    }

    /**
     * Refuses a database in which there is anything but what the migrations put there.
     *
     * @throws NotMovedException naming a table
     */
    void requireEmpty() throws SQLException {
        for (Table table : Schema.tables(connection)) {
            // Its one row says that the tree has no leaf.
            String rows = table.name().equals("log_state") ? " where size > 0" : "";
            if (is("select exists (select 1 from " + table.name() + rows + ")")) {
                throw new NotMovedException(
                        "the target holds other data (in " + table.name() + "). Move into an empty database.");
            }
        }
    }

    /** Empties the tables and marks the database, in one step. What is lost by that was copied by an earlier run. */
    void begin(List<Table> tables, Mark mark) throws SQLException {
        boolean anew = mark().isPresent();
        String names = tables.stream().map(Table::name).collect(Collectors.joining(", "));
        execute("lock table " + names);
        if (!anew) {
            requireEmpty();
        }
        execute("truncate " + names);
        execute("create table if not exists " + Mark.TABLE + " (log text not null, source text not null)");
        execute("delete from " + Mark.TABLE);
        try (PreparedStatement insert = connection.prepareStatement("insert into " + Mark.TABLE + " values (?, ?)")) {
            insert.setString(1, mark.log());
            insert.setString(2, mark.source());
            insert.executeUpdate();
        }
        connection.commit();
    }

    /** Gives the database to the service. All that was written before is on the disk when this returns. */
    void end() throws SQLException {
        execute("set local synchronous_commit = on");
        execute("drop table " + Mark.TABLE);
        connection.commit();
    }

    /** Without it, the server would plan the first questions as for empty tables. */
    void analyze() throws SQLException {
        execute("analyze");
        connection.commit();
    }

    @Override
    public void close() throws SQLException {
        connection.rollback();
        connection.close();
    }

    private boolean is(String question) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(question)) {
            row.next();
            return row.getBoolean(1);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
