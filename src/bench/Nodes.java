import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLong;
import org.claimtrail.merkle.Checkpoint;
import org.claimtrail.merkle.EntriesPath;
import org.claimtrail.merkle.EntryBundle;
import org.claimtrail.merkle.Frontier;
import org.claimtrail.merkle.Hash;
import org.claimtrail.merkle.VerifierKey;
import org.claimtrail.support.Client;
import org.claimtrail.support.Database;
import org.claimtrail.support.Launch;
import org.claimtrail.support.Packaged;
import org.claimtrail.support.PostgresServer;
import org.claimtrail.support.Reply;

/**
 * Three nodes on one PostgreSQL database under mixed load; now and then one of them is killed and started again, or stopped
 * for longer than the server keeps its locks and let go on. Clients ask another node when one does not answer.
 *
 * <pre>
 * java Nodes.java SECONDS SECONDS_BETWEEN_FAULTS WRITERS READERS FOLDER
 * </pre>
 */
public final class Nodes {

    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final int STOPPED_SECONDS = 13; // the server waits for ten

    /** Leaves, to measure how fast they get into the tree. */
    private static final int BATCHES = 40_000;

    private final PostgresServer server = PostgresServer.shared();
    private final String database = server.newDatabase();
    private final List<Packaged> processes = new CopyOnWriteArrayList<>();
    private final List<Client> nodes = new ArrayList<>();
    /** Faults of each node: odd while it has one. */
    private final AtomicIntegerArray faults = new AtomicIntegerArray(3);
    private final AtomicBoolean stopping = new AtomicBoolean();
    private final AtomicLong numbers = new AtomicLong();
    private final Queue<String> events = new ConcurrentLinkedQueue<>();
    private final Map<String, Integer> versions = new ConcurrentHashMap<>();
    private final List<String> claims = new CopyOnWriteArrayList<>();
    private final Queue<Long> reads = new ConcurrentLinkedQueue<>();
    private final Queue<Long> writes = new ConcurrentLinkedQueue<>();
    private final Queue<String> wrong = new ConcurrentLinkedQueue<>();
    private final AtomicLong askedAgain = new AtomicLong();
    private final Map<Long, Hash> seen = new ConcurrentHashMap<>();
    private final AtomicLong inconsistent = new AtomicLong();
    private String claimant = "";
    private VerifierKey key;
    private int kills;
    private int stops;

    /** An answer, from which node, and whether it was the first one asked. */
    private record Answer(Reply reply, boolean first) {}

    public static void main(String[] args) throws Exception {
        new Nodes().run(
                Integer.parseInt(args[0]),
                Integer.parseInt(args[1]),
                Integer.parseInt(args[2]),
                Integer.parseInt(args[3]),
                Path.of(args[4]));
        System.exit(0);
    }

