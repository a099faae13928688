package org.claimtrail.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.claimtrail.support.Client;
import org.claimtrail.support.Database;
import org.claimtrail.support.Launch;
import org.claimtrail.support.Packaged;
import org.claimtrail.support.PostgresServer;
import org.claimtrail.support.Reply;
import org.claimtrail.support.ShownOutput;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * Three nodes on one PostgreSQL database, started at the same moment on an empty one. Under load one is killed, one stands
 * still in the middle of growing the tree with all locks in its hands, and one is told to stop: nothing is lost, doubled, or
 * shown in two ways.
 */
@ExtendWith(ShownOutput.class)
class NodesIT {

    private static final int WRITERS = 4;
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    /** The product's own limit of 10 s: with a shorter one the server would end what a busy machine holds up. */
    private static final Duration LONGER_THAN_THE_SERVER_WAITS = Duration.ofSeconds(12);

    private final PostgresServer server = PostgresServer.shared();
    private final String database = server.newDatabase();
    private final List<Packaged> nodes = new ArrayList<>();

    private volatile boolean watching = true;

    @TempDir
    private Path folder;

    @AfterEach
    void stop() {
        nodes.forEach(Packaged::close);
    }

    @Test
    void nodes_that_die_stand_still_and_stop_lose_and_double_nothing() throws Exception {
        List<Launch> launches = IntStream.range(0, 3).mapToObj(this::launch).toList();
        startAtOnce(launches);
        List<Client> clients = launches.stream().map(this::client).toList();
        Client admin = clients.get(1);
        Staff staff = new Staff(admin);
        new ReadElsewhere(clients.get(1), clients.get(2)).showsWhatWasAnswered(staff);
        PublicLog log = new PublicLog(admin);
        List<Thread> watchers =
                clients.stream().map(client -> watcher(client, log)).toList();
        Roaming cluster = new Roaming(clients);
        Newspapers papers = Newspapers.begin(cluster, staff.desk, WRITERS).awaitMore(30);
        clients.forEach(client -> waitsForACheckpoint(client, staff.desk));

        nodes.get(2).killHard();
        papers.awaitMore(30);
        nodes.set(2, launches.get(2).start()); // which trusts its anchor file from now on, and not the database
        awaitReady(clients.get(2));

        String embargo = Scheduled.soon(admin, staff).id();
        StandStill.await(folder(0));
        Instant stopped = Instant.now();
        waitsForACheckpoint(clients.get(1), staff.desk); // so the log goes on without the node that holds its locks
        Duration held = Duration.between(stopped, Instant.now());
        await(() -> isPublished(clients.get(2), embargo), "the embargo ends");
        papers.awaitMore(30);
        LockSupport.parkNanos(LONGER_THAN_THE_SERVER_WAITS.toNanos());
        nodes.get(0).goOn();
        long shown = sizeOnceItAnswers(clients.get(1), log);
        await(() -> size(clients.get(0), log) >= shown, "the node that stood still follows");
        awaitReady(clients.get(0));

        int before = cluster.unanswered().size();
        nodes.get(1).terminate();
        papers.awaitMore(30);
        nodes.get(1).restart();
        awaitReady(clients.get(1));
        papers.awaitMore(30).end();
        assertThat(cluster.unanswered().stream()
                        .skip(before)
                        .filter(refusal -> !refusal.isOfTime()) // of which a busy machine has little
                        .filter(refusal -> !refusal.isOfOther())
                        .map(Roaming.Refusal::node))
                .as("who did not answer while one was told to stop, and started again")
                .allMatch(nodes.get(1).url()::equals);

        watching = false;
        for (Thread watcher : watchers) {
            watcher.join();
        }
        log.holdsOnce(papers.events());
        assertThat(versions(admin)).isEqualTo(papers.versions());
        assertThat(admin.all("/v1/audit/events?type=assessment.published&subject=" + embargo))
                .hasSize(1);
        new Audit(admin).listsWhatItLogged();
        System.out.printf(
                "NodesIT: %d writes answered, %d requests not answered and sent to another node, %d checkpoints seen; the"
                        + " log stood still for %d ms%n",
                papers.events().size(), cluster.unanswered().size(), log.checkpointsSeen(), held.toMillis());
        stop();
        isSound(launches.get(0));
    }

