package org.claimtrail.audit.log;

import org.claimtrail.merkle.NoteSignature;

/** What a witness made of a checkpoint. */
sealed interface WitnessAnswer {

    /** For people: how the sentence goes on that begins with the witness's name. */
    String words();

    /** It has cosigned; the cosignature was checked. */
    record Cosigned(String text, NoteSignature signature) implements WitnessAnswer {
        @Override
        public String words() {
            return "cosigns";
        }
    }

    /** It has cosigned a tree of this size before, and that is larger. */
    record Ahead(long size) implements WitnessAnswer {
        @Override
        public String words() {
            return "has cosigned a checkpoint of " + size + " entries before";
        }
    }

    /** It has cosigned another tree than this one goes on from. */
    record OtherTree() implements WitnessAnswer {
        @Override
        public String words() {
            return "has cosigned another tree before, which this one does not go on from";
        }
    }

    /** It does not answer, or not as the protocol says. */
    record Failed(String why) implements WitnessAnswer {
        @Override
        public String words() {
            return "does not cosign: " + why;
        }
    }
}
