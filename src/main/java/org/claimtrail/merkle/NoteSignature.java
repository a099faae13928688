package org.claimtrail.merkle;

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
