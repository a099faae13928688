package org.claimtrail.cli.verify;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.StreamSupport;
import org.claimtrail.cli.options.UsageException;
import org.claimtrail.merkle.EntriesPath;
import org.claimtrail.merkle.Hash;
import org.claimtrail.merkle.Note;
import org.claimtrail.merkle.TilePath;
import org.claimtrail.shared.json.StrictJson;
import org.claimtrail.shared.remote.BoundedExchange;
import org.claimtrail.shared.remote.LimitedBody;

/** A log that a running service shows to everyone. What answers there is trusted with neither our time nor our memory. */
final class HttpLog implements LogSource {

    /** For a connection. */
    private static final Duration PATIENCE_TO_CONNECT = Duration.ofSeconds(10);
    /** For a whole answer, however slowly it comes. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private static final int OK = 200;
    private static final int NOT_FOUND = 404;
    private static final int TOO_MANY = 429;
    private static final int MOST_WAITS = 100;
    private static final long LONGEST_WAIT = 60;

    private static final int LARGEST_BUNDLE = TilePath.FULL * (Short.BYTES + LeafEvent.MAX_BYTES);
    private static final int LARGEST_TILE = TilePath.FULL * Hash.SIZE;
    /** Hundreds of keys, which is a new one each month for decades. */
    private static final int LONGEST_KEYS = 256 * 1024;

    private final URI base;
    private final Duration patience;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE_TO_CONNECT)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();

    /**
     * @param url of the service, without {@code /v1/audit}
     * @throws UsageException when it is none
     */
    HttpLog(String url) {
        this(url, PATIENCE);
    }

    HttpLog(String url, Duration patience) {
        this.patience = patience;
        try {
            base = URI.create(url.replaceAll("/+$", "") + "/v1/audit/");
        } catch (IllegalArgumentException e) {
            throw new UsageException("--url: " + e.getMessage());
        }
        if (base.getHost() == null || !List.of("http", "https").contains(base.getScheme())) {
            throw new UsageException("--url: expected an address like http://localhost:8080, found " + url);
        }
    }

    @Override
    public CompletableFuture<Optional<byte[]>> ask(String path) {
        HttpRequest request = HttpRequest.newBuilder(base.resolve(path)).build();
        return patiently(request, longest(path), MOST_WAITS).handle((answer, failure) -> {
            if (failure != null) {
                throw new UnreachableException(request.uri() + " cannot be read (" + reason(failure) + ")", failure);
            }
            return body(answer);
        });
    }

    /** How many bytes there can be at a path. */
    private static int longest(String path) {
        if (path.equals(CHECKPOINT)) {
            return Note.MAX_BYTES;
        }
        if (path.startsWith(TILE + EntriesPath.FOLDER)) {
            return LARGEST_BUNDLE;
        }
        return path.startsWith(TILE) ? LARGEST_TILE : LONGEST_KEYS;
    }

    /** Who reads a whole log reads faster than a service may let one reader; it says when to go on. */
    private CompletableFuture<HttpResponse<byte[]>> patiently(HttpRequest request, int longest, int waits) {
        return BoundedExchange.ask(client, request, head -> body(head, longest), patience)
                .thenCompose(answer -> answer.statusCode() == TOO_MANY && waits > 0
                        ? CompletableFuture.supplyAsync(
                                        () -> request,
                                        CompletableFuture.delayedExecutor(seconds(answer), TimeUnit.SECONDS))
                                .thenCompose(again -> patiently(again, longest, waits - 1))
                        : CompletableFuture.completedFuture(answer));
    }

    /** What a refusal says at length is nothing to verify. */
    private static HttpResponse.BodySubscriber<byte[]> body(HttpResponse.ResponseInfo head, int longest) {
        return head.statusCode() == OK ? new LimitedBody(longest) : HttpResponse.BodySubscribers.replacing(new byte[0]);
    }

    private static long seconds(HttpResponse<byte[]> answer) {
        return answer.headers()
                .firstValue("Retry-After")
                .filter(text -> text.matches("[0-9]{1,2}"))
                .map(Long::parseLong)
                .orElse(LONGEST_WAIT);
    }

    private String reason(Throwable failure) {
        Throwable cause = failure;
        while (cause instanceof CompletionException && cause.getCause() != null) {
            cause = cause.getCause();
        }
        if (cause instanceof TimeoutException) {
            return "no whole answer within " + patience.toMillis() + " ms";
        }
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }

    private static Optional<byte[]> body(HttpResponse<byte[]> answer) {
        return switch (answer.statusCode()) {
            case OK -> Optional.of(answer.body());
            case NOT_FOUND -> Optional.empty();
            default -> throw new UnreachableException(answer.uri() + " answers " + answer.statusCode());
        };
    }

    /** The keys that the service itself names. */
    List<String> keys() {
        byte[] list = read("keys").orElseThrow(() -> new UnreachableException(base + "keys is not there"));
        try {
            return new ArrayList<>(
                    StreamSupport.stream(StrictJson.tree(list).path("items").spliterator(), false)
                            .map(item -> item.path("vkey").asText())
                            .toList());
        } catch (RuntimeException e) { // whatever is wrong with what was answered
            throw new UnreachableException(base + "keys is no list of keys", e);
        }
    }
}
