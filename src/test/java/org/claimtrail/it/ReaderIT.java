package org.claimtrail.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.claimtrail.support.ApiDocument;
import org.claimtrail.support.ApiOperation;
import org.claimtrail.support.Client;
import org.claimtrail.support.Database;
import org.claimtrail.support.Ended;
import org.claimtrail.support.Launch;
import org.claimtrail.support.MortalServer;
import org.claimtrail.support.Packaged;
import org.claimtrail.support.Reply;
import org.claimtrail.support.ShownOutput;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A node that writes, on a PostgreSQL server, and one that only reads, on a hot standby of that server. */
@ExtendWith(ShownOutput.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReaderIT {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    /** Longer than a busy machine takes to replay what a read waits for. */
    private static final Duration READER_WAITS = Duration.ofSeconds(10);

    private static final String EVENT = "Audit-Event";
    private static final String SHOWN = "select max(size) from audit_published";

    @TempDir
    static Path folder;

    private MortalServer primary;
    private MortalServer standby;
    private String database;
    private Packaged writer;
    private Packaged reader;
    private Client admin;
    private Staff staff;

    /** Knows nobody's key, asks the node that only reads. */
    private Client passerBy;

    @BeforeAll
    void start() throws IOException {
        primary = MortalServer.in(folder);
        database = primary.address().newDatabase();
        writer = launch("writer", primary)
                .with("CLAIMTRAIL_EXCHANGE_SEEDS", "true")
                .start();
        admin = writer.admin();
        staff = new Staff(admin);
        standby = primary.standby(folder);
        reader = reading("reader").start();
        passerBy = new Client(reader.url(), "");
    }

    @AfterAll
    void stop() {
        reader.close();
        writer.close();
        standby.close();
        primary.close();
        assertThat(reader.output()).doesNotContain("read-only transaction");
    }

    @Test
    void whatever_changes_anything_is_sent_to_a_node_that_writes() {
        for (ApiOperation operation : ApiDocument.generated().operations()) {
            if (!operation.method().equals("GET")) {
                String body = operation.exampleBody().map(Object::toString).orElse(null);
                isSentThere(passerBy.send(operation.method(), operation.exampleTarget(Map.of()), body, Map.of()));
            }
        }
        isSentThere(passerBy.send("POST", "/v1/claims", "x".repeat(5_000_000), Map.of()));
        isSentThere(passerBy.send("POST", "/nowhere", "x", Map.of()));
        passerBy.send("POST", "/v1;x/claims", "x", Map.of()).expect(404);
        passerBy.send("POST", "/v1%3Bx/claims", "x", Map.of()).expect(421);
        passerBy.send("HEAD", "/v1/claims", null, Map.of()).expect(200);
        passerBy.send("OPTIONS", "/v1/claims", null, Map.of()).expect(204);
    }

    @Test
    void every_read_is_answered_as_by_the_node_that_writes_or_sent_there() {
        Client auditor = admin.person("Audra", "auditor");
        String event = claim("Comes to the reader").header(EVENT);
        await(() -> shown(standby).equals(shown(primary)), "the checkpoint has come");
        int asked = 0;
        int shown = 0;

        for (ApiOperation operation : ApiDocument.generated().operations()) {
            if (!operation.method().equals("GET")) {
                continue;
            }
            for (Client who : List.of(admin, auditor, new Client(writer.url(), ""))) {
                String target = operation.exampleTarget(Map.of("event", event, "index", "0"));
                Reply here = at(reader, who).send("GET", target, null, Map.of(EVENT, event));
                Reply there = who.get(target);
                if (there.status() == 403) {
                    isSentThere(here); // so that it is noted who asked
                } else {
                    assertThat(here.status()).as(here.request()).isEqualTo(there.status());
                }
                if (here.status() == 200 && !target.startsWith("/v1/keys")) { // those have their last use
                    assertThat(here.text()).as(here.request()).isEqualTo(there.text());
                }
                asked++;
                shown += here.status() == 200 ? 1 : 0;
            }
        }
        assertThat(shown).as("shown, of %d", asked).isGreaterThan(asked / 2);
    }

    @Test
    void who_names_an_event_reads_what_was_committed_with_it_or_is_told_to_wait() {
        Reply first = claim("First words");
        String path = Audit.path(first.id());
        for (int i = 0; i < 3; i++) { // the later ones from memory
            assertThat(after(first, path).expect(200).text()).contains("First words");
        }

        pause();
        Reply second = edit(path, "Second words");
        assertThat(passerBy.get(path).expect(200).text()).contains("First words");
        assertThat(after(first, path).expect(200).text()).contains("First words");
        long begun = System.nanoTime();
        Reply late = after(second, path).expect(503);
        assertThat(System.nanoTime() - begun).isGreaterThanOrEqualTo(READER_WAITS.toNanos());
        assertThat(late.json().path("type").asText()).isEqualTo("/problems/not-yet-here");
        assertThat(late.header("Retry-After")).isEqualTo("1");

        CompletableFuture<Reply> waiting = CompletableFuture.supplyAsync(() -> after(second, path));
        resume();
        assertThat(waiting.join().expect(200).text()).isEqualTo(second.text());
        assertThat(passerBy.get(path).expect(200).text()).isEqualTo(second.text());
    }

    @Test
    void answers_from_memory_are_as_new_as_what_has_come() {
        String path = Audit.path(claim("Version 1").id());
        for (int i = 2; i < 20; i++) {
            Reply edited = edit(path, "Version " + i);
            assertThat(after(edited, path).expect(200).text()).isEqualTo(edited.text());
            assertThat(passerBy.get(path).expect(200).text()).isEqualTo(edited.text());
        }
    }

    @Test
    void a_revoked_key_opens_nothing_once_that_has_come() {
        Reply made = admin.post("/v1/keys", Map.of("holder", "Rita", "role", "contributor"))
                .expect(201);
        Client rita = new Client(reader.url(), made.json().path("key").asText());
        await(() -> rita.get("/v1/reviews").status() == 200, "the key has come");

        pause();
        Reply revoked =
                admin.send("DELETE", "/v1/keys/" + made.id(), null, Map.of()).expect(204);
        rita.get("/v1/reviews").expect(200);
        resume();

        after(revoked, "/v1/claims").expect(200);
        rita.get("/v1/reviews").expect(401);
    }

    @Test
    void reads_that_the_log_takes_note_of_are_sent_to_a_node_that_writes() {
        Map<String, Object> secret = Map.of(
                "stance",
                "refutes",
                "confidential",
                true,
                "withheldReason",
                "source protection",
                "note",
                "Deep Throat");
        Reply drafted = staff.contributor
                .post(
                        "/v1/claims/" + claim("Rests on secrets").id() + "/assessments",
                        Map.of(
                                "assessor",
                                staff.desk,
                                "scale",
                                staff.scale,
                                "rating",
                                "false",
                                "evidence",
                                List.of(secret)))
                .expect(201);
        String path = Audit.path(drafted.id());
        Map<String, String> event = Map.of(EVENT, drafted.header(EVENT));

        assertThat(at(reader, staff.contributor)
                        .send("GET", path, null, event)
                        .expect(200)
                        .text())
                .as("who sealed it opens nothing")
                .contains("Deep Throat");
        isSentThere(at(reader, staff.editor).send("GET", path, null, event));
        assertThat(staff.editor.get(path).expect(200).text()).contains("Deep Throat");
        isSentThere(at(reader, admin).send("GET", "/v1/audit/events", null, Map.of("Accept", "text/csv")));
        isSentThere(at(reader, staff.contributor).get("/v1/keys"));
        assertThat(reader.output()).contains("was refused GET /v1/keys; only a node that writes notes that");
        assertThat(passerBy.get("/q/metrics").text()).contains("claimtrail_access_refused_total{route=\"/v1/keys\"}");
        passerBy.send("GET", "/v1/audit/events", null, Map.of("Accept", "text/csv"))
                .expect(200);
    }

    @Test
    void it_is_not_ready_while_the_standby_is_behind_or_away_and_goes_on_by_itself() {
        pause();
        Reply written = claim("Not there yet");
        await(this::saysThatItIsBehind, "not ready: behind"); // for a busy database it is not ready, too, and says so
        resume();
        await(this::isReady, "ready: caught up");

        standby.killHard();
        await(() -> !isReady(), "not ready: away");
        for (String path : List.of("/v1/sources?limit=7", Audit.path(written.id()))) {
            assertThat(passerBy.get(path).expect(503).json().path("type").asText())
                    .isEqualTo("/problems/unavailable");
        }
        assertThat(after(written, "/v1/claims").expect(503).header("Retry-After"))
                .isNotEmpty();
        standby.restart();
        await(this::isReady, "ready: back");
        after(written, Audit.path(written.id())).expect(200);

        reader.killHard();
        reader.restart();
        after(written, Audit.path(written.id())).expect(200);
    }

    @Test
    void it_starts_on_the_schema_that_it_knows_and_on_no_other() throws IOException {
        Launch launch = reading("another");
        String own = schema();
        int before = Integer.parseInt(own) - 1;
        try {
            primary.address()
                    .execute(
                            database, "update flyway_schema_history set version = '999' where version = '" + own + "'");
            await(() -> schema().equals("999"), "a newer schema");
            isRefused(launch.end(), "newer version");
            primary.address()
                    .execute(
                            database,
                            "create table put_by as select * from flyway_schema_history where version = '999';"
                                    + " delete from flyway_schema_history where version = '999'");
            await(() -> schema().equals(Integer.toString(before)), "an older schema");
            isRefused(launch.end(), "Start a writing node of this version first");
        } finally {
            primary.address()
                    .execute(
                            database,
                            "insert into flyway_schema_history select * from put_by; drop table put_by;"
                                    + " update flyway_schema_history set version = '" + own
                                    + "' where version = '999'");
        }
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void a_promoted_standby_takes_a_node_that_writes_and_leaves_its_readers_what_they_are() throws Exception {
        Reply acknowledged = claim("Before the failover");
        after(acknowledged, Audit.path(acknowledged.id())).expect(200);
        Reply checkpoint = admin.get("/v1/audit/checkpoint").expect(200);
        await(() -> shown(standby).equals(shown(primary)), "the checkpoint has come");

        writer.killHard();
        String last = primary.address().query("postgres", "select pg_current_wal_flush_lsn()");
        await(
                () -> standby.address()
                        .query("postgres", "select pg_last_wal_replay_lsn() >= '" + last + "'")
                        .equals("t"),
                "all has come");
        primary.killHard();
        standby.promote();
        after(acknowledged, Audit.path(acknowledged.id())).expect(200);
        isSentThere(passerBy.post("/v1/claims", Map.of()));

        try (Packaged successor =
                launch("writer", standby).start()) { // with the key and the anchor file of the dead one
            Client editor = at(successor, staff.contributor);
            editor.get(Audit.path(acknowledged.id())).expect(200);
            Reply written = claim(editor, "After the failover");
            assertThat(after(written, Audit.path(written.id())).expect(200).text())
                    .isEqualTo(written.text());
            await(this::isReady, "the reader is ready on what was promoted");
            PublicLog log = new PublicLog(editor);
            log.saw(checkpoint);
            log.holdsOnce(List.of(acknowledged.header(EVENT), written.header(EVENT)));
        }
    }

    private Launch launch(String name, MortalServer server) throws IOException {
        return Launch.in(Files.createDirectories(folder.resolve(name)))
                .on(Database.POSTGRESQL)
                .with(server.address().environment(database));
    }

    private Launch reading(String name) throws IOException {
        return launch(name, standby)
                .with("CLAIMTRAIL_AUDIT_KEY_FILE", folder.resolve("none.p12").toString())
                .with("CLAIMTRAIL_READER_ENABLED", "true")
                .with("CLAIMTRAIL_READER_WRITER", writer.url().toString())
                .with("CLAIMTRAIL_READER_PATIENCE", READER_WAITS.toMillis() + "ms")
                .with("CLAIMTRAIL_HTTP_ANSWER_TIMEOUT", "30s") // the default would end what waits
                .with("CLAIMTRAIL_READER_MAX_LAG", "1s")
                .with("CLAIMTRAIL_AUDIT_INTERVAL", "1h") // what it shows is not a matter of luck
                .with("QUARKUS_DATASOURCE_JDBC_ACQUISITION_TIMEOUT", "5s");
    }

    /** In the log, and shown there, when it returns. */
    private Reply claim(String text) {
        return claim(staff.contributor, text);
    }

    private Reply claim(Client by, String text) {
        Map<String, Object> claim = Map.of("text", text, "inLanguage", "en", "claimant", staff.desk);
        return by.send("POST", "/v1/claims", Client.json(claim), Map.of("Prefer", "wait=20"))
                .expect(201);
    }

    private Reply edit(String path, String text) {
        Map<String, Object> claim =
                Map.of("text", text, "inLanguage", "en", "claimant", staff.desk, "changeReason", "said otherwise");
        return staff.contributor.put(path, claim, "*").expect(200);
    }

    /** What the node that only reads shows after a write. */
    private Reply after(Reply written, String path) {
        return passerBy.send("GET", path, null, Map.of(EVENT, written.header(EVENT)));
    }

    private static Client at(Packaged node, Client who) {
        return new Client(node.url(), who.key());
    }

    private void isSentThere(Reply reply) {
        reply.expect(421);
        assertThat(reply.json().path("type").asText()).as(reply.request()).isEqualTo("/problems/reads-only");
        assertThat(reply.json().path("writer").asText())
                .as(reply.request())
                .isEqualTo(writer.url().toString());
    }

    /** How many entries the latest checkpoint has that is shown to anyone. */
    private String shown(MortalServer server) {
        return server.address().query(database, SHOWN);
    }

    private boolean isReady() {
        return passerBy.get("/q/health/ready").status() == 200;
    }

    private boolean saysThatItIsBehind() {
        Reply readiness = passerBy.get("/q/health/ready");
        return readiness.status() == 503 && readiness.text().contains("behind");
    }

    private void pause() {
        standby.address().execute("postgres", "select pg_wal_replay_pause()");
        await(
                () -> standby.address()
                        .query("postgres", "select pg_get_wal_replay_pause_state()")
                        .equals("paused"),
                "paused");
    }

    @AfterEach
    void resume() {
        standby.address().execute("postgres", "select pg_wal_replay_resume() where pg_is_in_recovery()");
    }

    private String schema() {
        return standby.address().query(database, "select max(cast(version as integer)) from flyway_schema_history");
    }

    private static void isRefused(Ended ended, String words) {
        assertThat(ended.code()).as(ended.toString()).isNotZero();
        assertThat(ended.reasons()).as(ended.toString()).hasSize(1);
        assertThat(ended.reasons().get(0)).contains(words);
        assertThat(ended.noise()).as(ended.toString()).isEmpty();
    }

    private static void await(BooleanSupplier fact, String words) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!fact.getAsBoolean()) {
            assertThat(System.nanoTime()).as(words).isLessThan(deadline);
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }
}
