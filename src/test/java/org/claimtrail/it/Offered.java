package org.claimtrail.it;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.claimtrail.support.Client;

/** Writes that are sent at a steady rate, however the service answers, and what came of them. */
final class Offered {

    /** One for all, which uses its connections again: the service takes 16,000 of them, and closes what comes beyond. */
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** As many at once; who comes beyond waits before it is sent. */
    private static final Semaphore OPEN = new Semaphore(4_000);

    private final Queue<Answer> answers = new ConcurrentLinkedQueue<>();
    private final Client by;
    private long ended;

    /** One answer; status 0 for none, and then why. */
    record Answer(int status, String event, boolean saysWhen, Duration took, String failure) {}

    Offered(Client by) {
        this.by = by;
    }

    /** So many a second, for so long; returns when all are answered. */
    Offered at(double rate, Duration length) {
        Queue<CompletableFuture<?>> sent = new ConcurrentLinkedQueue<>();
        long begun = System.nanoTime();
        long gap = (long) (1e9 / rate);
        for (long next = begun; next - begun < length.toNanos(); next += gap) {
            while (System.nanoTime() < next) {
                LockSupport.parkNanos(next - System.nanoTime());
            }
            sent.add(send());
        }
        sent.forEach(CompletableFuture::join);
        ended = System.nanoTime();
        return this;
    }

    List<Answer> answered() {
        return answers.stream().filter(answer -> answer.status() / 100 == 2).toList();
    }

    List<Answer> refused() {
        return answers.stream().filter(answer -> answer.status() / 100 != 2).toList();
    }

    /** When all were answered, as {@link System#nanoTime} has it. */
    long ended() {
        return ended;
    }

    Duration slowest() {
        return answers.stream().map(Answer::took).max(Duration::compareTo).orElse(Duration.ZERO);
    }

    Map<Integer, Long> statuses() {
        return new TreeMap<>(answers.stream().collect(Collectors.groupingBy(Answer::status, Collectors.counting())));
    }

    private CompletableFuture<?> send() {
        HttpRequest request = HttpRequest.newBuilder(URI.create(by.service() + "/v1/agents"))
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + by.key())
                .POST(HttpRequest.BodyPublishers.ofString("{\"type\":\"Person\",\"name\":\"Somebody\"}"))
                .build();
        OPEN.acquireUninterruptibly();
        long at = System.nanoTime();
        return HTTP.sendAsync(request, HttpResponse.BodyHandlers.ofString()).handle((answer, failure) -> {
            OPEN.release();
            return answers.add(answer(answer, failure, Duration.ofNanos(System.nanoTime() - at)));
        });
    }

    @SuppressWarnings("NullAway") // a future gives an answer or a failure
    private static Answer answer(HttpResponse<String> answer, Throwable failure, Duration took) {
        return answer == null
                ? new Answer(0, "", false, took, String.valueOf(failure))
                : new Answer(
                        answer.statusCode(),
                        answer.headers().firstValue("Audit-Event").orElse(""),
                        answer.headers().firstValue("Retry-After").isPresent(),
                        took,
                        "");
    }
}
