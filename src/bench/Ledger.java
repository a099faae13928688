import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Does reading cost the same in a large ledger as in a small one? See ledger.sh; and writing? See millions.sh.
 *
 * <pre>
 * fill URL KEY CLAIMS           writes claims with two published assessment versions each, as people would
 * compare READS URL URL [KEY]   reads from a small service and a large one in turn, so that what else the machine does weighs
 *                               on both alike; with the administrator's key, which is the same one of both, it also writes
 * </pre>
 */
public final class Ledger {

    private static final Pattern ID = Pattern.compile("\"id\":\"([a-z]+_[0-9a-z]{26})\"");
    private static final Pattern KEY = Pattern.compile("\"key\":\"([^\"]+)\"");
    private static final Pattern NEXT = Pattern.compile("\"next\":\"([^\"]+)\"");
    private static final String[] READS = {
        "claim by id", "dossier", "dossier, 200 in turn", "list page of 20", "100th page (or last)", "list by statedOn",
        "list of a day", "assessments of a day", "of a day with none", "of an instant with none", "list filtered by topic"
    };
    private static final String[] WRITES = {
        "create claim", "assess: draft", "assess: submit, approve, publish", "assess: next draft"
    };
    private static final int WRITERS = 8;

    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final List<String> claims = Collections.synchronizedList(new ArrayList<>());
    private final AtomicInteger failures = new AtomicInteger();
    private final String base;
    private String author;
    private String editor;
    private String agent;
    private String source;
    private String scale;
    private String assessment;
    private String deep;

    private Ledger(String base) {
        this.base = base;
    }

    private void prepare(String admin) throws Exception {
        author = find(KEY, post(admin, "/v1/keys", "{\"holder\":\"Bench author\",\"role\":\"contributor\"}"));
        editor = find(KEY, post(admin, "/v1/keys", "{\"holder\":\"Bench editor\",\"role\":\"editor\"}"));
        agent = find(ID, post(author, "/v1/agents", "{\"type\":\"Organization\",\"name\":\"Bench desk\"}"));
        source = find(ID, post(author, "/v1/sources", "{\"title\":\"Bench source\",\"medium\":\"article\"}"));
        scale = find(ID, post(admin, "/v1/rating-scales", "{\"owner\":\"" + agent + "\",\"name\":\"Bench\",\"ratings\":["
                + "{\"code\":\"true\",\"label\":{\"en\":\"True\"},\"verdict\":{\"score\":1,\"flags\":[]}},"
                + "{\"code\":\"false\",\"label\":{\"en\":\"False\"},\"verdict\":{\"score\":0,\"flags\":[]}}]}"));
    }

    public static void main(String[] args) throws Exception {
        boolean sound = args[0].equals("fill")
                ? new Ledger(args[1]).fill(args[2], Integer.parseInt(args[3]))
                : compare(Integer.parseInt(args[1]), new Ledger(args[2]), new Ledger(args[3]), args.length > 4 ? args[4] : null);
        System.exit(sound ? 0 : 1);
    }

    private static boolean compare(int reads, Ledger small, Ledger large, String admin) throws Exception {
        List<String> kinds = new ArrayList<>(List.of(READS));
        for (Ledger each : List.of(small, large)) {
            each.collect();
            if (admin != null) {
                each.prepare(admin);
            }
        }
        if (admin != null) {
            kinds.addAll(List.of(WRITES));
        }
        measure(small, large, kinds.size(), reads); // warms both up
        double[][] medians = measure(small, large, kinds.size(), reads);
        System.out.printf(
                "%-32s %12s %12s %8s%n", "median, microseconds", small.claims.size(), large.claims.size(), "ratio");
        for (int i = 0; i < kinds.size(); i++) {
            double ratio = medians[1][i] / medians[0][i];
            System.out.printf(
                    Locale.ROOT, "%-32s %12.0f %12.0f %8.2f%n", kinds.get(i), medians[0][i], medians[1][i], ratio);
        }
        return small.sound() && large.sound();
    }