    private Launch launch(int i) {
        Launch launch = Launch.in(folder(i)).on(Database.POSTGRESQL).with(server.environment(database));
        return i == 0 ? launch.option(StandStill.agent(folder(0))) : launch;
    }

    private Path folder(int i) {
        try {
            return Files.createDirectories(folder.resolve("node-" + i));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One fills the database; who comes later finds a log there, and no anchor file of its own yet. */
    private void startAtOnce(List<Launch> launches) {
        launches.stream()
                .map(launch -> launch.with("CLAIMTRAIL_AUDIT_TRUST_DATABASE", "true"))
                .map(launch -> CompletableFuture.supplyAsync(launch::start))
                .toList()
                .forEach(starting -> nodes.add(starting.join()));
    }

    private Client client(Launch launch) {
        List<String> keys =
                nodes.stream().flatMap(node -> node.keysPrinted().stream()).toList();
        assertThat(keys).as("administrators' keys printed by all").hasSize(1);
        return new Client(nodes.get(0).url().resolve("http://127.0.0.1:" + launch.port()), keys.get(0));
    }

    /** Looks at a node's checkpoint all the time, as far as it answers. */
    private Thread watcher(Client client, PublicLog log) {
        Thread watcher = new Thread(() -> {
            while (watching) {
                size(client, log);
                LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
            }
        });
        watcher.start();
        return watcher;
    }

    /** Of the checkpoint that a node shows; -1 when it does not answer, or has no time to. */
    private static long size(Client client, PublicLog log) {
        try {
            Reply reply = client.send("GET", "/v1/audit/checkpoint", null, Map.of(), Duration.ofSeconds(1));
            return reply.status() == 503 ? -1 : log.saw(reply.expect(200)).size();
        } catch (UncheckedIOException goneAway) {
            return -1;
        }
    }

    private static long sizeOnceItAnswers(Client client, PublicLog log) {
        AtomicLong size = new AtomicLong();
        await(() -> size.updateAndGet(any -> size(client, log)) >= 0, "a checkpoint of " + client.service());
        return size.get();
    }

    private static void waitsForACheckpoint(Client client, String claimant) {
        String claim = Client.json(
                Map.of("text", "Waits", "inLanguage", "en", "claimant", claimant, "about", List.of("waiting")));
        String place = "";
        for (int again = 0;
                again < 3 && place.isEmpty();
                again++) { // it is waited for no longer than that, on whatever machine
            place = client.send("POST", "/v1/claims", claim, Map.of("Prefer", "wait=30"))
                    .expect(201)
                    .header("Audit-Index");
        }
        assertThat(place)
                .as("place in the log, at whichever node it was written")
                .isNotEmpty();
    }

    private static boolean isPublished(Client node, String assessment) {
        return new Client(node.service(), "")
                        .get("/v1/assessments/" + assessment)
                        .status()
                == 200;
    }

    private static void awaitReady(Client node) {
        await(() -> node.get("/q/health/ready").status() == 200, "ready: " + node.service());
    }

    private static void await(BooleanSupplier fact, String words) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!fact.getAsBoolean()) {
            assertThat(System.nanoTime()).as(words).isLessThan(deadline);
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }

    /** The word of each claim of the newspapers, and its latest version; fails when there are two of a word. */
    private static Map<String, Integer> versions(Client admin) {
        Map<String, Integer> versions = new TreeMap<>();
        for (JsonNode claim : admin.all("/v1/claims")) {
            word(claim)
                    .ifPresent(word -> assertThat(
                                    versions.put(word, claim.path("version").asInt()))
                            .as(word)
                            .isNull());
        }
        return versions;
    }

    private static Optional<String> word(JsonNode claim) {
        String text = claim.path("text").asText();
        return text.startsWith("Claim mark") ? Optional.of(text.substring("Claim ".length())) : Optional.empty();
    }

    private void isSound(Launch launch) {
        String anchor = folder(0).resolve("data").resolve(DataCopy.ANCHOR).toString();
        assertThat(server.verify(launch, database, "--checkpoints", anchor).lines())
                .contains("problems: 0");
    }
}
