package org.claimtrail.cli.move;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import org.claimtrail.shared.hash.Sha256;
import org.jspecify.annotations.Nullable;

/**
 * What a table holds, as a number to compare: the sum of the hashes of its rows. The two databases order text differently
 * where there are characters beyond the first plane, so no hash over an order would do.
 */
final class Contents {

    private final MessageDigest sha256 = Sha256.digest();
    private final long[] sum = new long[4];
    private long rows;

    void add(@Nullable Object[] row) {
        for (@Nullable Object value : row) {
            add(value);
        }
        ByteBuffer hash = ByteBuffer.wrap(sha256.digest());
        for (int i = 0; i < sum.length; i++) {
            sum[i] += hash.getLong();
        }
        rows++;
    }

    long rows() {
        return rows;
    }

    boolean isSameAs(Contents other) {
        return rows == other.rows && Arrays.equals(sum, other.sum);
    }

    /** With its length before it, so that no two rows have the same octets; nothing has the length -1. */
    private void add(@Nullable Object value) {
        byte[] octets =
                value instanceof byte[] own ? own : String.valueOf(value).getBytes(StandardCharsets.UTF_8);
        int length = value == null ? -1 : octets.length;
        sha256.update(ByteBuffer.allocate(Integer.BYTES).putInt(length).flip());
        if (value != null) {
            sha256.update(octets);
        }
    }
}
