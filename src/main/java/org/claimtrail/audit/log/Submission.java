package org.claimtrail.audit.log;

import java.util.List;
import java.util.function.LongFunction;
import org.claimtrail.merkle.AddCheckpoint;
import org.claimtrail.merkle.Hash;
import org.claimtrail.merkle.Note;
import org.claimtrail.merkle.ProofException;

/**
 * A checkpoint on its way to witnesses.
 *
 * @param proofs the consistency proof from a tree of a size above 0
 */
record Submission(Note note, long size, LongFunction<List<Hash>> proofs) {

    static Submission of(Signed signed, LogDatabase database) {
        return new Submission(
                parse(signed),
                signed.size(),
                old -> database.read(connection -> new LogTree(connection, signed.size()).consistency(old))
                        .path());
    }

    private static Note parse(Signed signed) {
        try {
            return Note.parse(signed.note());
        } catch (ProofException e) {
            throw new IllegalStateException("what was signed here is no note", e);
        }
    }

    String text() {
        return note.text();
    }

    /** The body that asks a witness of which this size was cosigned last. */
    byte[] goingOnFrom(long old) {
        return new AddCheckpoint(old, old == 0 ? List.of() : proofs.apply(old), note).encode();
    }
}
