package org.claimtrail.cli.verify;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Where a published log is read from, by the paths of C2SP tlog-tiles. */
interface LogSource {

    String CHECKPOINT = "checkpoint";
    String TILE = "tile/";

    /**
     * Asks for what stands at a path; empty when there is nothing.
     *
     * @return completes exceptionally with {@link UnreachableException} when nobody answers
     */
    CompletableFuture<Optional<byte[]>> ask(String path);

    /**
     * What stands at a path; empty when there is nothing.
     *
     * @throws UnreachableException when nobody answers
     */
    default Optional<byte[]> read(String path) {
        return Fetches.join(ask(path));
    }
}
