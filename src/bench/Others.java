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
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Lets wrk ask Claimtrail and what else could be set up in turn, so that what else the machine does weighs on all alike, and
 * prints how they compare. What each does for each workload stands beside its requests below. See others.sh.
 *
 * <pre>
 * java Others.java ROUNDS SECONDS CONNECTIONS,… WARM-UP-SECONDS FOLDER-OF-ask.lua OUT CLAIMS READER {NAME URL PID KEY}…
 * </pre>
 *
 * READER is public, who sends no key, or desk, who reads with the key that it writes with. Claimtrail is the first of the systems.
 */
public final class Others {

    private static final Pattern NEXT = Pattern.compile("\"next\":\"([^\"]+)\"");
    /** So that what a round leaves to do, such as entries for the log, takes no time of the next one's. */
    private static final int PAUSE_MILLIS = 1000;
    private enum Workload {
        READ("one claim with its current assessment"),
        PAGE("page of 20 with their verdicts"),
        SEARCH("search for two words, 20 shown"),
        CREATE("create claim"),
        ASSESS("new assessment version");

        private final String label;

        Workload(String label) {
            this.label = label;
        }
    }

    private enum Kind {
        CLAIMTRAIL("Claimtrail"),
        ENVERS("Spring Boot + Envers"),
        DIRECTUS("Directus"),
        STRAPI("Strapi");

        private final String label;

        Kind(String label) {
            this.label = label;
        }
    }

    /** Property {@code workloads}. */
    private static final List<Workload> WORKLOADS = Optional.ofNullable(System.getProperty("workloads"))
            .filter(names -> !names.isEmpty())
            .map(names -> Stream.of(names.split(",")).map(name -> Workload.valueOf(name.toUpperCase(Locale.ROOT))).toList())
            .orElse(List.of(Workload.values()));

    private record Service(Kind kind, String url, String pid, String key) {}

    private record Row(Workload workload, int connections, List<Wrk.Round> of) {}

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final int rounds;
    private final int seconds;
    private final int warmUp;
    private final List<Integer> connections;
    private final Wrk wrk;
    private final Path out;
    private final int claims;
    private final boolean publicly;
    private final List<Service> services = new ArrayList<>();

    private Others(String[] args) {
        rounds = Integer.parseInt(args[0]);
        seconds = Integer.parseInt(args[1]);
        connections = Stream.of(args[2].split(",")).map(Integer::valueOf).toList();
        warmUp = Integer.parseInt(args[3]);
        out = Path.of(args[5]);
        wrk = new Wrk(Path.of(args[4]), out);
        claims = Integer.parseInt(args[6]);
        publicly = args[7].equals("public");
        for (int i = 8; i < args.length; i += 4) {
            services.add(new Service(
                    Kind.valueOf(args[i].toUpperCase(Locale.ROOT)), args[i + 1], args[i + 2], args[i + 3]));
        }
    }

    public static void main(String[] args) throws Exception {
        Others others = new Others(args);
        List<Row> rows = new ArrayList<>();
        for (Workload workload : WORKLOADS) {
            rows.addAll(others.compare(workload));
        }
        String table = others.table(rows);
        System.out.print(table);
        Files.writeString(others.out.resolve("others.md"), table);
        System.exit(rows.stream().flatMap(row -> row.of.stream()).allMatch(round -> round.failures() == 0) ? 0 : 1);
    }

    private List<Row> compare(Workload workload) throws Exception {
        List<Wrk.Ask> asks = new ArrayList<>();
        for (Service service : services) {
            asks.add(ask(service, workload));
            if (asks.get(asks.size() - 1).bodies() == null) {
                say(service, workload, asks.get(asks.size() - 1));
            }
            run(service, asks.get(asks.size() - 1), connections.get(connections.size() - 1), warmUp);
        }
        List<Row> rows = new ArrayList<>();
        for (int count : connections) {
            Wrk.Round[][] results = new Wrk.Round[services.size()][rounds];
            for (int round = 0; round < rounds; round++) {
                for (int i = 0; i < services.size(); i++) {
                    int which = (i + round) % services.size(); // none is always the first
                    results[which][round] = run(services.get(which), asks.get(which), count, seconds);
                }
            }
            rows.add(new Row(workload, count, Stream.of(results).map(Wrk::median).toList()));
            System.err.printf(Locale.ROOT, "%s, %d connections: %s a second%n", workload.label, count,
                    rows.get(rows.size() - 1).of.stream().map(round -> String.format(Locale.ROOT, "%.0f", round.rate()))
                            .collect(Collectors.joining(", ")));
        }
        return rows;
    }

