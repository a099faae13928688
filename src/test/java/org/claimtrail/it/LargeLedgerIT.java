package org.claimtrail.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.function.IntToLongFunction;
import java.util.stream.Stream;
import org.claimtrail.support.Client;
import org.claimtrail.support.Launch;
import org.claimtrail.support.Packaged;
import org.claimtrail.support.ShownOutput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * What is read from the embedded database costs about the same when there is much more in it: no statement walks a whole
 * table. {@code src/bench/ledger.sh} measures the same on a larger ledger; this one only notices what grows with it.
 */
@ExtendWith(ShownOutput.class)
class LargeLedgerIT {

    private static final int TIMES = 500;
    private static final int EDITS = 1_500;
    private static final int READS = 25;
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    /** Above noise and colder caches; a statement that walks a table or an index of this size adds as much again. */
    private static final double TOLERATED = 1.6;

    private static final List<String> PARTS =
            List.of("", "/versions", "/versions/1", "/dossier", "/provenance", "/assessments", "/audit");
    /** With a digit that changes nothing but the text, or one row more or less. */
    private static final List<String> LISTS = List.of(
            "/v1/claims?limit=1%d",
            "/v1/claims?sort=statedOn&limit=1%d",
            "/v1/claims?knownAt=9999-01-01T00:00:00Z&limit=1%d",
            "/v1/claims?asOf=2025-11-10&limit=1%d",
            "/v1/claims?topic=abductions&limit=1%d",
            "/v1/claims?topic=nothing%%20that%%20is%%20told%%20of%d",
            "/v1/sources?knownAt=9999-01-01T00:00:00Z&limit=1%d",
            "/v1/sources?url=https://nowhere.example/%d",
            "/v1/relations?limit=1%d",
            "/v1/relations?claim=claim_01k98n0b00e5ev27be852nn2n%d",
            "/v1/audit/events?since=9999-01-01T00:00:00Z&limit=1%d",
            "/v1/audit/events?until=2000-01-01T00:00:00Z&limit=1%d",
            "/v1/assessments?limit=1%d",
            "/v1/assessments?sort=recordedAt&limit=1%d",
            "/v1/assessments?state=published&limit=1%d",
            "/v1/assessments?asOf=2025-11-10&limit=1%d",
            "/v1/assessments?asOf=190%d-01-01&limit=1",
            "/v1/assessments?knownAt=199%d-01-01T00:00:00Z",
            "/v1/assessments?asOf=2025-11-10&knownAt=199%d-01-01T00:00:00Z",
            "/v1/claims?asOf=190%d-01-01&verdict=unproven&limit=1",
            "/v1/audit/events?type=claim.created&limit=1%d",
            "/v1/audit/events?type=assessment.drafted&limit=1%d");

    private static final Path MULTIPLY = Path.of("src/bench/Multiply.java");

    @TempDir
    private Path folder;

    @Test
    void reads_from_a_large_one_what_it_reads_from_a_small_one_in_about_the_same_time() throws Exception {
        String key;
        try (Packaged service = Launch.in(folder).start()) {
            key = service.key();
            service.terminate();
        }
        Path large = folder.resolve("large");
        DataCopy.of(folder, large);
        multiply(large);

        try (Packaged few = read(folder);
                Packaged many = read(large)) {
            Map<String, Double> ratios = new TreeMap<>();
            for (String as : List.of("", key)) {
                Client small = new Client(few.url(), as);
                Client much = new Client(many.url(), as);
                assertThat(much.get("/v1/claims?limit=200")
                                .expect(200)
                                .json()
                                .path("next")
                                .isTextual())
                        .isTrue();
                List<String> claims = claims(small);
                for (String part : PARTS) {
                    ratios.put(reader(as) + part, ratioOf(small, much, i -> claims.get(i % claims.size()) + part));
                }
                for (String list : LISTS) {
                    ratios.put(reader(as) + list, ratioOf(small, much, i -> list.formatted(i % 10)));
                }
            }
            ratios.forEach((path, ratio) -> System.out.printf(Locale.ROOT, "LargeLedgerIT: %.2f %s%n", ratio, path));
            assertThat(ratios.values()).allMatch(ratio -> ratio < TOLERATED);
        }
    }

