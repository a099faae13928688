package org.claimtrail.shared.idempotency;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.claimtrail.shared.hash.Sha256;

/**
 * One keyed act: where its answer is stored, how its payload is recognised, and the secrecy of both. Everything is under
 * keys derived from the Idempotency-Key and the credential, neither of which is stored: who steals the database can
 * neither read an answer, which may hold a fresh API key, nor test guesses of a payload.
 */
final class Act {

    private static final byte[] DOMAIN = "claimtrail idempotency 1".getBytes(StandardCharsets.US_ASCII);
    private static final String HMAC = "HmacSHA256";
    private static final int NONCE_LENGTH = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final byte[] scope;
    private final byte[] secret;
    private final String fingerprint;

    private Act(byte[] scope, byte[] secret, String fingerprint) {
        this.scope = scope;
        this.secret = secret;
        this.fingerprint = fingerprint;
    }

    /** Extract and expand as in RFC 5869, with one label for each use. */
    static Act of(byte[] scope, String key, String authorization, byte[] payload) {
        byte[] prk = hmac(DOMAIN, digest(utf8(key), utf8(authorization)));
        byte[] fingerprint = hmac(expand(prk, "fingerprint"), payload);
        return new Act(scope, expand(prk, "answer"), HexFormat.of().formatHex(fingerprint));
    }

    /** SHA-256 over parts, each behind its length, so that no two lists of parts run together. */
    static byte[] digest(byte[]... parts) {
        MessageDigest sha256 = Sha256.digest();
        for (byte[] part : parts) {
            sha256.update(ByteBuffer.allocate(Integer.BYTES).putInt(part.length).array());
            sha256.update(part);
        }
        return sha256.digest();
    }

    String scope() {
        return HexFormat.of().formatHex(scope);
    }

    String fingerprint() {
        return fingerprint;
    }

    /** AES-256-GCM, bound to the scope, so that no answer can be moved to another row. */
    byte[] seal(byte[] answer) {
        byte[] nonce = new byte[NONCE_LENGTH];
        RANDOM.nextBytes(nonce);
        byte[] sealed = crypt(Cipher.ENCRYPT_MODE, nonce, answer);
        return ByteBuffer.allocate(nonce.length + sealed.length)
                .put(nonce)
                .put(sealed)
                .array();
    }

    byte[] open(byte[] sealed) {
        byte[] nonce = Arrays.copyOf(sealed, NONCE_LENGTH);
        return crypt(Cipher.DECRYPT_MODE, nonce, Arrays.copyOfRange(sealed, NONCE_LENGTH, sealed.length));
    }

    private byte[] crypt(int mode, byte[] nonce, byte[] input) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, new SecretKeySpec(secret, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(scope);
            return cipher.doFinal(input);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a stored answer was changed in the database, or cannot be written", e);
        }
    }

    private static byte[] hmac(byte[] key, byte[] message) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(key, HMAC));
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }

    private static byte[] expand(byte[] prk, String label) {
        return hmac(prk, utf8(label + "\u0001"));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
