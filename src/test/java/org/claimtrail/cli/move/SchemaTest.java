package org.claimtrail.cli.move;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every table that the migrations make can be moved; whoever adds one that cannot be learns it here. */
class SchemaTest {

    @TempDir
    private Path folder;

    @Test
    void all_tables_of_one_database_are_those_of_the_other() throws Exception {
        Databases databases = Databases.in(folder);
        try (Connection h2 = databases.embedded();
                Connection postgresql = databases.server()) {
            List<Table> here = Schema.tables(h2);
            Map<String, Table> there =
                    Schema.tables(postgresql).stream().collect(Collectors.toMap(Table::name, Function.identity()));

            assertThat(here).hasSizeGreaterThan(25).hasSameSizeAs(there.keySet());
            assertThat(here).allMatch(table -> table.isLike(there.get(table.name())));
            for (Connection connection : List.of(h2, postgresql)) {
                assertThat(first(connection, "select count(*) from information_schema.sequences"))
                        .as("what counts by itself would begin at 1 again")
                        .isZero();
            }
        }
    }

    @Test
    void a_table_comes_behind_those_that_its_keys_lead_to() throws Exception {
        try (Connection h2 = empty()) {
            Databases.execute(h2, "create table b_whole (id int primary key, of int references b_whole (id))");
            Databases.execute(h2, "create table a_part (id int primary key, whole int references b_whole (id))");
            Databases.execute(h2, "create table \"flyway_schema_history\" (id int)");

            assertThat(Schema.tables(h2)).extracting(Table::name).containsExactly("b_whole", "a_part");
        }
    }

    @Test
    void refuses_what_counts_by_itself_and_types_that_nobody_has_thought_about() throws Exception {
        try (Connection h2 = empty()) {
            Databases.execute(h2, "create table t (id integer generated always as identity)");
            assertThatThrownBy(() -> Schema.tables(h2)).hasMessageContaining("t.id counts by itself");

            Databases.execute(h2, "drop table t");
            Databases.execute(h2, "create table t (days interval day)");
            assertThatThrownBy(() -> Schema.tables(h2)).hasMessageContaining("t.days is of the type INTERVAL DAY");
        }
    }

    private Connection empty() throws Exception {
        return DriverManager.getConnection("jdbc:h2:file:" + folder.resolve("empty"));
    }

    private static int first(Connection connection, String query) throws Exception {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getInt(1);
        }
    }
}
