package org.claimtrail.merkle;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * A signature line of a note.
 *
 * @param name the key's name
 * @param keyId the key's id, four bytes as a number
 * @param signature what the algorithm gave
 */
public record NoteSignature(String name, int keyId, byte[] signature) {

    static final int ID_BYTES = 4;

    public NoteSignature {
        KeyNames.require(name);
        signature = signature.clone();
    }

    @Override
    public byte[] signature() {
        return signature.clone();
    }

    /** As a line of a note, with its line break. */
    public String line() {
        byte[] bytes = ByteBuffer.allocate(ID_BYTES + signature.length)
                .putInt(keyId)
                .put(signature)
                .array();
        return Note.LINE + name + " " + CanonicalBase64.encode(bytes) + "\n";
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NoteSignature that
                && name.equals(that.name)
                && keyId == that.keyId
                && Arrays.equals(signature, that.signature);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(signature);
    }
}
