package org.claimtrail.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.claimtrail.support.Client;
import org.claimtrail.support.Database;
import org.claimtrail.support.Ended;
import org.claimtrail.support.Launch;
import org.claimtrail.support.Packaged;
import org.claimtrail.support.PostgresServer;
import org.claimtrail.support.Reply;
import org.claimtrail.support.ShownOutput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * A newsroom moves from H2 to PostgreSQL: the command is killed in the middle of a table and run again, and the service that
 * starts on the copy is to everyone the one that it was, byte by byte.
 */
@ExtendWith(ShownOutput.class)
class MoveIT {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final String PASSWORD = "PGPASSWORD";

    /** So that one table takes several batches of a thousand rows; these rows hang on nothing. */
    private static final String MANY_ROWS = "insert into idempotency (scope, fingerprint, answer, recorded_at)"
            + " select 'scope ' || x, '', x'00', current_timestamp from system_range(1, 3500) t (x)";

    private final PostgresServer server = PostgresServer.shared();
    private final String database = server.newDatabase();

    @TempDir
    private Path folder;

    @Test
    void a_move_that_is_killed_goes_on_and_the_copy_is_the_same_ledger() throws Exception {
        Path there = folder.resolve("there");
        Launch embedded = SignIn.with("http://127.0.0.1:1/nobody", folder);
        Seen seen;
        try (Packaged service = embedded.start()) {
            seen = Seen.of(service.admin());
            refused(move(embedded, there), "is in use. Stop the service first");
            service.terminate();
        }
        DataCopy source = new DataCopy(folder);
        source.execute(MANY_ROWS);
        Path before = Files.copy(source.file(DataCopy.DATABASE), folder.resolve("before"));
        Launch moved = embedded.on(Database.POSTGRESQL)
                .with(server.environment(database))
                .with("CLAIMTRAIL_AUDIT_FOLDER", there.toString())
                .with("CLAIMTRAIL_DATA_DIR", there.toString())
                .with("CLAIMTRAIL_AUDIT_KEY_FILE", there.resolve(DataCopy.KEY).toString());

        killInTheMiddle(embedded, there);
        assertThat(moved.end().reasons()).singleElement().asString().contains("not complete");
        JsonNode report = done(move(moved, there));

        assertThat(Files.mismatch(before, source.file(DataCopy.DATABASE)))
                .as("the embedded database")
                .isEqualTo(-1);
        assertThat(embedded.end().reasons()).singleElement().asString().contains("moved-to-postgresql.txt");
        try (Packaged service = moved.start()) {
            assertThat(service.keysPrinted()).isEqualTo(List.of(seen.admin().key()));
            seen.isWhatIsSeenNow();
            assertThat(Long.parseLong(written(seen.admin()).header("Audit-Index")))
                    .isGreaterThanOrEqualTo(report.path("entries").asLong());
            seen.log().isConsistentWithAllSeen();
            assertThat(service.output()).doesNotContain("halted");
            System.out.printf(
                    "MoveIT: %d answers to readers and %d to staff are the same%n",
                    seen.byReaders().size(), seen.byStaff().size());
        }
    }

    /** What everyone saw before; what readers saw last, behind everything that is noted when staff read. */
    private record Seen(
            Client admin,
            List<String> targets,
            Map<String, String> byStaff,
            Map<String, String> byReaders,
            PublicLog log) {

        static Seen of(Client admin) throws Exception {
            new SecretNewsroom(admin).plant();
            String claim = beyondTheFirstPlane(admin);
            Archive.bringTo(admin);
            List<String> targets = new EveryRead(admin)
                    .targets().stream()
                            .filter(target -> target.startsWith("/v1/") && !target.contains("limit="))
                            .toList();
            assertThat(targets).contains(claim, "/v1/imports");
            PublicLog log = new PublicLog(admin);
            log.holdsOnce(events(admin));
            Map<String, String> byStaff = answers(admin, records(targets));
            log.holdsOnce(events(admin));
            return new Seen(admin, targets, byStaff, answers(reader(admin), targets), log);
        }

        private static List<String> events(Client admin) {
            return admin.all("/v1/audit/events").stream()
                    .map(event -> event.path("id").asText())
                    .toList();
        }

        void isWhatIsSeenNow() {
            same(answers(reader(admin), targets), byReaders);
            same(answers(admin, records(targets)), byStaff);
        }

        private static void same(Map<String, String> now, Map<String, String> before) {
            assertThat(now).hasSameSizeAs(before).hasSizeGreaterThan(100);
            before.forEach(
                    (target, answer) -> assertThat(now.get(target)).as(target).isEqualTo(answer));
        }

        private static Client reader(Client admin) {
            return new Client(admin.service(), "");
        }

        /** Events are added when staff read what is sealed, and keys tell when they were used. */
        private static List<String> records(List<String> targets) {
            return targets.stream()
                    .filter(target -> !target.contains("/audit") && !target.startsWith("/v1/keys"))
                    .toList();
        }
    }

