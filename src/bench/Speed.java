import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Lets wrk ask the service and the bare one in turn, so that what else the machine does weighs on both alike, and prints how
 * they compare. See speed.sh.
 *
 * <pre>
 * java Speed.java ROUNDS SECONDS CONNECTIONS,… WORKLOADS FOLDER-OF-ask.lua OUT URL PID KEY BARE-URL BARE-PID CLAIMS
 * </pre>
 */
public final class Speed {

    private static final Pattern NEXT = Pattern.compile("\"next\":\"([^\"]+)\"");
    /** Property {@code warm}. Code as large as the service's is compiled to the end after a minute of load, not before. */
    private static final int WARM_UP_SECONDS = Integer.getInteger("warm", 15);
    /** Those who ask at 70 % of the highest rate: enough of them that none has to be asked at once. */
    private static final int EASY_CONNECTIONS = 128;
    private static final double EASY = 0.7;
    /** Lines in a file, and how many files are sent at the same time. */
    private static final int LINES = 1_000;

    private static final int FILES = 2;

    private static final int IMPORTS = 50;

    /** What is compared; the target is that of docs/performance.md at the fewest and at the most connections. */
    private enum Workload {
        READ("claim by id", 1.0, 1.0),
        VERSION("version URL", 2, 2),
        CONDITIONAL("claim by id, 304", 2, 2),
        DOSSIER("dossier", 0.7, 0.7),
        PAGE("list page of 20", 0.9, 0.9),
        SEARCH("ranked search of 20", 10, 10),
        CREATE("create claim", 0.7, 1.2),
        ASSESS("new assessment version", 0.65, 1.0),
        /** Of the bare one, claims that are created one by one. */
        IMPORT("bulk import, records", 3, 3);

        private final String label;
        private final double few;
        private final double many;

        Workload(String label, double few, double many) {
            this.label = label;
            this.few = few;
            this.many = many;
        }
    }

    private record Service(String url, String pid, String key) {}

    private record Row(Workload workload, int connections, Wrk.Round ours, Wrk.Round bare, Wrk.Round easy) {

        double ratio() {
            return ours.rate() / bare.rate();
        }
    }

    private final HttpClient http = HttpClient.newHttpClient();
    private final Wrk wrk;
    private final Path out;
    private final Service ours;
    private final Service bare;
    private final int claims;

    private Speed(String[] args) {
        out = Path.of(args[5]);
        wrk = new Wrk(Path.of(args[4]), out);
        ours = new Service(args[6], args[7], args[8]);
        bare = new Service(args[9], args[10], "-");
        claims = Integer.parseInt(args[11]);
    }

    public static void main(String[] args) throws Exception {
        int rounds = Integer.parseInt(args[0]);
        int seconds = Integer.parseInt(args[1]);
        List<Workload> workloads = args[3].equals("all")
                ? List.of(Workload.values())
                : Stream.of(args[3].split(","))
                        .map(name -> Workload.valueOf(name.toUpperCase(Locale.ROOT)))
                        .toList();
        List<Integer> connections =
                Stream.of(args[2].split(",")).map(Integer::valueOf).toList();
        Speed speed = new Speed(args);
        List<Row> rows = speed.compare(workloads, connections, rounds, seconds);
        String table = table(rows, connections.get(0));
        System.out.print(table);
        Files.writeString(speed.out.resolve("speed.md"), table);
        Files.writeString(speed.out.resolve("speed.svg"), plot(rows));
        System.exit(rows.stream().allMatch(row -> row.ours.failures() + row.bare.failures() + row.easy.failures() == 0) ? 0 : 1);
    }

    private List<Row> compare(List<Workload> workloads, List<Integer> connections, int rounds, int seconds)
            throws Exception {
        List<String> ids = list("/v1/claims", "claim");
        List<String> assessments = list("/v1/assessments", "asmt");
        List<Row> rows = new ArrayList<>();
        for (Workload workload : workloads) {
            Wrk.Ask[] asks = {ours(workload, ids, assessments), bare(workload)};
            Service[] services = {ours, bare};
            for (int i = 0; i < 2; i++) {
                boolean files = workload == Workload.IMPORT && i == 0;
                run(services[i], asks[i], files ? FILES : connections.get(connections.size() - 1), WARM_UP_SECONDS);
            }
            for (int count : connections) {
                Wrk.Round[][] results = new Wrk.Round[2][rounds];
                for (int round = 0; round < rounds; round++) {
                    for (int i = 0; i < 2; i++) {
                        int which = (i + round) % 2; // neither is always the first
                        boolean files = workload == Workload.IMPORT && which == 0;
                        Wrk.Round result = run(services[which], asks[which], files ? FILES : count, seconds);
                        results[which][round] = files ? result.of(LINES) : result;
                    }
                }
                Wrk.Round most = Wrk.median(results[0]);
                Wrk.Round easy = workload == Workload.IMPORT ? most : easily(asks[0], most, seconds);
                Row row = new Row(workload, count, most, Wrk.median(results[1]), easy);
                System.err.printf(Locale.ROOT, "%s, %d connections: %.2f%n", workload.label, count, row.ratio());
                rows.add(row);
            }
        }
        return rows;
    }

