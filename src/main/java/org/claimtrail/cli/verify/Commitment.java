package org.claimtrail.cli.verify;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.claimtrail.shared.hash.Sha256;

/** {@code SHA-256("claimtrail/commit/v1" || 0x00 || salt || content)}: what stands in a leaf for a content. */
final class Commitment {

    private static final byte[] DOMAIN = "claimtrail/commit/v1\0".getBytes(StandardCharsets.US_ASCII);
    private static final int SALT_BYTES = 32;

    private Commitment() {}

    /** {@code sha256:} and 64 hexadecimal digits; with a salt of another length, nothing that any leaf has. */
    static String of(byte[] salt, byte[] content) {
        if (salt.length != SALT_BYTES) {
            return "a salt of " + salt.length + " bytes";
        }
        MessageDigest digest = Sha256.digest();
        digest.update(DOMAIN);
        digest.update(salt);
        return "sha256:" + HexFormat.of().formatHex(digest.digest(content));
    }
}
