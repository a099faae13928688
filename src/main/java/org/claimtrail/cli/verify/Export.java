package org.claimtrail.cli.verify;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.claimtrail.merkle.Checkpoint;
import org.claimtrail.merkle.Note;
import org.claimtrail.merkle.ProofException;

/**
 * Copies a published log into a folder, file by file under the same paths. What is there already is not asked for again, and
 * the checkpoint is written last: a copy that was interrupted is taken up where it was.
 */
final class Export {

    private final LogSource source;
    private final Path folder;

    Export(LogSource source, Path folder) {
        this.source = source;
        this.folder = folder;
    }

    /**
     * Copies everything that the checkpoint covers.
     *
     * @throws UnreachableException when something cannot be read or written
     */
    void copy(Findings findings) {
        byte[] note = source.read(LogSource.CHECKPOINT)
                .orElseThrow(() -> new UnreachableException("there is no checkpoint: the log is empty"));
        try {
            Checkpoint checkpoint = Checkpoint.parse(Note.parse(note).text());
            TilePaths paths = new TilePaths(checkpoint.size());
            List<String> missing = Stream.concat(paths.entries(), paths.tiles())
                    .filter(path -> !Files.exists(folder.resolve(path)))
                    .toList();
            copy(missing);
            write(LogSource.CHECKPOINT, note);
            findings.count("entries", checkpoint.size());
            findings.count("files written", missing.size() + 1L);
        } catch (ProofException e) {
            findings.problem(LogSource.CHECKPOINT, String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new UnreachableException("cannot write to " + folder + ": " + e.getMessage(), e);
        }
    }

    private void copy(List<String> paths) throws IOException {
        Iterator<String> ahead = paths.iterator();
        Fetches fetches = new Fetches(source, ahead);
        for (String path : paths) {
            Optional<byte[]> bytes = fetches.next();
            write(path, bytes.orElseThrow(() -> new UnreachableException(path + " is not there")));
        }
    }

    /** Under another name first: a file under its own name is whole. */
    private void write(String path, byte[] bytes) throws IOException {
        Path file = folder.resolve(path);
        Path fresh = file.resolveSibling(file.getFileName() + ".part");
        Files.createDirectories(fresh.getParent());
        Files.write(fresh, bytes);
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
