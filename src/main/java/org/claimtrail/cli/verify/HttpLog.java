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
import java.util.stream.StreamSupport;
import org.claimtrail.cli.options.UsageException;
import org.claimtrail.shared.json.StrictJson;

/** A log that a running service shows to everyone. */
final class HttpLog implements LogSource {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int OK = 200;
    private static final int NOT_FOUND = 404;
    private static final int TOO_MANY = 429;
    private static final int MOST_WAITS = 100;
    private static final long LONGEST_WAIT = 60;

    private final URI base;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();

    /**
     * @param url of the service, without {@code /v1/audit}
     * @throws UsageException when it is none
     */
    HttpLog(String url) {
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
        HttpRequest request =
                HttpRequest.newBuilder(base.resolve(path)).timeout(PATIENCE).build();
        return patiently(request, MOST_WAITS).handle((answer, failure) -> {
            if (failure != null) {
                throw new UnreachableException(request.uri() + " does not answer (" + reason(failure) + ")", failure);
            }
            return body(answer);
        });
    }

    /** Who reads a whole log reads faster than a service may let one reader; it says when to go on. */
    private CompletableFuture<HttpResponse<byte[]>> patiently(HttpRequest request, int waits) {
        return client.sendAsync(request, HttpResponse.BodyHandlers.ofByteArray())
                .thenCompose(answer -> answer.statusCode() == TOO_MANY && waits > 0
                        ? CompletableFuture.supplyAsync(
                                        () -> request,
                                        CompletableFuture.delayedExecutor(seconds(answer), TimeUnit.SECONDS))
                                .thenCompose(again -> patiently(again, waits - 1))
                        : CompletableFuture.completedFuture(answer));
    }

    private static long seconds(HttpResponse<byte[]> answer) {
        return answer.headers()
                .firstValue("Retry-After")
                .filter(text -> text.matches("[0-9]{1,2}"))
                .map(Long::parseLong)
                .orElse(LONGEST_WAIT);
    }

    private static String reason(Throwable failure) {
        Throwable cause = failure;
        while (cause instanceof CompletionException && cause.getCause() != null) {
            cause = cause.getCause();
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
