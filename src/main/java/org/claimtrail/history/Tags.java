package org.claimtrail.history;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Entity tags: the version's number and the beginning of its content's hash, {@code 3-9f86d081884c}. */
final class Tags {

    private static final int HASH_BYTES = 6;

    private Tags() {}

    static String of(int n, byte[] content) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(content);
            return n + "-" + HexFormat.of().formatHex(hash, 0, HASH_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
