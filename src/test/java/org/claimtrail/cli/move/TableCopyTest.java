package org.claimtrail.cli.move;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A table that a later migration might add, with every kind of column and a key in free text, from H2 to PostgreSQL. */
class TableCopyTest {

    private static final int ROWS = 2_500;
    private static final int BATCH = 1_000;

    /** Behind U+FFFD for PostgreSQL, which compares UTF-8, and before it for H2, which compares UTF-16. */
    private static final String BEYOND = "\ud83d\ude00";

    @TempDir
    private Path folder;

    private Databases databases;

    @BeforeEach
    void fill() throws Exception {
        databases = Databases.in(folder);
        databases.execute("create table later (word varchar(40) not null primary key, n integer, big bigint,"
                + " score double precision, stands boolean, bytes bytea, at timestamp(6) with time zone)");
        try (Connection h2 = databases.embedded();
                PreparedStatement insert = h2.prepareStatement("insert into later values (?, ?, ?, ?, ?, ?, ?)")) {
            for (int i = 0; i < ROWS; i++) {
                insert.setString(1, (i % 2 == 0 ? BEYOND : "\ufffd") + i);
                boolean isEmpty = i % 7 == 0;
                insert.setObject(2, isEmpty ? null : Integer.MIN_VALUE + i);
                insert.setObject(3, isEmpty ? null : Long.MAX_VALUE - i);
                insert.setObject(4, isEmpty ? null : 0.1 * i);
                insert.setObject(5, isEmpty ? null : i % 3 == 0);
                insert.setBytes(6, isEmpty ? null : new byte[] {0, (byte) i, '\\', -1});
                insert.setObject(7, isEmpty ? null : instant(i));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /** With microseconds, at the end of time and in another zone. */
    private static OffsetDateTime instant(int i) {
        return OffsetDateTime.of(9999, 12, 31, 23, 59, 59, 999_999_000, ZoneOffset.UTC)
                .minusSeconds(i)
                .withOffsetSameInstant(ZoneOffset.ofHours(i % 12));
    }

    @Test
    void brings_every_kind_of_value_over_as_it_is() throws Exception {
        try (Source source = Source.open(folder);
                Target target = target()) {
            Contents copied = copy(source, target);

            assertThat(copied.rows()).isEqualTo(ROWS);
            assertThat(copied.isSameAs(there(target))).isTrue();
            Databases.execute(target.connection(), "update later set score = score + 1e-15 where n = -2147483647");
            assertThat(copied.isSameAs(there(target)))
                    .as("a bit is another one")
                    .isFalse();
        }
    }

    @Test
    void goes_on_behind_the_last_batch_that_is_there() throws Exception {
        try (Source source = Source.open(folder);
                Target target = target()) {
            int breaking = Integer.MIN_VALUE + 2 * BATCH + 148;
            Databases.execute(
                    target.connection(), "alter table later add constraint broken check (n <> " + breaking + ")");
            target.connection().commit();

            assertThatThrownBy(() -> copy(source, target))
                    .isInstanceOf(NotMovedException.class)
                    .hasMessageContaining("the table later: ERROR: ")
                    .hasMessageNotContaining("insert");
            target.connection().rollback();
            assertThat(there(target).rows()).isEqualTo(2 * BATCH);

            Databases.execute(target.connection(), "alter table later drop constraint broken");
            Contents copied = copy(source, target);

            assertThat(copied.rows()).isEqualTo(ROWS);
            assertThat(copied.isSameAs(there(target))).isTrue();
        }
    }

    private Target target() throws SQLException {
        return Target.open(databases.url(), databases.owner());
    }

    private static Contents copy(Source source, Target target) throws SQLException {
        Progress progress = new Progress(new PrintStream(new ByteArrayOutputStream()), System::nanoTime, ROWS);
        try (TableCopy copy = new TableCopy(later(source), target.connection(), progress)) {
            return copy.from(source);
        }
    }

    private static Contents there(Target target) throws SQLException {
        Contents there = new Contents();
        Schema.tables(target.connection()).stream()
                .filter(table -> table.name().equals("later"))
                .findFirst()
                .orElseThrow()
                .each(target.connection(), "", there::add);
        return there;
    }

    private static Table later(Source source) throws SQLException {
        return Schema.tables(source.connection()).stream()
                .filter(table -> table.name().equals("later"))
                .findFirst()
                .orElseThrow();
    }
}
