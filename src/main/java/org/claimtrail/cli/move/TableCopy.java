package org.claimtrail.cli.move;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * Copies a table. What an earlier run has brought over is the beginning of it, since the source has one order and each
 * batch is committed whole: how many rows the target has says where to go on.
 */
final class TableCopy implements AutoCloseable {

    private static final int ROWS = 1000;
    private static final long OCTETS = 4 << 20;

    private final Table table;
    private final Connection target;
    private final Progress progress;
    private final PreparedStatement insert;
    private final Contents contents = new Contents();
    private final long done;
    private int rows;
    private long octets;

    TableCopy(Table table, Connection target, Progress progress) throws SQLException {
        this.table = table;
        this.target = target;
        this.progress = progress;
        this.done = table.count(target);
        this.insert = target.prepareStatement(table.insert());
    }

    /** Copies what is missing, and gives the contents of the whole table as they are in the source. */
    Contents from(Source source) throws SQLException {
        try {
            source.each(table, this::take);
            flush();
            return contents;
        } catch (SQLException e) {
            throw NotMovedException.refused("the table " + table.name(), e);
        }
    }

    private void take(@Nullable Object[] row) throws SQLException {
        contents.add(row);
        boolean isNew = contents.rows() > done;
        if (isNew) {
            add(row);
        }
        progress.row(isNew);
    }

    private void add(@Nullable Object[] row) throws SQLException {
        for (int i = 0; i < row.length; i++) {
            insert.setObject(i + 1, row[i]);
            octets += size(row[i]);
        }
        insert.addBatch();
        if (++rows == ROWS || octets > OCTETS) {
            flush();
        }
    }

    private void flush() throws SQLException {
        insert.executeBatch();
        target.commit();
        rows = 0;
        octets = 0;
    }

    private static int size(@Nullable Object value) {
        if (value instanceof byte[] bytes) {
            return bytes.length;
        }
        return value instanceof String text ? text.length() : 0;
    }

    @Override
    public void close() throws SQLException {
        insert.close();
    }
}
