package org.claimtrail.history;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The file of erasures: one line of canonical JSON each, ended by a line feed, in the order in which they were done.
 * Lines are only ever added, each forced to the disk.
 */
final class LedgerFile {

    private final Path path;
    private final Path folder;

    LedgerFile(Path path) {
        this.path = path.toAbsolutePath();
        this.folder = Objects.requireNonNull(this.path.getParent(), "the ledger is a file in a folder");
    }

    /**
     * What stands in it. A last line without its end, which a crash has torn, is completed when it can be read and cut
     * off otherwise.
     *
     * @throws IllegalStateException when another line cannot be read: what it told of might come back unseen
     */
    synchronized List<ErasedRecord> read() {
        if (!Files.exists(path)) {
            return List.of();
        }
        try {
            byte[] bytes = Files.readAllBytes(path);
            int end = lastLineFeed(bytes) + 1;
            List<ErasedRecord> records = whole(Arrays.copyOf(bytes, end));
            byte[] torn = Arrays.copyOfRange(bytes, end, bytes.length);
            if (torn.length > 0) {
                cut(end);
                parse(torn).ifPresent(record -> {
                    append(record);
                    records.add(record);
                });
            }
            return records;
        } catch (IOException e) {
            throw new UncheckedIOException("the ledger of erasures cannot be read: " + path, e);
        }
    }

    /** Adds a line, and returns when it is on the disk. A line that did not get there whole is taken back. */
    synchronized void append(ErasedRecord record) {
        try {
            Files.createDirectories(folder);
            try (FileChannel file = FileChannel.open(path, CREATE, READ, WRITE)) {
                long size = file.size();
                try {
                    write(file, size, line(record));
                } catch (IOException e) {
                    file.truncate(size);
                    throw e;
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the ledger of erasures cannot be written: " + path, e);
        }
    }

    private static void write(FileChannel file, long at, byte[] line) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(line);
        long position = at;
        while (bytes.hasRemaining()) {
            position += file.write(bytes, position);
        }
        file.force(true);
    }

    private void cut(int size) throws IOException {
        try (FileChannel file = FileChannel.open(path, WRITE)) {
            file.truncate(size);
            file.force(true);
        }
    }

    private List<ErasedRecord> whole(byte[] lines) {
        List<ErasedRecord> records = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < lines.length; i++) {
            if (lines[i] == '\n') {
                int number = records.size() + 1;
                records.add(parse(Arrays.copyOfRange(lines, start, i))
                        .orElseThrow(() -> new IllegalStateException("line " + number + " of " + path
                                + " is no erasure. Restore the file from a copy; nothing is started on a guess.")));
                start = i + 1;
            }
        }
        return records;
    }

    private static Optional<ErasedRecord> parse(byte[] line) {
        try {
            return Optional.of(ErasedRecord.parse(line));
        } catch (RuntimeException e) {
            return Optional.empty();
        }
    }

    private static byte[] line(ErasedRecord record) {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        line.writeBytes(record.line());
        line.write('\n');
        return line.toByteArray();
    }

    private static int lastLineFeed(byte[] bytes) {
        int at = bytes.length - 1;
        while (at >= 0 && bytes[at] != '\n') {
            at--;
        }
        return at;
    }
}
