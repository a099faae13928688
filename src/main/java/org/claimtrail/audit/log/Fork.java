package org.claimtrail.audit.log;

/** The tree is not the one that was shown before. It is not signed, and whoever runs the service has to look. */
final class Fork extends RuntimeException {

    Fork(String message) {
        super(message);
    }
}
