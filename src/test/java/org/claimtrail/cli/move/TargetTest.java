package org.claimtrail.cli.move;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Into which databases a ledger is moved, and what a run finds of the one before it. */
class TargetTest {

    private static final String ROW = "insert into witness_log values ('of another ledger', 1, '')";

    @TempDir
    private Path folder;

    private Databases databases;

    @BeforeEach
    void migrate() throws SQLException {
        databases = Databases.in(folder);
    }

    @Test
    void tables_that_only_the_migrations_have_filled_are_empty() throws Exception {
        try (Target target = open()) {
            assertThatCode(target::requireEmpty).doesNotThrowAnyException();
            assertThat(target.mark()).isEmpty();
        }
    }

    @Test
    void refuses_a_database_with_a_row_and_leaves_the_row() throws Exception {
        databases.execute(ROW);
        try (Target target = open()) {
            List<Table> tables = Schema.tables(target.connection());

            assertThatThrownBy(target::requireEmpty).hasMessageContaining("witness_log");
            assertThatThrownBy(() -> target.begin(tables, new Mark("log", "state")))
                    .as("a row that came later")
                    .hasMessageContaining("witness_log");
            target.connection().rollback();
            assertThat(rows(target)).isEqualTo(1);
        }
    }

    @Test
    void a_second_run_finds_the_mark_of_the_first_and_may_begin_again() throws Exception {
        Mark first = new Mark("log", "state");
        try (Target target = open()) {
            target.begin(Schema.tables(target.connection()), first);
            Databases.execute(target.connection(), ROW);
            target.connection().commit();
        }

        try (Target target = open()) {
            assertThat(target.mark()).contains(first);
            Mark second = new Mark("log", "state after another write");
            target.begin(Schema.tables(target.connection()), second);

            assertThat(rows(target)).isZero();
            assertThat(target.mark()).contains(second);
            target.end();
            assertThat(target.mark()).isEmpty();
        }
    }

    @Test
    void belongs_to_one_move_at_a_time() throws Exception {
        try (Target target = open()) {
            assertThat(target.mark()).isEmpty();
            assertThatThrownBy(this::open).hasMessageContaining("another move into this database is running");
        }
    }

    @Test
    void nobody_reads_while_it_begins() throws Exception {
        try (Target target = open();
                Connection reader = databases.server()) {
            reader.setAutoCommit(false);
            Databases.execute(reader, "select * from claim");

            assertThatThrownBy(() -> target.begin(Schema.tables(target.connection()), new Mark("log", "state")))
                    .hasMessageContaining("lock timeout");
        }
    }

    private Target open() throws SQLException {
        return Target.open(databases.url(), databases.owner());
    }

    private static long rows(Target target) throws SQLException {
        return new Table("witness_log", List.of(new Column("origin", Kind.TEXT))).count(target.connection());
    }
}
