package org.claimtrail.merkle;

/** Something that signs notes, wherever its key is kept. */
public interface NoteSigner {

    /** The name of its key. */
    String name();

    /** What to check its signatures with. */
    VerifierKey verifierKey();

    /** Signs the text of a note. */
    NoteSignature sign(String text);
}
