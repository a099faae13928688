package org.claimtrail.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.claimtrail.shared.hash.Sha256;

/**
 * Content and the salt that hides it: {@code SHA-256("claimtrail/commit/v1" || 0x00 || salt[32] || content)} can be
 * published without telling a guessable content such as a rating.
 *
 * @param salt 32 random bytes
 * @param content the bytes committed to
 */
record Sealed(byte[] salt, byte[] content) {

    private static final byte[] DOMAIN = "claimtrail/commit/v1\0".getBytes(StandardCharsets.US_ASCII);
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int SALT_BYTES = 32;

    static Sealed of(byte[] content) {
        byte[] salt = new byte[SALT_BYTES];
        RANDOM.nextBytes(salt);
        return new Sealed(salt, content);
    }

    /** {@code sha256:} and 64 hexadecimal digits. */
    String commitment() {
        MessageDigest digest = Sha256.digest();
        digest.update(DOMAIN);
        digest.update(salt);
        digest.update(content);
        return "sha256:" + HexFormat.of().formatHex(digest.digest());
    }
}
