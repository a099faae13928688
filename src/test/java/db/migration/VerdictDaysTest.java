package db.migration;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.claimtrail.support.PostgresServer;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Verdicts of before, out of what was committed. */
class VerdictDaysTest {

    /** Than are looked at in one go. */
    private static final int MORE = 250;

    @TempDir
    Path folder;

    @Test
    void fills_what_was_published_before_in_the_embedded_database() throws SQLException {
        assertFills("jdbc:h2:file:" + folder.resolve("old"), "", "");
    }

    @Test
    void fills_what_was_published_before_on_PostgreSQL() throws SQLException {
        PostgresServer server = PostgresServer.shared();
        assertFills(server.url(server.newDatabase()), PostgresServer.OWNER, PostgresServer.PASSWORD);
    }

    private static void assertFills(String url, String user, String password) throws SQLException {
        migrate(url, user, password, "13");
        try (Connection connection = DriverManager.getConnection(url, user, password)) {
            verdict(connection, "asmt_a", 1, "{\"validFrom\":\"2024-03\",\"validTo\":\"2024\"}");
            verdict(connection, "asmt_a", 3, "{\"changeType\":\"update\",\"validFrom\":\"2025~\"}");
            verdict(connection, "asmt_a", 4, "{\"changeType\":\"correction\"}");
            verdict(connection, "asmt_b", 1, "{}");
            verdict(connection, "asmt_b", 2, "{\"changeType\":\"update\",\"validFrom\":\"2025\"}");
            verdict(connection, "asmt_b", 3, "{\"changeType\":\"retraction\"}");
            verdict(connection, "asmt_b", 4, "{\"changeType\":\"update\",\"validFrom\":\"2026\"}");
            for (int i = 0; i < MORE; i++) {
                verdict(connection, "asmt_c%03d".formatted(i), 1, "{}");
                verdict(
                        connection,
                        "asmt_c%03d".formatted(i),
                        2,
                        "{\"changeType\":\"correction\",\"validFrom\":\"2025\"}");
            }
        }

        migrate(url, user, password, "15");

        try (Connection connection = DriverManager.getConnection(url, user, password)) {
            List<String> rows = rows(connection);
            assertThat(rows)
                    .hasSize(7 + 2 * MORE)
                    .startsWith(
                            "asmt_a 1 2024-03 2024 19783 20088 9999",
                            "asmt_a 3 2025~ null 20089 2147483647 2004",
                            "asmt_a 4 null null -2147483648 2147483647 9999",
                            "asmt_b 1 null null -2147483648 2147483647 2003",
                            "asmt_b 2 2025 null 20089 2147483647 2003",
                            "asmt_b 3 null null -2147483648 2147483647 9999",
                            "asmt_b 4 2026 null 20454 2147483647 9999");
            for (int i = 0; i < MORE; i++) {
                String id = "asmt_c%03d".formatted(i);
                assertThat(rows.subList(7 + 2 * i, 9 + 2 * i))
                        .containsExactly(
                                id + " 1 null null -2147483648 2147483647 2002",
                                id + " 2 2025 null 20089 2147483647 9999");
            }
        }
    }

    private static void migrate(String url, String user, String password, String target) {
        Flyway.configure()
                .dataSource(url, user, password)
                .locations("db/migration")
                .target(target)
                .load()
                .migrate();
    }

    /** Version n is of the year 2000 + n. */
    private static void verdict(Connection connection, String id, int n, String content) throws SQLException {
        String at = "timestamp with time zone '200" + n + "-06-01 00:00:00+00'";
        String event = "event_" + id + n;
        try (Statement statement = connection.createStatement()) {
            statement.execute(
                    "insert into claim_verdict (assessment_id, version, claim_id, assessor, rating, label, change_type,"
                            + " stands, known_from, known_until) values ('" + id + "', " + n
                            + ", 'c', 'a', 'r', 'l', 'none', true, "
                            + at + ", " + at + ")");
            statement.execute("insert into record_version (record_id, n, recorded_at, event_id, tag) values ('" + id
                    + "', " + n + ", " + at + ", '" + event + "', 't')");
        }
        try (PreparedStatement statement = connection.prepareStatement(
                "insert into audit_content (event_id, part, salt, content) values (?, 0, ?, ?)")) {
            statement.setString(1, event);
            statement.setBytes(2, new byte[32]);
            statement.setBytes(3, content.getBytes(StandardCharsets.UTF_8));
            statement.execute();
        }
    }

    private static List<String> rows(Connection connection) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select assessment_id || ' ' || version || ' ' ||"
                        + " coalesce(valid_from, 'null') || ' ' || coalesce(valid_to, 'null') || ' ' || from_day || ' ' ||"
                        + " until_day || ' ' || extract(year from held_until) from claim_verdict"
                        + " order by assessment_id, version")) {
            while (row.next()) {
                rows.add(row.getString(1));
            }
        }
        return rows;
    }
}
