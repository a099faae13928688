package org.claimtrail.cli.verify;

import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Answers in the order of their paths, asked for some way ahead, so that a distant server does not make each one wait. */
final class Fetches {

    private static final int AHEAD = 16;

    private final LogSource source;
    private final Iterator<String> paths;
    private final Queue<CompletableFuture<Optional<byte[]>>> asked = new ArrayDeque<>();

    Fetches(LogSource source, Iterator<String> paths) {
        this.source = source;
        this.paths = paths;
    }

    /** What stands at the next path. */
    Optional<byte[]> next() {
        while (asked.size() < AHEAD && paths.hasNext()) {
            asked.add(source.ask(paths.next()));
        }
        return join(asked.remove());
    }

    static Optional<byte[]> join(CompletableFuture<Optional<byte[]>> answer) {
        try {
            return answer.join();
        } catch (CompletionException e) {
            Throwable cause = e.getCause();
            throw cause instanceof UnreachableException known
                    ? known
                    : new UnreachableException("nobody answers: " + (cause == null ? e : cause), e);
        }
    }
}
