package org.claimtrail.access;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import org.claimtrail.shared.hash.Sha256;

/**
 * The secret half of a key: 256 random bits, base64url. So much entropy needs no slow hash: SHA-256 of it cannot be
 * searched.
 */
record Secret(String text) {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;

    static Secret random() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new Secret(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    byte[] hash() {
        return Sha256.of(text);
    }

    /** In time that does not depend on where the two differ. */
    boolean matches(byte[] hash) {
        return MessageDigest.isEqual(hash(), hash);
    }

    /** In time that does not depend on which of the two it is. */
    boolean matchesOneOf(byte[] one, byte[] other) {
        boolean isOne = matches(one);
        boolean isOther = matches(other);
        return isOne || isOther;
    }

    @Override
    public String toString() {
        return "Secret[hidden]";
    }
}