    private Wrk.Ask ours(Workload workload, List<String> ids, List<String> assessments) throws Exception {
        String agent = list("/v1/agents", "agent").get(0);
        String source = list("/v1/sources", "source").get(0);
        String scale = list("/v1/rating-scales", "scale").get(0);
        return switch (workload) {
            case READ -> get(ids.stream().map(id -> "/v1/claims/" + id));
            case VERSION -> get(ids.stream().map(id -> "/v1/claims/" + id + "/versions/1"));
            case CONDITIONAL -> get(tagged(ids));
            case DOSSIER -> get(ids.stream().map(id -> "/v1/claims/" + id + "/dossier"));
            case PAGE -> get(pages().stream());
            case SEARCH -> get(Wrk.questions("+").map(words -> "/v1/search/claims?q=" + words));
            case CREATE -> wrk.ask("POST", ours.key, Stream.of("/v1/claims"), Wrk.claim(agent, source));
            case IMPORT -> wrk.files(ours.key, imports(), LINES, Wrk.claim(agent, source));
            case ASSESS -> wrk.ask("PUT", ours.key, assessments.stream().map(id -> "/v1/assessments/" + id),
                    "{\"assessor\":\"" + agent + "\",\"scale\":\"" + scale + "\",\"rating\":\"true\",\"body\":\"WORDS\","
                            + "\"evidence\":[{\"source\":\"" + source + "\",\"stance\":\"context\"}],\"changeType\":\"correction\","
                            + "\"changeReason\":\"bench\",\"correctionNotice\":\"It was rated otherwise, %d.\"}");
        };
    }

    private Wrk.Ask bare(Workload workload) throws IOException {
        IntStream ids = IntStream.rangeClosed(1, claims);
        return switch (workload) {
            case READ, VERSION, CONDITIONAL, DOSSIER -> get(ids.mapToObj(id -> "/claims/" + id));
            case PAGE -> get(ids.filter(id -> id > 20).mapToObj(id -> "/claims?before=" + id));
            case SEARCH -> get(Wrk.questions("+").map(words -> "/claims/search?q=" + words));
            case CREATE, IMPORT -> wrk.ask("POST", "-", Stream.of("/claims"), "{\"text\":\"Claim number %d of the bench says WORDS\","
                    + "\"language\":\"en\",\"claimant\":\"agent 1\",\"statedOn\":\"1980\",\"topics\":\"topic 1\",\"source\":\"source 1\","
                    + "\"details\":\"WORDS\"}");
            case ASSESS -> wrk.ask("POST", "-", ids.mapToObj(id -> "/claims/" + id + "/assessments"),
                    "{\"rating\":\"true\",\"body\":\"WORDS\"}");
        };
    }

    /** Where files go: to many imports, as those of one wait for each other. */
    private Stream<String> imports() throws Exception {
        List<String> paths = new ArrayList<>();
        for (int i = 0; i < IMPORTS; i++) {
            HttpRequest start = HttpRequest.newBuilder(URI.create(ours.url + "/v1/imports"))
                    .header("Authorization", "Bearer " + ours.key)
                    .header("Content-Type", "application/json")
                    .header("Idempotency-Key", "bench-" + i)
                    .POST(HttpRequest.BodyPublishers.ofString("{\"name\":\"bench\"}"))
                    .build();
            Matcher id = Pattern.compile("import_[0-9a-z]{26}")
                    .matcher(http.send(start, HttpResponse.BodyHandlers.ofString()).body());
            if (!id.find()) {
                throw new IllegalStateException("no import was started");
            }
            paths.add("/v1/imports/" + id.group() + "/records");
        }
        return paths.stream();
    }

    private Wrk.Ask get(Stream<String> paths) throws IOException {
        return wrk.get("-", paths);
    }

    /** Claims with the tags that they have now. */
    private Stream<String> tagged(List<String> ids) throws Exception {
        List<String> lines = new ArrayList<>();
        for (String id : ids.subList(0, Math.min(1000, ids.size()))) {
            HttpResponse<String> answer = ask("/v1/claims/" + id);
            lines.add("/v1/claims/" + id + " " + answer.headers().firstValue("ETag").orElseThrow());
        }
        return lines.stream();
    }

