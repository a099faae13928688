import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.DoubleStream;

/**
 * How many writes a second two services take, in turn, so that what else the machine does weighs on both alike.
 *
 * <pre>
 * java Writes.java ROUNDS SECONDS CLIENTS,CLIENTS,… URL KEY URL KEY
 * </pre>
 */
public final class Writes {

    private static final AtomicInteger NAMES = new AtomicInteger();

    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String base;
    private final String key;

    private Writes(String base, String key) {
        this.base = base;
        this.key = key;
    }

    public static void main(String[] args) throws Exception {
        int rounds = Integer.parseInt(args[0]);
        int seconds = Integer.parseInt(args[1]);
        Writes[] services = {new Writes(args[3], args[4]), new Writes(args[5], args[6])};
        for (Writes service : services) {
            service.rate(8, 30); // the compiler takes its time, and more of it than the log does
        }
        System.out.printf("%-10s %14s %14s %8s%n", "clients", "first, w/s", "second, w/s", "ratio");
        for (String count : args[2].split(",")) {
            int clients = Integer.parseInt(count);
            double[][] rates = new double[2][rounds];
            for (int round = 0; round < rounds; round++) {
                for (int i = 0; i < 2; i++) {
                    int which = (i + round) % 2; // neither is always the first
                    rates[which][round] = services[which].rate(clients, seconds);
                }
            }
            double first = median(rates[0]);
            double second = median(rates[1]);
            System.out.printf(Locale.ROOT, "%-10d %14.0f %14.0f %8.2f%n", clients, first, second, second / first);
        }
    }

    /** Answered writes a second. */
    private double rate(int clients, int seconds) throws InterruptedException {
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        LongAdder answered = new LongAdder();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < clients; i++) {
            Thread thread = new Thread(() -> write(end, answered));
            thread.start();
            threads.add(thread);
        }
        for (Thread thread : threads) {
            thread.join();
        }
        return answered.sum() / (double) seconds;
    }

    private void write(long end, LongAdder answered) {
        while (System.nanoTime() < end) {
            String body = "{\"type\":\"Person\",\"name\":\"Bench person " + NAMES.incrementAndGet() + "\"}";
            HttpRequest request = HttpRequest.newBuilder(URI.create(base + "/v1/agents"))
                    .header("Authorization", "Bearer " + key)
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(body))
                    .build();
            try {
                HttpResponse<Void> answer = http.send(request, HttpResponse.BodyHandlers.discarding());
                if (answer.statusCode() != 201) {
                    throw new IllegalStateException("answered " + answer.statusCode());
                }
                answered.increment();
            } catch (java.io.IOException e) {
                throw new java.io.UncheckedIOException(e);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private static double median(double[] values) {
        double[] sorted = DoubleStream.of(values).sorted().toArray();
        return sorted[sorted.length / 2];
    }
}
