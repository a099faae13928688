package org.claimtrail.shared.health;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What is wrong with something that may hang. One question at a time: who asks while another one hangs waits for the same answer. */
final class Question {

    private final Executor executor;
    private final Duration patience;
    private final Supplier<Optional<String>> complaint;
    private @Nullable CompletableFuture<Optional<String>> asked;

    /** @param complaint asks; fails where nothing can be said */
    Question(Executor executor, Duration patience, Supplier<Optional<String>> complaint) {
        this.executor = executor;
        this.patience = patience;
        this.complaint = complaint;
    }

    /** What is wrong, in time; empty when nothing is. */
    Optional<String> ask() {
        try {
            return asking().get(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            return Optional.of("no answer within " + patience.toMillis() + " ms");
        } catch (ExecutionException e) {
            return Optional.of("refused");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of("interrupted");
        }
    }

    private synchronized CompletableFuture<Optional<String>> asking() {
        CompletableFuture<Optional<String>> known = asked;
        if (known == null || known.isDone()) {
            known = CompletableFuture.supplyAsync(complaint, executor);
            asked = known;
        }
        return known;
    }
}
