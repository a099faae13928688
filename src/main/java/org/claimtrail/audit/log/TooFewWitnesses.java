package org.claimtrail.audit.log;

/** Fewer witnesses have cosigned than have to. The checkpoint is not shown, and they are asked again. */
final class TooFewWitnesses extends RuntimeException {

    TooFewWitnesses(String message) {
        super(message);
    }
}