    /** How much is answered to one request, so that one sees whether all say about as much. */
    private void say(Service service, Workload workload, Wrk.Ask ask) throws Exception {
        String path = Files.readAllLines(ask.paths()).get(0);
        System.err.printf("%s, %s: %d characters%n", workload.label, service.kind.label, get(service, path).length());
    }

    private Wrk.Ask ask(Service service, Workload workload) throws Exception {
        return switch (service.kind) {
            case CLAIMTRAIL -> claimtrail(service, workload);
            case ENVERS -> envers(service, workload);
            case DIRECTUS -> directus(service, workload);
            case STRAPI -> strapi(service, workload);
        };
    }

    /**
     * The read is the dossier (claim, claimant, appearances with sources, published assessments), the page what the list shows:
     * summaries with their verdicts. Both may be answered from memory once the log has said that nothing has changed. The search is
     * ranked and by the grammar of the language, and finds what was acknowledged before. Creating
     * validates, writes version, audit event, commitment for the log and the stored answer for the Idempotency-Key in one
     * transaction; the next version of an assessment is a draft, which a lock keeps in order. Writes have an administrator's key,
     * which is looked up; the log is sequenced and signed meanwhile.
     */
    private Wrk.Ask claimtrail(Service service, Workload workload) throws Exception {
        String agent = list(service, "/v1/agents", "agent").get(0);
        String source = list(service, "/v1/sources", "source").get(0);
        String scale = list(service, "/v1/rating-scales", "scale").get(0);
        return switch (workload) {
            case READ -> read(service, list(service, "/v1/claims", "claim").stream().map(id -> "/v1/claims/" + id + "/dossier"));
            case PAGE -> read(service, pages(service).stream());
            case SEARCH -> read(service, Wrk.questions("+").map(words -> "/v1/search/claims?q=" + words));
            case CREATE -> write(service, "POST", Stream.of("/v1/claims"), Wrk.claim(agent, source));
            case ASSESS -> write(service, "PUT", list(service, "/v1/assessments", "asmt").stream().map(id -> "/v1/assessments/" + id),
                    "{\"assessor\":\"" + agent + "\",\"scale\":\"" + scale + "\",\"rating\":\"true\",\"body\":\"WORDS\","
                            + "\"evidence\":[{\"source\":\"" + source + "\",\"stance\":\"context\"}],\"changeType\":\"correction\","
                            + "\"changeReason\":\"bench\",\"correctionNotice\":\"It was rated otherwise, %d.\"}");
        };
    }

    /**
     * src/bench/envers: the claim joined with its assessment in one statement, the page as a projection with as much as the list of
     * Claimtrail, the search ranked, by PostgreSQL's text search with an index. Writes are one transaction with the entity, the row of Envers and the revision (when, by whom). The
     * token is compared in a filter. No validation, no idempotency, no lock: of two who change one assessment the last wins.
     */
    private Wrk.Ask envers(Service service, Workload workload) throws IOException {
        IntStream ids = IntStream.rangeClosed(1, claims);
        return switch (workload) {
            case READ -> read(service, ids.mapToObj(id -> "/claims/" + id));
            case PAGE -> read(service, ids.filter(id -> id > 20).mapToObj(id -> "/claims?before=" + id));
            case SEARCH -> read(service, Wrk.questions("+").map(words -> "/claims/search?words=" + words));
            case CREATE -> write(service, "POST", Stream.of("/claims"),
                    "{\"text\":\"Claim number %d of the bench says WORDS\",\"language\":\"en\",\"claimant\":\"agent 1\","
                            + "\"statedOn\":\"1980\",\"topics\":\"topic 1\",\"source\":\"source 1\",\"details\":\"WORDS\"}");
            case ASSESS -> write(service, "PUT", ids.mapToObj(id -> "/claims/" + id + "/assessment"),
                    "{\"rating\":\"true\",\"body\":\"WORDS %d\"}");
        };
    }

