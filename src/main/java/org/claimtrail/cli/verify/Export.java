package org.claimtrail.cli.verify;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
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

    private static final int AT_A_TIME = 1000;

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
            long written = copy(Stream.concat(paths.entries(), paths.tiles())
                    .filter(path -> !Files.exists(folder.resolve(path)))
                    .iterator());
            write(LogSource.CHECKPOINT, note);
            findings.count("entries", checkpoint.size());
            findings.count("files written", written + 1);
        } catch (ProofException e) {
            findings.problem(LogSource.CHECKPOINT, String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new UnreachableException("cannot write to " + folder + ": " + e.getMessage(), e);
        }
    }

    /** Some at a time: a checkpoint may speak of more entries than there are, and than fit into memory. */
    private long copy(Iterator<String> missing) throws IOException {
        long written = 0;
        while (missing.hasNext()) {
            List<String> next = new ArrayList<>(AT_A_TIME);
            while (next.size() < AT_A_TIME && missing.hasNext()) {
                next.add(missing.next());
            }
            copy(next);
            written += next.size();
        }
        return written;
    }

    private void copy(List<String> paths) throws IOException {
        Fetches fetches = new Fetches(source, paths.iterator());
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
