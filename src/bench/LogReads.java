import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;

/**
 * Does reading the log cost the same in a large log as in a small one? Reads from both in turn, so that what else the machine
 * does weighs on both alike.
 *
 * <pre>
 * java LogReads.java READS URL URL
 * </pre>
 */
public final class LogReads {

    private static final String[] READS = {
        "checkpoint", "proof of a random entry", "consistency", "bundle of entries", "tile of level 0", "page of events"
    };
    private static final int CHECKPOINT = 500;
    private static final int TILE = 256;

    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String base;
    private final long size;

    private LogReads(String base) throws Exception {
        this.base = base + "/v1/audit/";
        this.size = Long.parseLong(get("checkpoint").split("\n")[1]);
    }

    public static void main(String[] args) throws Exception {
        int reads = Integer.parseInt(args[0]);
        LogReads[] logs = {new LogReads(args[1]), new LogReads(args[2])};
        measure(logs, reads); // warms both up
        double[][][] times = measure(logs, reads);
        System.out.printf("%-26s %10d %20d%n", "entries", logs[0].size, logs[1].size);
        System.out.println("microseconds               median    99 %      median    99 %    ratio of medians");
        for (int kind = 0; kind < READS.length; kind++) {
            double[] small = times[0][kind];
            double[] large = times[1][kind];
            System.out.printf(Locale.ROOT, "%-26s %6.0f %7.0f %11.0f %7.0f %11.2f%n", READS[kind], at(small, 50),
                    at(small, 99), at(large, 50), at(large, 99), at(large, 50) / at(small, 50));
        }
    }

    private static double[][][] measure(LogReads[] logs, int reads) throws Exception {
        Random random = new Random(1);
        double[][][] times = new double[logs.length][READS.length][reads];
        for (int i = 0; i < reads; i++) {
            for (int kind = 0; kind < READS.length; kind++) {
                for (int which = 0; which < logs.length; which++) {
                    String path = logs[which].path(kind, random);
                    long began = System.nanoTime();
                    logs[which].get(path);
                    times[which][kind][i] = (System.nanoTime() - began) / 1e3;
                }
            }
        }
        for (double[][] log : times) {
            Arrays.stream(log).forEach(Arrays::sort);
        }
        return times;
    }

    private static double at(double[] sorted, int percent) {
        return sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)];
    }

    /** Both logs were filled with a checkpoint every 500 entries. */
    private String path(int kind, Random random) {
        long entry = random.nextLong(size);
        long from = CHECKPOINT * (1 + random.nextLong(size / CHECKPOINT - 1));
        return switch (kind) {
            case 0 -> "checkpoint";
            case 1 -> "proofs/" + entry;
            case 2 -> "consistency?from=" + from + "&to=" + size;
            case 3 -> "tile/entries/" + number(random.nextLong(size / TILE));
            case 4 -> "tile/0/" + number(random.nextLong(size / TILE));
            default -> "events?limit=20";
        };
    }

    /** As C2SP tlog-tiles writes the number of a tile. */
    private static String number(long n) {
        StringBuilder path = new StringBuilder(String.format("%03d", n % 1000));
        for (long rest = n / 1000; rest > 0; rest /= 1000) {
            path.insert(0, String.format("x%03d/", rest % 1000));
        }
        return path.toString();
    }

    private String get(String path) throws Exception {
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(URI.create(base + path)).build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(path + ": " + answer.statusCode() + " " + answer.body());
        }
        return answer.body();
    }
}