    /** The first pages of the list and pages from all over it. */
    private List<String> pages() throws Exception {
        List<String> pages = new ArrayList<>(List.of("/v1/claims"));
        String page = "/v1/claims";
        for (Matcher next = NEXT.matcher(get(page)); next.find() && pages.size() < 200; next = NEXT.matcher(get(page))) {
            page = "/v1/claims?cursor=" + next.group(1);
            pages.add(page);
        }
        return pages;
    }

    private List<String> list(String path, String kind) throws Exception {
        Pattern item = Pattern.compile("\"id\":\"(" + kind + "_[0-9a-z]{26})\"");
        List<String> ids = new ArrayList<>();
        String page = path + "?limit=200";
        while (page != null && ids.size() < claims) {
            String answer = get(page);
            item.matcher(answer).results().forEach(id -> ids.add(id.group(1)));
            Matcher next = NEXT.matcher(answer);
            page = next.find() ? path + "?limit=200&cursor=" + next.group(1) : null;
        }
        return ids.stream().distinct().toList();
    }

    private String get(String path) throws Exception {
        return ask(path).body();
    }

    private HttpResponse<String> ask(String path) throws Exception {
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(URI.create(ours.url + path)).build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(path + ": " + answer.statusCode() + " " + answer.body());
        }
        return answer;
    }

    /** Asks the service for 70 % of what it can, by connections that wait in between. */
    private Wrk.Round easily(Wrk.Ask ask, Wrk.Round most, int seconds) throws Exception {
        long pause = Math.round(EASY_CONNECTIONS * 1e3 / (EASY * most.rate()));
        return wrk.run(ours.url, ours.pid, ask, EASY_CONNECTIONS, seconds, Long.toString(pause));
    }

    private Wrk.Round run(Service service, Wrk.Ask ask, int connections, int seconds) throws Exception {
        return wrk.run(service.url, service.pid, ask, connections, seconds, "");
    }

    private static String table(List<Row> rows, int few) {
        StringBuilder text = new StringBuilder("| workload | connections | bare, a second | Claimtrail, a second | ratio | target |"
                + " bare, CPU us | Claimtrail, CPU us | Claimtrail, median ms | 99 % ms |"
                + " at 70 %: a second | 99 % ms | failed |\n|" + " --- |".repeat(13) + "\n");
        for (Row row : rows) {
            double target = row.connections == few ? row.workload.few : row.workload.many;
            text.append(String.format(
                    Locale.ROOT, "| %s | %d | %.0f | %.0f | **%.2f** | %.2f | %.0f | %.0f | %.1f | %.1f | %.0f | %.1f | %d |%n",
                    row.workload.label, row.connections, row.bare.rate(), row.ours.rate(), row.ratio(), target, row.bare.cpu(),
                    row.ours.cpu(), row.ours.median(), row.ours.p99(), row.easy.rate(), row.easy.p99(),
                    row.ours.failures() + row.bare.failures() + row.easy.failures()));
        }
        return text.toString();
    }

    /** A bar for each ratio; the line is the bare one's. */
    private static String plot(List<Row> rows) {
        int height = 26;
        double most = Math.max(1.2, rows.stream().mapToDouble(Row::ratio).max().orElse(1));
        double unit = 420 / most;
        StringBuilder svg = new StringBuilder(String.format(
                Locale.ROOT, "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"720\" height=\"%d\" font-family=\"sans-serif\" font-size=\"12\">%n"
                        + "<rect width=\"100%%\" height=\"100%%\" fill=\"white\"/>%n<text x=\"10\" y=\"18\">Requests a second, bare Quarkus = 1</text>%n",
                rows.size() * height + 50));
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            int y = 32 + i * height;
            svg.append(String.format(
                    Locale.ROOT, "<text x=\"10\" y=\"%d\">%s, %d</text><rect x=\"220\" y=\"%d\" width=\"%.0f\" height=\"16\" fill=\"#36c\"/>"
                            + "<text x=\"%.0f\" y=\"%d\">%.2f</text>%n",
                    y + 13, row.workload.label, row.connections, y, row.ratio() * unit, 226 + row.ratio() * unit, y + 13, row.ratio()));
        }
        return svg.append(String.format(
                        Locale.ROOT, "<line x1=\"%.0f\" x2=\"%.0f\" y1=\"26\" y2=\"%d\" stroke=\"#c33\"/>%n</svg>%n",
                        220 + unit, 220 + unit, rows.size() * height + 36))
                .toString();
    }
}
