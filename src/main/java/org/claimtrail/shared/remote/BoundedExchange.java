package org.claimtrail.shared.remote;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A request to another service that ends in time and takes no more than it should. The timeout of {@link HttpRequest} ends
 * with the headers of the answer: a body that trickles would hold up the log.
 */
public final class BoundedExchange {

    /** Bytes of an answer; those of signers and witnesses are far shorter. */
    private static final int LIMIT = 64 * 1024;

    private BoundedExchange() {}

    /** No HTTP/2, so that nothing is asked to upgrade; no redirects: what was configured is what is asked. */
    public static HttpClient client(Duration patience) {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(patience)
                .build();
    }

    /**
     * Sends, and gives up what has no whole answer in time.
     *
     * @return completes with {@link TimeoutException} then
     */
    public static CompletableFuture<HttpResponse<byte[]>> ask(
            HttpClient http, HttpRequest request, HttpResponse.BodyHandler<byte[]> body, Duration patience) {
        CompletableFuture<HttpResponse<byte[]>> coming = http.sendAsync(request, body);
        return coming.thenApply(answer -> answer)
                .orTimeout(patience.toNanos(), TimeUnit.NANOSECONDS)
                .whenComplete((answer, failure) -> coming.cancel(true)); // nothing, when it is complete
    }

    /**
     * Sends and waits for the whole answer.
     *
     * @throws IOException when there is none in time, or one that is too long
     */
    public static HttpResponse<byte[]> send(HttpClient http, HttpRequest request, Duration patience)
            throws IOException {
        CompletableFuture<HttpResponse<byte[]>> coming = http.sendAsync(request, head -> new LimitedBody(LIMIT));
        try {
            return coming.get(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw new HttpTimeoutException("no answer in time");
        } catch (ExecutionException e) {
            throw new IOException(String.valueOf(e.getCause()), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while waiting for " + request.uri());
        } finally {
            coming.cancel(true); // nothing, when it is complete
        }
    }
}
