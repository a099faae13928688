package org.claimtrail.shared.start;

/** Something that whoever starts the service has to put right; the message says what, and how. */
public final class CannotStart extends RuntimeException {

    public CannotStart(String message) {
        super(message);
    }
}
