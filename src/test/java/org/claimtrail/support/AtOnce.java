package org.claimtrail.support;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Several who do something at the same time. */
public final class AtOnce {

    private AtOnce() {}

    /** What all of them say, each of whom is told their number. */
    public static <T> List<T> all(int clients, IntFunction<List<T>> client) {
        ExecutorService threads = Executors.newFixedThreadPool(clients);
        try {
            List<CompletableFuture<List<T>>> running = IntStream.range(0, clients)
                    .mapToObj(n -> CompletableFuture.supplyAsync(() -> client.apply(n), threads))
                    .toList();
            return running.stream().flatMap(one -> one.join().stream()).toList();
        } finally {
            threads.shutdown();
        }
    }
}