    @Test
    void reads_what_was_edited_many_times_like_what_was_not() throws Exception {
        try (Packaged service = read(folder)) {
            Client admin = service.admin();
            String often = written(admin);
            String seldom = written(admin);
            edit(admin, seldom, 1);
            edit(admin, often, EDITS / 2);
            String begun = Instant.now().toString();
            edit(admin, often, EDITS / 2);
            for (Client reader : List.of(new Client(service.url(), ""), admin)) {
                for (String part : List.of("", "?knownAt=" + begun, "?knownAt=" + Instant.now(), "/versions?limit=2")) {
                    double ratio = ratio(i -> nanos(reader, seldom + part), i -> nanos(reader, often + part));
                    System.out.printf(Locale.ROOT, "LargeLedgerIT: %.2f with %d versions %s%n", ratio, EDITS, part);
                    assertThat(ratio).as(part).isLessThan(TOLERATED);
                }
            }
        }
    }

    private static String written(Client by) {
        Map<String, String> agent = Map.of("type", "Person", "name", "Somebody");
        return "/v1/agents/" + by.post("/v1/agents", agent).expect(201).id();
    }

    private static void edit(Client by, String path, int times) {
        for (int i = 0; i < times; i++) {
            Map<String, String> next = Map.of("type", "Person", "name", "Somebody " + i, "changeReason", "again");
            by.put(path, next, "*").expect(200);
        }
    }

    /** Without answers kept in memory, so that every read asks the database. */
    private static Packaged read(Path folder) {
        return Launch.in(folder).with("CLAIMTRAIL_KEPT_ANSWERS_MEMORY", "0").start();
    }

    private static String reader(String key) {
        return key.isEmpty() ? "the public: " : "a key: ";
    }

    /** Those of the seeds, which both have. */
    private static List<String> claims(Client small) {
        return small.all("/v1/claims").stream()
                .map(claim -> Audit.path(claim.path("id").asText()))
                .toList();
    }

    private static double ratioOf(Client small, Client large, IntFunction<String> path) {
        return ratio(i -> nanos(small, path.apply(i)), i -> nanos(large, path.apply(i)));
    }

    /**
     * Of the shortest; asked in turn, so that what else the machine does weighs on both, and something else each time, as the
     * database remembers what it found last. What looks long is asked for longer: the shortest of both come down to what
     * they cost, however busy the machine is and whatever the compilers did of either; a walk costs as much each time.
     */
    private static double ratio(IntToLongFunction few, IntToLongFunction many) {
        long began = System.nanoTime();
        long one = Long.MAX_VALUE;
        long other = Long.MAX_VALUE;
        int i = 0;
        do {
            for (int end = i + READS; i < end; i++) {
                one = Math.min(one, few.applyAsLong(i));
                other = Math.min(other, many.applyAsLong(i));
            }
        } while (other >= one * TOLERATED && System.nanoTime() - began < PATIENCE.toNanos());
        return (double) other / one;
    }

    private static long nanos(Client client, String path) {
        long began = System.nanoTime();
        client.get(path).expect(200);
        return System.nanoTime() - began;
    }

    private static void multiply(Path folder) throws IOException, InterruptedException {
        Path output = folder.resolve("multiply.log");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        h2(),
                        MULTIPLY.toString(),
                        "jdbc:h2:file:" + folder.resolve("data/claimtrail").toAbsolutePath(),
                        Integer.toString(TIMES))
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
            assertThat(process.exitValue()).as(Files.readString(output)).isZero();
        } finally {
            process.destroyForcibly();
        }
    }

    private static String h2() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> Path.of(entry).getFileName().toString().startsWith("h2-"))
                .findFirst()
                .orElseThrow();
    }
}