    private void run(int seconds, int between, int writers, int readers, Path folder) throws Exception {
        start(folder);
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < writers; i++) {
            threads.add(thread(this::write));
        }
        Thread.sleep(20_000); // the compilers take their time
        reads.clear();
        for (int i = 0; i < readers; i++) {
            threads.add(thread(this::read));
        }
        for (int i = 0; i < 3; i++) {
            int node = i;
            threads.add(thread(() -> look(node)));
        }
        long begun = System.nanoTime();
        long end = begun + seconds * 1_000_000_000L;
        for (long next = begun + between * 1_000_000_000L; next < end; next += between * 1_000_000_000L) {
            Thread.sleep(Math.max(0, (next - System.nanoTime()) / 1_000_000)); // at once, should the last one have taken longer
            fault(ThreadLocalRandom.current().nextInt(3), ThreadLocalRandom.current().nextBoolean());
        }
        stopping.set(true);
        for (Thread thread : threads) {
            thread.join();
        }
        report(seconds);
        sizes();
        sequencing();
        processes.forEach(Packaged::close);
    }

    private void start(Path folder) throws Exception {
        for (int i = 0; i < 3; i++) {
            Launch launch = Launch.in(Files.createDirectories(folder.resolve("node-" + i)))
                    .on(Database.POSTGRESQL)
                    .with(server.environment(database))
                    .with("QUARKUS_DATASOURCE_JDBC_MAX_SIZE", "25")
                    .with("CLAIMTRAIL_AUDIT_TRUST_DATABASE", "true") // the first one has begun the log
                    .option("-XX:TieredStopAtLevel=4");
            processes.add(launch.start());
            nodes.add(new Client(processes.get(i).url(), processes.get(0).key()));
        }
        claimant = nodes.get(0)
                .get("/v1/agents?limit=1")
                .expect(200)
                .json()
                .at("/items/0/id")
                .asText();
        key = VerifierKey.parse(
                nodes.get(0).get("/v1/audit/keys").json().at("/items/0/vkey").asText());
    }

    /** What an event takes on the disk, with all that belongs to it. */
    private void sizes() throws Exception {
        try (Connection connection = server.administrator(database);
                Statement statement = connection.createStatement()) {
            statement.execute("vacuum analyze");
            ResultSet leaf = statement.executeQuery("select count(*), avg(length(leaf)) from audit_entry");
            leaf.next();
            long count = leaf.getLong(1);
            System.out.printf("bytes an event, of %d: leaf %.0f%n", count, leaf.getDouble(2));
            ResultSet tables = statement.executeQuery("select relname, pg_table_size(oid), pg_indexes_size(oid)"
                    + " from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace"
                    + " and pg_total_relation_size(oid) > 500000 order by pg_total_relation_size(oid) desc");
            while (tables.next()) {
                System.out.printf(
                        "  %s: rows %d, indexes %d%n",
                        tables.getString(1), tables.getLong(2) / count, tables.getLong(3) / count);
            }
        }
    }

    /** How fast leaves get into the tree; made up, so that writing them takes no part in it. */
    private void sequencing() throws Exception {
        long before = saw(nodes.get(0).get("/v1/audit/checkpoint")).size();
        server.execute(
                database,
                "insert into audit_pending (event_id, leaf) select 'bench_' || lpad(n::text, 12, '0'),"
                        + " convert_to(repeat(md5(n::text), 12), 'UTF8') from generate_series(1, " + BATCHES + ") n");
        long at = System.nanoTime();
        while (saw(nodes.get(0).get("/v1/audit/checkpoint")).size() < before + BATCHES) {
            Thread.sleep(20);
        }
        double took = (System.nanoTime() - at) / 1e9;
        System.out.printf(
                Locale.ROOT, "sequencing: %d leaves in %.1f s, %.0f a second%n", BATCHES, took, BATCHES / took);
    }

    private Thread thread(Runnable work) {
        Thread thread = new Thread(() -> {
            while (!stopping.get()) {
                try {
                    work.run();
                } catch (RuntimeException | AssertionError e) {
                    wrong.add(e.toString());
                }
            }
        });
        thread.start();
        return thread;
    }

    private void fault(int node, boolean kill) throws Exception {
        faults.incrementAndGet(node);
        Packaged process = processes.get(node);
        if (kill) {
            kills++;
            process.killHard();
            restart(process);
        } else {
            stops++;
            new ProcessBuilder("sh", "-c", "kill -STOP " + process.pid()).start().waitFor();
            Thread.sleep(STOPPED_SECONDS * 1000L);
            process.goOn();
            while (!answers(nodes.get(node))) {
                Thread.sleep(50);
            }
        }
        faults.incrementAndGet(node);
    }

    /** As an init system does; on a busy machine a start may take longer than the support code waits. */
    private static void restart(Packaged process) {
        try {
            process.restart();
        } catch (AssertionError tooSlow) {
            System.out.println("a node did not start in time; once more");
            process.restart();
        }
    }

    private static boolean answers(Client node) {
        try {
            return node.send("GET", "/q/health/ready", null, Map.of(), PATIENCE).status() == 200;
        } catch (UncheckedIOException e) {
            return false;
        }
    }

    /** A claim that nobody else knows of, and an edit of it. */
    private void write() {
        String word = String.format(Locale.ROOT, "soak%09d", numbers.incrementAndGet());
        Map<String, Object> content =
                Map.of("text", word, "inLanguage", "en", "claimant", claimant, "about", List.of("soak"));
        Answer made = send("POST", "/v1/claims", Client.json(content), Map.of("Idempotency-Key", word));
        acknowledged(made, 201, word, 1);
        ObjectNode claim = (ObjectNode) made.reply().json();
        claim.put("contentLocation", "Somewhere").put("changeReason", "The place was missing.");
        String path = "/v1/claims/" + made.reply().id();
        Answer edited = send("PUT", path, claim.toString(), Map.of("If-Match", made.reply().etag()));
        if (edited.reply().status() == 412 && !edited.first()) {
            edited = send("GET", path, null, Map.of()); // done by a node that did not come to say so
        }
        acknowledged(edited, 200, word, 2);
        claims.add(made.reply().id());
        pause(60);
    }

    private void acknowledged(Answer answer, int status, String word, int version) {
        Reply reply = answer.reply().expect(status);
        if (reply.json().path("version").asInt() != version) {
            throw new AssertionError(word + " is not at version " + version + ": " + reply);
        }
        events.add(reply.header("Audit-Event"));
        versions.put(word, version);
    }

    private void read() {
        int dice = ThreadLocalRandom.current().nextInt(10);
        String claim = claims.get(ThreadLocalRandom.current().nextInt(claims.size()));
        send("GET", dice < 7 ? "/v1/claims/" + claim : dice < 9 ? "/v1/claims" : "/v1/claims/" + claim + "/dossier", null, Map.of())
                .reply()
                .expect(200);
        pause(25);
    }

    private Answer send(String method, String path, String body, Map<String, String> headers) {
        int begin = ThreadLocalRandom.current().nextInt(3);
        for (int i = 0; i < 200; i++) {
            int node = (begin + i) % 3;
            int before = faults.get(node);
            long at = System.nanoTime();
            try {
                Reply reply = nodes.get(node).send(method, path, body, headers, PATIENCE);
                if (reply.status() < 500 && reply.status() != 409) {
                    if (before % 2 == 0 && faults.get(node) == before) {
                        (method.equals("GET") ? reads : writes).add(System.nanoTime() - at);
                    }
                    return new Answer(reply, i == 0);
                }
            } catch (UncheckedIOException goneAway) {
                if (before % 2 == 0 && faults.get(node) == before) {
                    wrong.add("a node without a fault does not answer: " + method + " " + path + " " + goneAway);
                }
            }
            askedAgain.incrementAndGet();
        }
        throw new AssertionError("no node answers " + method + " " + path);
    }

    private void look(int node) {
        try {
            saw(nodes.get(node).send("GET", "/v1/audit/checkpoint", null, Map.of(), PATIENCE));
        } catch (UncheckedIOException goneAway) {
            // killed or stopped
        }
        pause(100);
    }

    private Checkpoint saw(Reply shown) {
        try {
            Checkpoint checkpoint = Checkpoint.open(shown.expect(200).body(), key);
            Hash before = seen.putIfAbsent(checkpoint.size(), checkpoint.root());
            if (before != null && !before.equals(checkpoint.root())) {
                inconsistent.incrementAndGet();
            }
            return checkpoint;
        } catch (org.claimtrail.merkle.ProofException e) {
            throw new AssertionError(e);
        }
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void report(int seconds) throws Exception {
        Thread.sleep(2000); // the last ones get into the tree
        Map<String, Integer> logged = logged();
        Set<String> acknowledged = new HashSet<>(events);
        long lost = acknowledged.stream().filter(event -> !logged.containsKey(event)).count();
        long doubled = logged.values().stream().filter(count -> count > 1).count();
        Map<String, Integer> found = new HashMap<>();
        for (JsonNode claim : nodes.get(0).all("/v1/claims")) {
            if (claim.path("text").asText().startsWith("soak")) {
                Integer other = found.put(claim.path("text").asText(), claim.path("version").asInt());
                doubled += other == null ? 0 : 1;
            }
        }
        lost += versions.entrySet().stream()
                .filter(each -> found.getOrDefault(each.getKey(), 0) < each.getValue())
                .count();
        doubled += versions.entrySet().stream()
                .filter(each -> found.getOrDefault(each.getKey(), 0) > each.getValue())
                .count();
        System.out.printf("%d seconds, 3 nodes: %d kills, %d stops of %d s%n", seconds, kills, stops, STOPPED_SECONDS);
        System.out.printf("writes acknowledged %d, lost %d, doubled %d%n", acknowledged.size(), lost, doubled);
        System.out.printf("checkpoints seen %d, inconsistent %d%n", seen.size(), inconsistent.get());
        System.out.printf("requests sent again to another node %d%n", askedAgain.get());
        times("reads", reads);
        times("writes", writes);
        System.out.println("what should not have been: " + wrong.size());
        wrong.stream().limit(5).forEach(System.out::println);
    }

    /** How often each event is in the tree; holds every checkpoint that was seen against it. */
    private Map<String, Integer> logged() throws Exception {
        Map<String, Integer> count = new HashMap<>();
        long size = saw(nodes.get(0).get("/v1/audit/checkpoint")).size();
        Frontier frontier = Frontier.EMPTY;
        ObjectMapper json = new ObjectMapper();
        for (long n = 0; n * 256 < size; n++) {
            int width = (int) Math.min(256, size - n * 256);
            byte[] bundle = nodes.get(0)
                    .get("/v1/audit/tile/" + new EntriesPath(n, width).encode())
                    .expect(200)
                    .body();
            for (byte[] leaf : EntryBundle.decode(bundle)) {
                frontier = frontier.append(Hash.leaf(leaf));
                count.merge(json.readTree(leaf).path("id").asText(), 1, Integer::sum);
                Hash shown = seen.get(frontier.size());
                if (shown != null && !shown.equals(frontier.root())) {
                    inconsistent.incrementAndGet();
                }
            }
        }
        return count;
    }

    private static void times(String what, Queue<Long> taken) {
        long[] sorted = taken.stream().mapToLong(Long::longValue).toArray();
        Arrays.sort(sorted);
        System.out.printf(
                Locale.ROOT,
                "%s on nodes without a fault: %d, p50 %.1f ms, p99 %.1f ms, longest %.0f ms%n",
                what,
                sorted.length,
                sorted[sorted.length / 2] / 1e6,
                sorted[(int) (sorted.length * 0.99)] / 1e6,
                sorted[sorted.length - 1] / 1e6);
    }
}
