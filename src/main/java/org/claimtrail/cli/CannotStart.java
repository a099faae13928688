package org.claimtrail.cli;

/** Something that whoever starts the service has to put right; the message says what, and how. */
final class CannotStart extends RuntimeException {

    CannotStart(String message) {
        super(message);
    }
}
