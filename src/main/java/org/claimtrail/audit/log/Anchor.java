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

/**
 * A file outside of the database with every checkpoint that was signed, one a line: size, root and note, the last two in
 * base64. A database that was put back to an earlier state does not reach what stands here.
 */
@ApplicationScoped
class Anchor {

    static final String FILE = "log-anchor.txt";

    /** More than one line is ever long; the last complete line is found in here. */
    private static final int TAIL = 64 * 1024;

    private final Path file;

    Anchor(LogConfig config) {
        this.file = config.folder().resolve(FILE);
    }

    /** A line of the file. */
    record Line(long size, Hash root) {}

    /** The last line that was written whole; empty when there is none. */
    Optional<Line> last() throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        List<String> lines = tail().lines().toList();
        return lines.isEmpty() ? Optional.empty() : Optional.of(parse(lines.get(lines.size() - 1)));
    }

    /** Begins a new file, because the log that this one is of has ended. */
    void setAside(Instant at) throws IOException {
        if (Files.exists(file)) {
            Files.move(file, file.resolveSibling(FILE + ".ended-" + at.getEpochSecond()));
        }
    }

    /** Writes a line and waits for the disk. */
    void append(Signed signed) throws IOException {
        Base64.Encoder base64 = Base64.getEncoder();
        String line = signed.size() + " " + signed.root().base64() + " " + base64.encodeToString(signed.note()) + "\n";
        try (FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = ByteBuffer.wrap(line.getBytes(StandardCharsets.US_ASCII));
            long position = endOfLastLine();
            while (bytes.hasRemaining()) {
                position += channel.write(bytes, position);
            }
            channel.truncate(position);
            channel.force(true);
        }
    }

    /** Behind the last complete line: what a crash left half-written is written over. */
    private long endOfLastLine() throws IOException {
        long length = Files.size(file);
        return length == 0 ? 0 : Math.max(0, length - TAIL) + tail().length();
    }

    /** The end of the file, up to its last line break. */
    private String tail() throws IOException {
        try (RandomAccessFile access = new RandomAccessFile(file.toFile(), "r")) {
            long from = Math.max(0, access.length() - TAIL);
            byte[] bytes = new byte[(int) (access.length() - from)];
            access.seek(from);
            access.readFully(bytes);
            String text = new String(bytes, StandardCharsets.ISO_8859_1);
            return text.substring(0, text.lastIndexOf('\n') + 1);
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
