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
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.claimtrail.support.Client;
import org.claimtrail.support.Ended;
import org.claimtrail.support.Launch;
import org.claimtrail.support.Packaged;
import org.claimtrail.support.Reply;
import org.claimtrail.support.ShownOutput;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Starting and stopping: what keeps it from starting is said in one line, and stopping loses nothing. */
@ExtendWith(ShownOutput.class)
class StartIT {

    private static final String FOLDER = "CLAIMTRAIL_DATA_DIR";

    private static final String FOLDER_OF_LIFE = "else where";

    @TempDir
    private static Path life;

    @TempDir
    private Path folder;

    private static Ended second;
    private static Reply besideTheSecond;
    private static int code;
    private static Duration took;
    private static Reply agentAgain;
    private static List<JsonNode> events;
    private static List<JsonNode> eventsAgain;
    private static List<String> keys;
    private static List<String> keysAgain;

    /** Started, used, told to stop, and started again in another folder on the same data, which lie in neither. */
    @BeforeAll
    static void lives_twice() throws Exception {
        String data = life.resolve(FOLDER_OF_LIFE).resolve("data").toString();
        Path here = Files.createDirectory(life.resolve("here"));
        Path there = Files.createDirectory(life.resolve("there"));
        Client admin;
        String agent;
        try (Packaged service = Launch.in(here).with(FOLDER, data).start()) {
            admin = service.admin();
            agent = Audit.path(admin.post("/v1/agents", Map.of("type", "Person", "name", "Kim"))
                    .expect(201)
                    .id());
            second = Launch.in(here).with(FOLDER, data).end();
            besideTheSecond = admin.get("/v1/claims");
            events = events(admin);
            keys = service.keysPrinted();
            long begin = System.nanoTime();
            code = service.terminate();
            took = Duration.ofNanos(System.nanoTime() - begin);
        }
        DataCopy.of(life.resolve(FOLDER_OF_LIFE), Files.createDirectory(life.resolve("stopped")));
        try (Packaged service = Launch.in(there).with(FOLDER, data).start()) {
            Client again = new Client(service.url(), admin.key());
            agentAgain = again.get(agent);
            eventsAgain = events(again);
            keysAgain = service.keysPrinted();
        }
    }

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
    void says_that_the_database_is_of_a_newer_program() {
        DataCopy.of(life.resolve("stopped"), folder)
                .execute("insert into \"flyway_schema_history\" (\"installed_rank\", \"version\", \"description\","
                        + " \"type\", \"script\", \"checksum\", \"installed_by\", \"execution_time\", \"success\")"
                        + " values (1000, '1000', 'later', 'SQL', 'V1000__later.sql', 1, '', 1, true)");

        Ended ended = Launch.in(folder).end();

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
        assertExplained(second, "in use");
        besideTheSecond.expect(200);
    }

    @Test
    void keeps_everything_where_it_was_told_to_and_prints_no_second_key() {
        agentAgain.expect(200);
        assertThat(eventsAgain).isEqualTo(events);
        assertThat(keys).hasSize(1);
        assertThat(keysAgain).isEmpty();
        assertThat(life.resolve("here")).isDirectoryNotContaining("glob:**data");
        assertThat(life.resolve("there")).isDirectoryNotContaining("glob:**data");
        assertThat(life.resolve(FOLDER_OF_LIFE).resolve("data").resolve(DataCopy.DATABASE))
                .isRegularFile();
    }

    @Test
    void stops_within_seconds_when_it_is_told_to_and_starts_again() {
        assertThat(code).isIn(0, 143);
        assertThat(took).isLessThan(Duration.ofSeconds(30));
        agentAgain.expect(200);
    }

    /** Without their places in the log, which come a moment later. */
    private static List<JsonNode> events(Client admin) {
        List<JsonNode> events = admin.all("/v1/audit/events");
        events.forEach(event -> ((ObjectNode) event).remove("logIndex"));
        return events;
    }

    /** One line that says why, with these words in it; nothing that a journalist cannot read. */
    private static void assertExplained(Ended ended, String... words) {
        assertThat(ended.code()).as(ended.toString()).isNotZero();
        assertThat(ended.reasons()).as(ended.toString()).hasSize(1);
        assertThat(ended.reasons().get(0)).contains(words);
        assertThat(ended.noise()).as(ended.toString()).isEmpty();
    }
}
