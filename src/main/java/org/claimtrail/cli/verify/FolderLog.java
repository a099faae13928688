package org.claimtrail.cli.verify;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** A log in files, as {@code export} writes them. */
final class FolderLog implements LogSource {

    private final Path folder;

    /** @throws UnreachableException when there is no such folder */
    FolderLog(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new UnreachableException("there is no folder " + folder);
        }
        this.folder = folder;
    }

    @Override
    public CompletableFuture<Optional<byte[]>> ask(String path) {
        Path file = folder.resolve(path);
        try {
            return CompletableFuture.completedFuture(
                    Files.isRegularFile(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty());
        } catch (IOException e) {
            return CompletableFuture.failedFuture(
                    new UnreachableException(file + " cannot be read: " + e.getMessage(), e));
        }
    }
}
