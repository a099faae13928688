package org.claimtrail.merkle;

import java.io.ByteArrayOutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * Entries side by side, each behind its length in two bytes, the most significant first.
 *
 * @see <a href="https://c2sp.org/tlog-tiles#log-entries">C2SP tlog-tiles, Log Entries</a>
 */
public final class EntryBundle {

    private static final int MAX = 0xFFFF;

    private EntryBundle() {}

    /**
     * A bundle of entries.
     *
     * @throws IllegalArgumentException when an entry is longer than two bytes can say
     */
    public static byte[] encode(List<byte[]> entries) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (byte[] entry : entries) {
            if (entry.length > MAX) {
                throw new IllegalArgumentException("an entry of " + entry.length + " bytes");
            }
            bytes.write(entry.length >>> 8);
            bytes.write(entry.length);
            bytes.writeBytes(entry);
        }
        return bytes.toByteArray();
    }

    /**
     * The entries of a bundle.
     *
     * @throws IllegalArgumentException when the bytes end within an entry
     */
    public static List<byte[]> decode(byte[] bundle) {
        ByteBuffer bytes = ByteBuffer.wrap(bundle);
        List<byte[]> entries = new ArrayList<>();
        try {
            while (bytes.hasRemaining()) {
                byte[] entry = new byte[Short.toUnsignedInt(bytes.getShort())];
                bytes.get(entry);
                entries.add(entry);
            }
        } catch (BufferUnderflowException e) {
            throw new IllegalArgumentException("the bundle ends within an entry", e);
        }
        return entries;
    }
}