    private boolean sound() {
        System.out.println("failed requests: " + failures.get());
        return failures.get() == 0;
    }

    /** The ids of all claims there are, page by page. */
    private void collect() throws Exception {
        Pattern item = Pattern.compile("\"id\":\"(claim_[0-9a-z]{26})\"");
        String page = "/v1/claims?limit=200";
        while (page != null) {
            String answer = get(page);
            item.matcher(answer).results().forEach(id -> claims.add(id.group(1)));
            Matcher next = NEXT.matcher(answer);
            page = next.find() ? "/v1/claims?limit=200&cursor=" + next.group(1) : null;
        }
    }

    /** Medians in microseconds: of the small service, then of the large one, for each kind of request. */
    private static double[][] measure(Ledger small, Ledger large, int kinds, int reads) throws Exception {
        Ledger[] both = {small, large};
        for (Ledger each : both) {
            each.deep = each.deepPage();
        }
        Random random = new Random(1);
        long[][][] times = new long[2][kinds][reads];
        for (int i = 0; i < reads; i++) {
            for (int kind = 0; kind < kinds; kind++) {
                for (int turn = 0; turn < 2; turn++) {
                    int which = (i + turn) % 2; // neither is always the first
                    times[which][kind][i] = both[which].nanos(kind, random);
                }
            }
        }
        return Arrays.stream(times)
                .map(all -> Arrays.stream(all).mapToDouble(Ledger::median).toArray())
                .toArray(double[][]::new);
    }

    private long nanos(int kind, Random random) throws Exception {
        String claim = claims.get(random.nextInt(claims.size()));
        String path = kind < READS.length ? path(kind, claim, random) : "";
        int n = random.nextInt();
        long began = System.nanoTime();
        switch (kind - READS.length) {
            case 0 -> create(n & 0xFFFFFF);
            case 1 -> assessment = assess(claim, n);
            case 2 -> publish(assessment);
            case 3 -> revise(assessment, n);
            default -> get(path);
        }
        return System.nanoTime() - began;
    }

    private static double median(long[] nanos) {
        Arrays.sort(nanos);
        return nanos[nanos.length / 2] / 1e3;
    }

    private String path(int kind, String claim, Random random) {
        return switch (kind) {
            case 0 -> "/v1/claims/" + claim;
            case 1 -> "/v1/claims/" + claim + "/dossier";
            case 2 -> "/v1/claims/" + often(random) + "/dossier";
            case 3 -> "/v1/claims";
            case 4 -> deep;
            case 5 -> "/v1/claims?sort=statedOn";
            case 6 -> "/v1/claims?asOf=" + day(random);
            case 7 -> "/v1/assessments?asOf=" + day(random);
            case 8 -> "/v1/assessments?asOf=1950-01-01";
            case 9 -> "/v1/assessments?knownAt=1990-01-01T00:00:00Z";
            default -> "/v1/claims?topic=topic%20" + random.nextInt(1000);
        };
    }

    /** On which some of the verdicts hold. */
    private static String day(Random random) {
        return (1990 + random.nextInt(40)) + "-06-01";
    }

    /** One of a few claims from all over the ledger, which the database has in its cache: what a lookup costs by itself. */
    private String often(Random random) {
        int few = 200;
        return claims.get((int) ((long) claims.size() * random.nextInt(few) / few));
    }

    private String deepPage() throws Exception {
        String path = "/v1/claims";
        for (int page = 0; page < Math.min(99, claims.size() / 20 - 1); page++) {
            Matcher next = NEXT.matcher(get(path));
            path = next.find() ? "/v1/claims?cursor=" + next.group(1) : path;
        }
        return path;
    }

