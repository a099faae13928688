package org.claimtrail.audit.log;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.claimtrail.merkle.Hash;
import org.claimtrail.shared.file.DataFiles;

/**
 * A file outside of the database with every checkpoint that was signed, one a line: size, root and note, the last two in
 * base64. A database that was put back to an earlier state does not reach what stands here.
 */
@ApplicationScoped
class Anchor {

    /** More than one line is ever long; the last complete line is found in here. */
    private static final int TAIL = 64 * 1024;

    private final Path file;

    Anchor(LogConfig config) {
        this.file = config.folder().resolve(DataFiles.ANCHOR);
    }

    /** A line of the file. */
    record Line(long size, Hash root) {}

    /** The last line that was written whole; empty when there is none. */
    Optional<Line> last() throws IOException {
        return tail().last();
    }

    /** Begins a new file, because the log that this one is of has ended. */
    void setAside(Instant at) throws IOException {
        if (Files.exists(file)) {
            Files.move(file, file.resolveSibling(DataFiles.ANCHOR + ".ended-" + at.getEpochSecond()));
        }
    }

    /** Writes a line and waits for the disk, unless this checkpoint or a later one stands there. One at a time. */
    synchronized void append(Signed signed) throws IOException {
        Tail tail = tail();
        if (tail.last().filter(line -> line.size() >= signed.size()).isPresent()) {
            return;
        }
        Base64.Encoder base64 = Base64.getEncoder();
        String line = signed.size() + " " + signed.root().base64() + " " + base64.encodeToString(signed.note()) + "\n";
        try (FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = ByteBuffer.wrap(line.getBytes(StandardCharsets.US_ASCII));
            long position = tail.end(); // what a crash left half-written is written over
            while (bytes.hasRemaining()) {
                position += channel.write(bytes, position);
            }
            channel.truncate(position);
            channel.force(true);
        }
    }

    /**
     * How the file ends.
     *
     * @param end behind its last complete line
     */
    private record Tail(Optional<Line> last, long end) {}

    private Tail tail() throws IOException {
        if (!Files.exists(file)) {
            return new Tail(Optional.empty(), 0);
        }
        try (RandomAccessFile access = new RandomAccessFile(file.toFile(), "r")) {
            long from = Math.max(0, access.length() - TAIL);
            byte[] bytes = new byte[(int) (access.length() - from)];
            access.seek(from);
            access.readFully(bytes);
            String text = new String(bytes, StandardCharsets.ISO_8859_1);
            String whole = text.substring(0, text.lastIndexOf('\n') + 1);
            List<String> lines = whole.lines().toList();
            return new Tail(
                    lines.isEmpty() ? Optional.empty() : Optional.of(parse(lines.get(lines.size() - 1))),
                    from + whole.length());
        }
    }

    private Line parse(String line) throws IOException {
        String[] parts = line.split(" ", -1);
        try {
            return new Line(Long.parseLong(parts[0]), Hash.fromBase64(parts[1]));
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new IOException("the last line of " + file + " is no anchor: " + line, e);
        }
    }
}
