package org.claimtrail.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.claimtrail.support.Client;
import org.claimtrail.support.Database;
import org.claimtrail.support.Ended;
import org.claimtrail.support.Launch;
import org.claimtrail.support.Packaged;
import org.claimtrail.support.PostgresServer;
import org.claimtrail.support.ShownOutput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The packaged program on PostgreSQL: what its role may not do, and what keeps it from starting. */
@ExtendWith(ShownOutput.class)
class PostgresIT {

    private static final String NOT_PERMITTED = "42501";

    private static final String NOT_ORDERED_BY_BYTES = "select table_name || '.' || column_name from"
            + " information_schema.columns where table_schema = 'public' and data_type = 'character varying'"
            + " and collation_name is distinct from 'C'";

    /** Without it lists read all that stands now: see afterMigrate.sql. */
    private static final String PLANNED_FOR_ANY_END =
            "select relname from pg_class join pg_attribute on attrelid = pg_class.oid"
                    + " where relkind = 'r' and attname = 'known_until' and attoptions is distinct from '{n_distinct=2}'";

    private final PostgresServer server = PostgresServer.shared();
    private final String database = server.newDatabase();

    @TempDir
    private Path folder;

    @Test
    void its_role_may_not_change_the_log_or_any_table() throws Exception {
        Launch launch = launch();
        try (Packaged service = launch.start()) {
            Client admin = service.admin();
            new TwoDesks(admin).move();
            String erased = admin.all("/v1/agents").get(0).path("id").asText();
            admin.send("POST", Audit.path(erased) + "/erase", "{\"basis\":\"court_order\"}", Map.of("If-Match", "*"))
                    .expect(200);
            try (Connection role = server.connection(database, PostgresServer.SERVICE);
                    Statement statement = role.createStatement()) {
                for (String table :
                        List.of("audit_event", "audit_entry", "audit_tile", "audit_checkpoint", "audit_published")) {
                    statement.executeQuery("select * from " + table).close();
                    refused(statement, "delete from " + table);
                    refused(statement, "truncate " + table);
                    refused(statement, "alter table " + table + " add column more integer");
                    refused(statement, "drop table " + table);
                }
                refused(statement, "update audit_event set actor = 'a:other'");
                refused(statement, "update audit_entry set leaf = hash");
                refused(statement, "update audit_tile set data = root");
                refused(statement, "update audit_checkpoint set note = root");
                refused(statement, "update audit_content set content = salt");
                refused(statement, "update audit_pending set leaf = leaf");
                refused(statement, "delete from log_state");
                refused(statement, "create table more (id integer)");
                refused(statement, "create temporary table more (id integer)");
                refused(statement, "select * from flyway_schema_history");
                assertThat(rows(statement, NOT_ORDERED_BY_BYTES)).isEmpty();
                assertThat(rows(statement, PLANNED_FOR_ANY_END)).isEmpty();
                assertThat(rows(statement, "select 1 where 'aa' > 'z'"))
                        .as("the database's own order is another one")
                        .hasSize(1);
            }
            service.terminate();
            assertThat(service.output()).doesNotContain("who may change the log");
        }

        Ended verified = server.verify(launch, database);
        assertThat(verified.lines()).contains("problems: 0");
        assertThat(verified.code()).isZero();
    }

    @Test
    void starts_with_one_role_for_all_and_says_so() {
        Launch launch = launch().with("QUARKUS_DATASOURCE_USERNAME", PostgresServer.OWNER);
        try (Packaged service = launch.start()) {
            service.admin().get("/v1/claims").expect(200);
            assertThat(service.output()).contains("runs as claimtrail_owner, who may change the log");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"alter database %s set synchronous_commit = off", "alter system set full_page_writes = off"})
    void refuses_a_server_that_answers_too_early(String carelessly) throws Exception {
        server.execute("postgres", String.format(carelessly, database));
        server.execute("postgres", "select pg_reload_conf()");
        try {
            assertExplained(launch().end(), carelessly.replaceFirst(".* set ", ""));
        } finally {
            server.execute("postgres", "alter system reset full_page_writes");
            server.execute("postgres", "select pg_reload_conf()");
        }
    }

    @Test
    void refuses_a_server_that_never_waits_for_the_disk() throws Exception {
        try (EmbeddedPostgres careless =
                PostgresServer.durable().setServerConfig("fsync", "off").start()) {
            PostgresServer other = new PostgresServer(careless.getPort());
            other.makeRoles();

            assertExplained(launch(other.environment(other.newDatabase())).end(), "fsync = off");
        }
    }

    @Test
    void wants_a_key_for_the_log() {
        Ended ended = launch().with(
                        "CLAIMTRAIL_AUDIT_KEY_FILE", folder.resolve("none.p12").toString())
                .end();

        assertExplained(ended, "claimtrail.audit.key.file");
    }

    @Test
    void refuses_a_driver_that_would_commit_each_statement_by_itself() {
        String simple = "-Dquarkus.datasource.jdbc.additional-jdbc-properties.preferQueryMode=simple";

        assertExplained(launch().option(simple).end(), "preferQueryMode=simple");
    }

    @Test
    void says_that_no_server_answers() {
        Ended ended = launch().with("QUARKUS_DATASOURCE_JDBC_URL", "jdbc:postgresql://localhost:1/claimtrail")
                .end();

        assertExplained(ended, "localhost:1");
    }

    private Launch launch() {
        return launch(server.environment(database));
    }

    private Launch launch(Map<String, String> environment) {
        return Launch.in(folder).on(Database.POSTGRESQL).with(environment);
    }

    private static List<String> rows(Statement statement, String query) throws SQLException {
        List<String> found = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }

    private static void refused(Statement statement, String sql) {
        assertThatThrownBy(() -> statement.execute(sql))
                .as(sql)
                .isInstanceOfSatisfying(
                        SQLException.class,
                        refusal -> assertThat(refusal.getSQLState()).isEqualTo(NOT_PERMITTED));
    }

    private static void assertExplained(Ended ended, String words) {
        assertThat(ended.code()).as(ended.toString()).isNotZero();
        assertThat(ended.reasons()).as(ended.toString()).hasSize(1);
        assertThat(ended.reasons().get(0)).contains(words);
        assertThat(ended.noise()).as(ended.toString()).isEmpty();
    }
}
