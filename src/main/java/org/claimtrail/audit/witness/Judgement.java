package org.claimtrail.audit.witness;

import org.claimtrail.merkle.NoteSignature;

/** What comes of a request to cosign. */
sealed interface Judgement {

    /** It goes on from what was cosigned last, and that is stored. */
    record Cosigned(NoteSignature signature) implements Judgement {}

    /** Another size than the log thinks was cosigned last. */
    record OtherSize(long size) implements Judgement {}

    /** It cannot be read, or contradicts itself. */
    record Malformed(String why) implements Judgement {}

    /** No log of this origin is followed. */
    record UnknownLog(String origin) implements Judgement {}

    /** No trusted key of the log has signed. */
    record Unsigned(String origin) implements Judgement {}

    /** It does not go on from what was cosigned last. */
    record Inconsistent(String why) implements Judgement {}
}