    /**
     * The item API: the claim with the assessment that it refers to, the page with as many fields as the list of Claimtrail, and
     * its own search, which looks for both words side by side in every text, and ranks nothing. Writes
     * are one transaction with the row, one of directus_activity and one of directus_revisions (accountability "all"). Readers have
     * the public policy, the desk a policy of its own behind a static token, which is looked up. No validation but that of
     * types, no idempotency, no lock.
     */
    private Wrk.Ask directus(Service service, Workload workload) throws IOException {
        IntStream ids = IntStream.rangeClosed(1, claims);
        String fields = "id,text,language,claimant,stated_on,topics,recorded_at,assessment.id,assessment.rating,assessment.published_at";
        return switch (workload) {
            case READ -> read(service, ids.mapToObj(id -> "/items/claims/" + id + "?fields=*,assessment.*"));
            case PAGE -> read(service, ids.filter(id -> id > 20)
                    .mapToObj(id -> "/items/claims?limit=20&sort=-id&filter%5Bid%5D%5B_lt%5D=" + id + "&fields=" + fields));
            case SEARCH -> read(service, Wrk.questions("%20")
                    .map(words -> "/items/claims?limit=20&search=" + words + "&fields=" + fields));
            case CREATE -> write(service, "POST", Stream.of("/items/claims"),
                    "{\"text\":\"Claim number %d of the bench says WORDS\",\"language\":\"en\",\"claimant\":\"agent 1\","
                            + "\"stated_on\":\"1980\",\"topics\":\"topic 1\",\"source\":\"source 1\",\"details\":\"WORDS\"}");
            case ASSESS -> write(service, "PATCH", ids.mapToObj(id -> "/items/assessments/" + id),
                    "{\"rating\":\"true\",\"body\":\"WORDS %d\"}");
        };
    }

    /**
     * src/bench/strapi: the REST API of two content types, the page with as many fields as the list of Claimtrail and without a
     * count, and its own search, which looks for both words side by side in every text, and ranks nothing. Writes are one transaction with a revision that a document middleware adds, as Strapi has none that is free. Reads
     * and writes have an API token with the rights to do so, which is looked up: a public role is a plugin. No idempotency, no lock.
     */
    private Wrk.Ask strapi(Service service, Workload workload) throws Exception {
        IntStream ids = IntStream.rangeClosed(1, claims);
        String query = "?sort=id:desc&pagination%5BwithCount%5D=false&pagination%5BpageSize%5D=20"
                + "&populate%5Bassessment%5D%5Bfields%5D=rating,updatedAt&fields=text,language,claimant,statedOn,topics,createdAt";
        return switch (workload) {
            case READ -> read(service, documents(service, "/api/claims").map(id -> id + "?populate=assessment"));
            case PAGE -> read(service, ids.filter(id -> id > 20)
                    .mapToObj(id -> "/api/claims" + query + "&filters%5Bid%5D%5B$lt%5D=" + id));
            case SEARCH -> read(service, Wrk.questions("%20").map(words -> "/api/claims" + query + "&_q=" + words));
            case CREATE -> write(service, "POST", Stream.of("/api/claims"),
                    "{\"data\":{\"text\":\"Claim number %d of the bench says WORDS\",\"language\":\"en\",\"claimant\":\"agent 1\","
                            + "\"statedOn\":\"1980\",\"topics\":\"topic 1\",\"source\":\"source 1\",\"details\":\"WORDS\"}}");
            case ASSESS -> write(service, "PUT", documents(service, "/api/assessments"),
                    "{\"data\":{\"rating\":\"true\",\"body\":\"WORDS %d\"}}");
        };
    }