    private static Map<String, String> answers(Client client, List<String> targets) {
        Map<String, String> answers = new TreeMap<>();
        for (String target : targets) {
            Reply reply = client.get(target);
            Map<String, List<String>> headers = new TreeMap<>(reply.headers().map());
            headers.keySet().removeIf(name -> name.matches("(?i)date|x-request-id|ratelimit.*"));
            answers.put(
                    target,
                    reply.status() + " " + headers + "\n" + new String(reply.body(), StandardCharsets.ISO_8859_1));
        }
        return answers;
    }

    /** Text that the two databases order in different ways; gives the path of the claim. */
    private static String beyondTheFirstPlane(Client admin) {
        String agent = admin.get("/v1/agents?limit=1").json().at("/items/0/id").asText();
        Map<String, Object> claim = Map.of(
                "text",
                "\ud83d\ude00 and \ufffd",
                "inLanguage",
                "en",
                "claimant",
                agent,
                "about",
                List.of("\ud83d\ude00", "\ufffd", "z", "aa"));
        return "/v1/claims/" + admin.post("/v1/claims", claim).expect(201).id();
    }

    /** Something that is in a published checkpoint, and with it all that came before. */
    private static Reply written(Client admin) {
        Reply reply = admin.send(
                "POST", "/v1/agents", "{\"type\":\"Person\",\"name\":\"Somebody\"}", Map.of("Prefer", "wait=30"));
        assertThat(reply.expect(201).header("Audit-Index")).isNotEmpty();
        return reply;
    }

    private void killInTheMiddle(Launch launch, Path there) throws Exception {
        try (HoldUp holdUp = HoldUp.in(server, database)) {
            Process process = launch.with(PASSWORD, PostgresServer.PASSWORD)
                    .process(folder.resolve("killed.log"), arguments(there));
            holdUp.await(process);
            process.destroyForcibly();
            assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        }
    }

    private Ended move(Launch launch, Path there) {
        return launch.with(PASSWORD, PostgresServer.PASSWORD).end(arguments(there));
    }

    private String[] arguments(Path there) {
        return new String[] {
            "move",
            "--data",
            folder.resolve("data").toString(),
            "--to-jdbc",
            server.url(database),
            "--to-folder",
            there.toString(),
            "--user",
            PostgresServer.OWNER,
            "--password-env",
            PASSWORD
        };
    }

    private static void refused(Ended ended, String why) {
        assertThat(ended.code()).as(ended.toString()).isEqualTo(1);
        assertThat(ended.lines())
                .singleElement()
                .asString()
                .startsWith("move: ")
                .contains(why);
    }

    private static JsonNode done(Ended ended) throws Exception {
        assertThat(ended.code()).as(ended.toString()).isZero();
        assertThat(ended.noise()).as(ended.toString()).isEmpty();
        assertThat(ended.lines()).anyMatch(line -> line.startsWith("idempotency: 3,501 of 3,501 rows; all: "));
        JsonNode report =
                new ObjectMapper().readTree(ended.lines().get(ended.lines().size() - 1));
        assertThat(report.at("/rows/idempotency").asInt()).isEqualTo(3_501); // one of them of the import
        assertThat(report.path("files")).hasSizeGreaterThanOrEqualTo(3);
        return report;
    }
}
