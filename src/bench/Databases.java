import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Lets wrk ask the service on H2 and the one on PostgreSQL in turn, and prints how they compare. See databases.sh.
 *
 * <pre>
 * java Databases ROUNDS SECONDS CONNECTIONS,… WARM FOLDER-OF-ask.lua OUT H2-URL H2-PID H2-KEY URL PID KEY
 * </pre>
 */
public final class Databases {

    private static final Pattern ID = Pattern.compile("\"id\":\"((?:claim|agent|source)_[0-9a-z]{26})\"");

    private record Service(String url, String pid, String key) {

        Stream<String> ids(String list) throws Exception {
            HttpResponse<String> answer = HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(URI.create(url + list)).build(), HttpResponse.BodyHandlers.ofString());
            Matcher id = ID.matcher(answer.body());
            return id.results().map(found -> found.group(1)).filter(found -> list.contains(found.substring(0, found.indexOf('_')))).distinct();
        }
    }

    /** What is compared, and the part of PostgreSQL's rate that H2 is to reach. */
    private enum Workload {
        READ("claim by id", 0.7),
        PAGE("list page of 20", 0.7),
        DOSSIER("dossier", 0.7),
        CREATE("create claim", 0.3);

        private final String label;
        private final double wanted;

        Workload(String label, double wanted) {
            this.label = label;
            this.wanted = wanted;
        }

        Wrk.Ask ask(Wrk wrk, Service service) throws Exception {
            List<String> claims = service.ids("/v1/claims?limit=200").toList();
            return switch (this) {
                case READ -> wrk.get(service.key, claims.stream().map(id -> "/v1/claims/" + id));
                case DOSSIER -> wrk.get(service.key, claims.stream().map(id -> "/v1/claims/" + id + "/dossier"));
                case PAGE -> wrk.get(service.key, Stream.of("/v1/claims", "/v1/claims?sort=statedOn"));
                case CREATE -> {
                    String agent = service.ids("/v1/agents").findFirst().orElseThrow();
                    String source = service.ids("/v1/sources").findFirst().orElseThrow();
                    yield wrk.ask("POST", service.key, Stream.of("/v1/claims"), Wrk.claim(agent, source));
                }
            };
        }
    }

    private Databases() {}

    public static void main(String[] args) throws Exception {
        int rounds = Integer.parseInt(args[0]);
        int seconds = Integer.parseInt(args[1]);
        int warm = Integer.parseInt(args[3]);
        Wrk wrk = new Wrk(Path.of(args[4]), Path.of(args[5]));
        List<Service> services =
                List.of(new Service(args[6], args[7], args[8]), new Service(args[9], args[10], args[11]));
        System.out.println("| with a key, from the database | connections | H2, a second | PostgreSQL, a second | ratio | wanted | H2, CPU us |"
                + " PostgreSQL, CPU us (service) | failed |\n|" + " --- |".repeat(9));
        for (Workload workload : Workload.values()) {
            List<Wrk.Ask> asks = new ArrayList<>();
            for (Service service : services) {
                asks.add(workload.ask(wrk, service));
            }
            for (int i = 0; i < 2; i++) {
                wrk.run(services.get(i).url, services.get(i).pid, asks.get(i), 8, warm, "");
            }
            for (String connections : args[2].split(",")) {
                Wrk.Round[][] results = new Wrk.Round[2][rounds];
                for (int round = 0; round < rounds; round++) {
                    for (int i = 0; i < 2; i++) {
                        int which = (i + round) % 2; // neither is always the first
                        Service service = services.get(which);
                        results[which][round] =
                                wrk.run(service.url, service.pid, asks.get(which), Integer.parseInt(connections), seconds, "");
                    }
                }
                Wrk.Round h2 = Wrk.median(results[0]);
                Wrk.Round postgresql = Wrk.median(results[1]);
                System.out.printf(
                        Locale.ROOT, "| %s | %s | %.0f | %.0f | **%.2f** | %.1f | %.0f | %.0f | %d |%n",
                        workload.label, connections, h2.rate(), postgresql.rate(), h2.rate() / postgresql.rate(),
                        workload.wanted, h2.cpu(), postgresql.cpu(), h2.failures() + postgresql.failures());
            }
        }
    }
}
