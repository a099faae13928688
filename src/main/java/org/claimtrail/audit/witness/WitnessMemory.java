package org.claimtrail.audit.witness;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.claimtrail.merkle.Checkpoint;
import org.claimtrail.merkle.Hash;
import org.claimtrail.shared.file.DataFiles;
import org.claimtrail.shared.file.OwnerFile;

/**
 * A file outside of the database with what was cosigned last of each log, one a line: size, root in base64 and origin. A
 * database that was put back to an earlier state has forgotten what stands here, and could be brought to cosign a fork.
 */
final class WitnessMemory {

    private static final int PARTS = 3;

    private final Path file;
    private final Map<String, LastSeen> seen = new ConcurrentHashMap<>();

    /**
     * What stands in the file of a folder; nothing when there is none.
     *
     * @throws IOException when it cannot be read: what it told of might be contradicted
     */
    WitnessMemory(Path folder) throws IOException {
        file = folder.resolve(DataFiles.WITNESS_SEEN);
        if (Files.exists(file)) {
            for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
                read(line);
            }
        }
    }

    private void read(String line) throws IOException {
        String[] parts = line.split(" ", PARTS);
        try {
            seen.put(parts[2], new LastSeen(Long.parseLong(parts[0]), Hash.fromBase64(parts[1])));
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new IOException("a line of " + file + " cannot be read: " + line, e);
        }
    }

    /** What was cosigned last of a log. Waits for no disk: who asks holds a row of the database. */
    LastSeen of(String origin) {
        return seen.getOrDefault(origin, LastSeen.NOTHING);
    }

    /** Takes note of what was cosigned, unless it stands there or something later, and returns when the disk has it. */
    synchronized void keep(Checkpoint cosigned) throws IOException {
        if (cosigned.size() <= of(cosigned.origin()).size()) {
            return;
        }
        Map<String, LastSeen> next = new TreeMap<>(seen);
        next.put(cosigned.origin(), new LastSeen(cosigned.size(), cosigned.root()));
        StringBuilder lines = new StringBuilder();
        next.forEach((origin, last) -> lines.append(last.size())
                .append(' ')
                .append(last.root().base64())
                .append(' ')
                .append(origin)
                .append('\n'));
        OwnerFile.replace(file, out -> out.write(lines.toString().getBytes(StandardCharsets.UTF_8)));
        seen.putAll(next);
    }
}