    private boolean fill(String admin, int target) throws Exception {
        prepare(admin);
        long began = System.nanoTime();
        int from = claims.size();
        ExecutorService writers = Executors.newFixedThreadPool(WRITERS);
        AtomicInteger next = new AtomicInteger(from);
        List<Future<?>> running = new ArrayList<>();
        for (int i = 0; i < WRITERS; i++) {
            Callable<Void> writer = () -> {
                for (int n = next.getAndIncrement(); n < target; n = next.getAndIncrement()) {
                    write(n);
                }
                return null;
            };
            running.add(writers.submit(writer));
        }
        for (Future<?> writer : running) {
            writer.get();
        }
        writers.shutdown();
        double seconds = (System.nanoTime() - began) / 1e9;
        System.out.printf(
                Locale.ROOT, "%d claims in %.0f s: %.0f writes/s%n", target - from, seconds, (target - from) * 9 / seconds);
        return sound();
    }

    private void write(int n) throws Exception {
        String claim = create(n);
        String first = assess(claim, n);
        publish(first);
        revise(first, n);
        publish(first);
        claims.add(claim);
    }

    private String create(int n) throws Exception {
        return find(ID, post(author, "/v1/claims", "{\"text\":\"Claim number " + n + " of the bench says " + words(n)
                + "\",\"inLanguage\":\"en\",\"claimant\":\"" + agent + "\",\"statedOn\":\"" + (1900 + n % 120)
                + "\",\"about\":[\"topic " + n % 1000 + "\"],\"appearances\":[{\"source\":\"" + source
                + "\",\"attribution\":[{\"agent\":\"" + agent + "\",\"mode\":\"reported\"}]}]}"));
    }

    private String assess(String claim, int n) throws Exception {
        return find(ID, post(author, "/v1/claims/" + claim + "/assessments", judgement(n, "true", "")));
    }

    private void revise(String known, int n) throws Exception {
        send(author, "PUT", "/v1/assessments/" + known, judgement(n, "false",
                ",\"changeType\":\"correction\",\"changeReason\":\"bench\",\"correctionNotice\":\"It was rated true.\""));
    }

    private void publish(String drafted) throws Exception {
        post(author, "/v1/assessments/" + drafted + "/submit", "{}");
        post(editor, "/v1/assessments/" + drafted + "/approve", "{}");
        post(editor, "/v1/assessments/" + drafted + "/publish", null);
    }

    private String judgement(int n, String rating, String change) {
        return "{\"validFrom\":\"" + (1990 + n % 30) + "\",\"assessor\":\"" + agent + "\",\"scale\":\"" + scale + "\",\"rating\":\"" + rating
                + "\",\"body\":\"" + words(n) + words(n + 1) + words(n + 2) + "\",\"evidence\":[{\"source\":\"" + source
                + "\",\"stance\":\"context\"}]" + change + "}";
    }

    /** One of 5,000, the n-th most frequent of which is n times as rare as the first, as in any language (Zipf's law). */
    private static String word(Random random) {
        return "word" + (int) Math.pow(5000, random.nextDouble());
    }

    private static String words(int n) {
        Random random = new Random(n);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 12; i++) {
            text.append(word(random)).append(' ');
        }
        return text.toString();
    }

    private String get(String path) throws Exception {
        return exchange(HttpRequest.newBuilder(URI.create(base + path)).build());
    }

    private String post(String key, String path, String body) throws Exception {
        return send(key, "POST", path, body);
    }

    private String send(String key, String method, String path, String body) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
                .header("Authorization", "Bearer " + key)
                .header("If-Match", "*")
                .method(method, body == null
                        ? HttpRequest.BodyPublishers.noBody()
                        : HttpRequest.BodyPublishers.ofString(body));
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        return exchange(request.build());
    }

    private String exchange(HttpRequest request) throws Exception {
        HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() / 100 != 2 && failures.incrementAndGet() < 5) {
            System.err.println(request.method() + " " + request.uri() + ": " + answer.statusCode() + " " + answer.body());
        }
        return answer.body();
    }

    private static String find(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            throw new IllegalStateException("no " + pattern + " in " + text);
        }
        return matcher.group(1);
    }
}
