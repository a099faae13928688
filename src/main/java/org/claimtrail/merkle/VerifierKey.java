package org.claimtrail.merkle;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * A public key with its name: Ed25519 over the text of a note, or over the text with a time, as witnesses sign.
 *
 * @see <a href="https://c2sp.org/signed-note#verifier-keys">C2SP signed-note</a>
 * @see <a href="https://c2sp.org/tlog-cosignature">C2SP tlog-cosignature</a>
 */
public final class VerifierKey {

    /** Signs the text of a note. */
    public static final byte ED25519 = 0x01;
    /** Signs a checkpoint with the time at which it was the largest seen. */
    public static final byte COSIGNATURE = 0x04;

    private static final int ID_BYTES = 4;

    private final String name;
    private final byte type;
    private final byte[] key;
    private final int id;

    private VerifierKey(String name, byte type, byte[] key) {
        KeyNames.require(name);
        if (type != ED25519 && type != COSIGNATURE) {
            throw new IllegalArgumentException("keys of type " + type + " are not known here");
        }
        if (!Ed25519.isCanonicalKey(key)) {
            throw new IllegalArgumentException("no Ed25519 public key");
        }
        this.name = name;
        this.type = type;
        this.key = key.clone();
        this.id = id(name, type, key);
    }

    /**
     * A key by its parts.
     *
     * @throws IllegalArgumentException when they make no key
     */
    public static VerifierKey of(String name, byte type, byte[] key) {
        return new VerifierKey(name, type, key);
    }

    /**
     * A key from its text: {@code <name>+<id>+<base64 of type and key>}.
     *
     * @throws IllegalArgumentException when it is none, or its id is not that of the key
     */
    public static VerifierKey parse(String vkey) {
        String[] parts = vkey.split("\\+", 3);
        if (parts.length != 3) {
            throw new IllegalArgumentException("no verifier key: " + vkey);
        }
        byte[] bytes = CanonicalBase64.decode(parts[2]);
        if (bytes.length != 1 + Hash.SIZE) {
            throw new IllegalArgumentException("no Ed25519 verifier key: " + vkey);
        }
        VerifierKey parsed = new VerifierKey(parts[0], bytes[0], Arrays.copyOfRange(bytes, 1, bytes.length));
        if (!parsed.hexId().equals(parts[1])) {
            throw new IllegalArgumentException("the key's id is " + parsed.hexId() + " and not " + parts[1]);
        }
        return parsed;
    }

    private static int id(String name, byte type, byte[] key) {
        MessageDigest digest = Hash.sha256();
        digest.update(name.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) '\n');
        digest.update(type);
        return ByteBuffer.wrap(digest.digest(key)).getInt();
    }

    public String name() {
        return name;
    }

    public byte type() {
        return type;
    }

    /** SHA-256(name || 0x0A || type || key), its first four bytes. */
    public int id() {
        return id;
    }

    /** The key's text. */
    public String encode() {
        byte[] bytes = ByteBuffer.allocate(1 + key.length).put(type).put(key).array();
        return name + "+" + hexId() + "+" + CanonicalBase64.encode(bytes);
    }

    private String hexId() {
        return HexFormat.of().formatHex(ByteBuffer.allocate(ID_BYTES).putInt(id).array());
    }

    /** Whether a signature claims to be by this key. */
    public boolean isNamedBy(NoteSignature signature) {
        return signature.keyId() == id && signature.name().equals(name);
    }

    /** Whether a signature is by this key over this text; false for whatever bytes, never an exception. */
    public boolean verifies(String text, NoteSignature signature) {
        if (!isNamedBy(signature)) {
            return false;
        }
        byte[] bytes = signature.signature();
        if (type == ED25519) {
            return Ed25519.verifies(key, text.getBytes(StandardCharsets.UTF_8), bytes);
        }
        if (bytes.length != Long.BYTES + Ed25519.SIGNATURE_BYTES) {
            return false;
        }
        long time = ByteBuffer.wrap(bytes).getLong();
        byte[] signed = Arrays.copyOfRange(bytes, Long.BYTES, bytes.length);
        return time >= 0 && Ed25519.verifies(key, cosigned(text, time), signed);
    }

    /**
     * A signature that was made elsewhere, as a line of a note.
     *
     * @throws IllegalArgumentException when it is not by this key
     */
    public NoteSignature signature(String text, byte[] bytes) {
        NoteSignature signature = new NoteSignature(name, id, bytes);
        if (!verifies(text, signature)) {
            throw new IllegalArgumentException("the signature is not by " + encode());
        }
        return signature;
    }

    /** What a witness signs: C2SP tlog-cosignature, Ed25519 signed message. */
    static byte[] cosigned(String text, long time) {
        return ("cosignature/v1\ntime " + time + "\n" + text).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof VerifierKey that && encode().equals(that.encode());
    }

    @Override
    public int hashCode() {
        return id;
    }

    @Override
    public String toString() {
        return encode();
    }
}
