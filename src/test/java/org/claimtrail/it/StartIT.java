package org.claimtrail.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.claimtrail.support.Client;
import org.claimtrail.support.Ended;
import org.claimtrail.support.Launch;
import org.claimtrail.support.Packaged;
import org.claimtrail.support.ShownOutput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Starting and stopping: what keeps it from starting is said in one line, and stopping loses nothing. */
@ExtendWith(ShownOutput.class)
class StartIT {

    private static final String FOLDER = "CLAIMTRAIL_DATA_DIR";

    @TempDir
    private Path folder;

    @Test
    void says_that_the_port_is_taken() throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Ended ended = Launch.in(folder).port(other.getLocalPort()).end();

            assertExplained(ended, Integer.toString(other.getLocalPort()), "QUARKUS_HTTP_PORT");
            assertThat(ended.lines())
                    .as("a key of a service that never ran")
                    .noneMatch(line -> line.startsWith("clt_"));
        }
    }

    @Test
    void says_that_a_port_is_no_number() {
        Ended ended = Launch.in(folder).with("QUARKUS_HTTP_PORT", "eighty").end();

        assertExplained(ended, "eighty");
    }

    @Test
    void says_that_a_port_is_out_of_range() {
        Ended ended = Launch.in(folder).port(65536).end();

        assertExplained(ended, "65536");
    }

    @Test
    void says_that_the_data_folder_lies_below_a_file() throws Exception {
        Path file = Files.createFile(folder.resolve("file"));

        Ended ended =
                Launch.in(folder).with(FOLDER, file.resolve("data").toString()).end();

        assertExplained(ended, file.resolve("data").toString(), FOLDER);
    }

    @Test
    void says_that_the_data_folder_may_not_be_written_to() throws Exception {
        Path readOnly = Files.createDirectory(folder.resolve("read-only"));
        Files.setPosixFilePermissions(readOnly, PosixFilePermissions.fromString("r-xr-xr-x"));
        assumeFalse(Files.isWritable(readOnly), "Skipped: this user may write everywhere");

        Ended ended = Launch.in(folder).with(FOLDER, readOnly.toString()).end();

        assertExplained(ended, readOnly.toString(), FOLDER);
    }

    @Test
    void says_that_the_database_is_of_a_newer_program() throws Exception {
        Launch launch = Launch.in(folder);
        try (Packaged service = launch.start()) {
            service.terminate();
        }
        execute("insert into \"flyway_schema_history\" (\"installed_rank\", \"version\", \"description\", \"type\","
                + " \"script\", \"checksum\", \"installed_by\", \"execution_time\", \"success\")"
                + " values (1000, '1000', 'later', 'SQL', 'V1000__later.sql', 1, '', 1, true)");

        Ended ended = launch.end();

        assertExplained(ended, "newer");
    }

    @Test
    void says_that_the_database_is_no_database() throws Exception {
        Files.createDirectories(folder.resolve("data"));
        Files.writeString(folder.resolve("data/claimtrail.mv.db"), "not a database".repeat(1000));

        Ended ended = Launch.in(folder).end();

        assertExplained(ended, "database");
    }

    @Test
    void says_that_the_database_is_in_use_and_leaves_its_user_alone() {
        try (Packaged service = Launch.in(folder).start()) {
            Ended ended = Launch.in(folder).end();

            assertExplained(ended, "in use");
            service.admin().get("/v1/claims").expect(200);
        }
    }

    @Test
    void keeps_everything_where_it_was_told_to_and_prints_no_second_key() throws Exception {
        Path elsewhere = folder.resolve("else where/data");
        Path here = Files.createDirectory(folder.resolve("here"));
        Path there = Files.createDirectory(folder.resolve("there"));
        List<JsonNode> events;
        String id;
        Client admin;
        try (Packaged service =
                Launch.in(here).with(FOLDER, elsewhere.toString()).start()) {
            admin = service.admin();
            id = admin.post("/v1/agents", Map.of("type", "Person", "name", "Kim"))
                    .expect(201)
                    .id();
            events = events(admin);
        }

        try (Packaged service =
                Launch.in(there).with(FOLDER, elsewhere.toString()).start()) {
            Client again = new Client(service.url(), admin.key());
            again.get(Audit.path(id)).expect(200);
            assertThat(events(again)).isEqualTo(events);
            assertThat(service.keysPrinted()).isEmpty();
        }
        assertThat(here).isDirectoryNotContaining("glob:**data");
        assertThat(there).isDirectoryNotContaining("glob:**data");
        assertThat(elsewhere.resolve("claimtrail.mv.db")).isRegularFile();
    }

    /** Without their places in the log, which come a moment later. */
    private static List<JsonNode> events(Client admin) {
        List<JsonNode> events = admin.all("/v1/audit/events");
        events.forEach(event -> ((ObjectNode) event).remove("logIndex"));
        return events;
    }

    @Test
    void stops_within_seconds_when_it_is_told_to_and_starts_again() {
        try (Packaged service = Launch.in(folder).start()) {
            Client admin = service.admin();
            String id = admin.post("/v1/agents", Map.of("type", "Person", "name", "Kim"))
                    .expect(201)
                    .id();

            long begin = System.nanoTime();
            int code = service.terminate();
            Duration took = Duration.ofNanos(System.nanoTime() - begin);
            service.restart();

            assertThat(code).isIn(0, 143);
            assertThat(took).isLessThan(Duration.ofSeconds(10));
            admin.get(Audit.path(id)).expect(200);
            assertThat(service.keysPrinted()).hasSize(1);
        }
    }

    /** One line that says why, with these words in it; nothing that a journalist cannot read. */
    private static void assertExplained(Ended ended, String... words) {
        assertThat(ended.code()).as(ended.toString()).isNotZero();
        assertThat(ended.reasons()).as(ended.toString()).hasSize(1);
        assertThat(ended.reasons().get(0)).contains(words);
        assertThat(ended.noise()).as(ended.toString()).isEmpty();
    }

    private void execute(String sql) throws Exception {
        try (Connection database = DriverManager.getConnection("jdbc:h2:file:" + folder.resolve("data/claimtrail"));
                Statement statement = database.createStatement()) {
            statement.execute(sql);
        }
    }
}
