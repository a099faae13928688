package org.claimtrail.merkle;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.EdECPublicKey;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.NamedParameterSpec;
import java.util.Arrays;
import java.util.function.LongSupplier;

/** Signs with an Ed25519 key that is at hand. */
public final class Ed25519Signer implements NoteSigner {

    private static final String ALGORITHM = "Ed25519";
    private static final int SEED_BYTES = 32;

    private final PrivateKey key;
    private final VerifierKey verifier;
    private final LongSupplier seconds;

    private Ed25519Signer(PrivateKey key, VerifierKey verifier, LongSupplier seconds) {
        this.key = key;
        this.verifier = verifier;
        this.seconds = seconds;
    }

    /**
     * A log's signer.
     *
     * @param seed the private key of RFC 8032 section 5.1.5: 32 bytes
     */
    public static Ed25519Signer ofSeed(String name, byte[] seed) {
        return of(name, VerifierKey.ED25519, seed, () -> 0);
    }

    /**
     * A witness's signer.
     *
     * @param seconds the time, in seconds since 1970
     */
    public static Ed25519Signer cosigner(String name, byte[] seed, LongSupplier seconds) {
        return of(name, VerifierKey.COSIGNATURE, seed, seconds);
    }

    /** A log's signer with keys of the platform, as key stores hold them. */
    public static Ed25519Signer of(String name, PrivateKey key, PublicKey publicKey) {
        return new Ed25519Signer(key, VerifierKey.of(name, VerifierKey.ED25519, raw(publicKey)), () -> 0);
    }

    private static Ed25519Signer of(String name, byte type, byte[] seed, LongSupplier seconds) {
        if (seed.length != SEED_BYTES) {
            throw new IllegalArgumentException("a seed has " + SEED_BYTES + " bytes");
        }
        try {
            PrivateKey key = KeyFactory.getInstance(ALGORITHM)
                    .generatePrivate(new EdECPrivateKeySpec(NamedParameterSpec.ED25519, seed));
            return new Ed25519Signer(key, VerifierKey.of(name, type, publicOf(seed)), seconds);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform from 15 on has Ed25519", e);
        }
    }

    /** The platform derives a public key only when it makes a pair; so it is given the seed as its randomness. */
    private static byte[] publicOf(byte[] seed) throws GeneralSecurityException {
        KeyPairGenerator pairs = KeyPairGenerator.getInstance(ALGORITHM);
        pairs.initialize(NamedParameterSpec.ED25519, new SecureRandom() {
            private static final long serialVersionUID = 1L;

            @Override
            public void nextBytes(byte[] bytes) {
                System.arraycopy(seed, 0, bytes, 0, bytes.length);
            }
        });
        return raw(pairs.generateKeyPair().getPublic());
    }

    /** RFC 8032 section 5.1.2: y, least significant byte first, with the sign of x in the highest bit. */
    private static byte[] raw(PublicKey key) {
        if (!(key instanceof EdECPublicKey edwards)) {
            throw new IllegalArgumentException("no Ed25519 key: " + key.getAlgorithm());
        }
        byte[] y = edwards.getPoint().getY().toByteArray();
        byte[] raw = new byte[Ed25519.KEY_BYTES];
        for (int i = 0; i < y.length && i < raw.length; i++) {
            raw[i] = y[y.length - 1 - i];
        }
        if (edwards.getPoint().isXOdd()) {
            raw[raw.length - 1] |= (byte) 0x80;
        }
        return raw;
    }

    @Override
    public String name() {
        return verifier.name();
    }

    @Override
    public VerifierKey verifierKey() {
        return verifier;
    }

    @Override
    public NoteSignature sign(String text) {
        if (verifier.type() == VerifierKey.ED25519) {
            return verifier.signature(text, raw(text.getBytes(StandardCharsets.UTF_8)));
        }
        long time = seconds.getAsLong();
        byte[] signature = raw(VerifierKey.cosigned(text, time));
        return verifier.signature(
                text,
                ByteBuffer.allocate(Long.BYTES + signature.length)
                        .putLong(time)
                        .put(signature)
                        .array());
    }

    private byte[] raw(byte[] message) {
        try {
            Signature platform = Signature.getInstance(ALGORITHM);
            platform.initSign(key);
            platform.update(message);
            return Arrays.copyOf(platform.sign(), Ed25519.SIGNATURE_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this key cannot sign", e);
        }
    }
}