    /** The paths of those that it was filled with; a page of Strapi has no more than a hundred. */
    private Stream<String> documents(Service service, String path) throws Exception {
        Pattern document = Pattern.compile("\"documentId\":\"([0-9a-z]+)\"");
        List<String> paths = new ArrayList<>();
        for (int page = 1; paths.size() < claims; page++) {
            String answer = get(service, path + "?sort=id&pagination%5BpageSize%5D=100&pagination%5Bpage%5D=" + page);
            document.matcher(answer).results().forEach(id -> paths.add(path + "/" + id.group(1)));
        }
        return paths.stream().limit(claims);
    }

    private Wrk.Ask read(Service service, Stream<String> paths) throws IOException {
        return wrk.get(publicly && service.kind != Kind.STRAPI ? "-" : service.key, paths);
    }

    private Wrk.Ask write(Service service, String method, Stream<String> paths, String template) throws IOException {
        return wrk.ask(method, service.key, paths, template);
    }

    /** The first pages of the list and pages from all over it. */
    private List<String> pages(Service service) throws Exception {
        List<String> pages = new ArrayList<>(List.of("/v1/claims"));
        Matcher next = NEXT.matcher(get(service, pages.get(0)));
        while (next.find() && pages.size() < 200) {
            pages.add("/v1/claims?cursor=" + next.group(1));
            next = NEXT.matcher(get(service, pages.get(pages.size() - 1)));
        }
        return pages;
    }

    private List<String> list(Service service, String path, String kind) throws Exception {
        Pattern item = Pattern.compile("\"id\":\"(" + kind + "_[0-9a-z]{26})\"");
        List<String> ids = new ArrayList<>();
        String page = path + "?limit=200";
        while (page != null && ids.size() < claims) {
            String answer = get(service, page);
            item.matcher(answer).results().forEach(id -> ids.add(id.group(1)));
            Matcher next = NEXT.matcher(answer);
            page = next.find() ? path + "?limit=200&cursor=" + next.group(1) : null;
        }
        return ids.stream().distinct().toList();
    }

    private String get(Service service, String path) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(service.url + path));
        if (service.kind == Kind.STRAPI) {
            request.header("Authorization", "Bearer " + service.key);
        }
        HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(path + ": " + answer.statusCode() + " " + answer.body());
        }
        return answer.body();
    }

    private Wrk.Round run(Service service, Wrk.Ask ask, int connections, int seconds) throws Exception {
        Thread.sleep(PAUSE_MILLIS);
        return wrk.run(service.url, service.pid, ask, connections, seconds, "");
    }

    private String table(List<Row> rows) {
        List<String> heads = new ArrayList<>(List.of("requests a second", "connections"));
        services.forEach(service -> heads.add(service.kind.label));
        services.stream().skip(1).forEach(service -> heads.add("Claimtrail / " + service.kind.label));
        heads.addAll(List.of("us of processor each", "99 % ms each", "failed each"));
        StringBuilder text = new StringBuilder("| " + String.join(" | ", heads) + " |\n|" + " --- |".repeat(heads.size()) + "\n");
        for (Row row : rows) {
            List<String> cells = new ArrayList<>(List.of(row.workload.label, "" + row.connections));
            row.of.forEach(round -> cells.add(number("%.0f", round.rate())));
            row.of.stream().skip(1).forEach(round -> cells.add(number("**%.2f**", row.of.get(0).rate() / round.rate())));
            cells.add(row.of.stream().map(round -> number("%.0f", round.cpu())).collect(Collectors.joining(", ")));
            cells.add(row.of.stream().map(round -> number("%.1f", round.p99())).collect(Collectors.joining(", ")));
            cells.add(row.of.stream().map(round -> "" + round.failures()).collect(Collectors.joining(", ")));
            text.append("| ").append(String.join(" | ", cells)).append(" |\n");
        }
        return text.toString();
    }

    private static String number(String format, double value) {
        return String.format(Locale.ROOT, format, value);
    }
}
