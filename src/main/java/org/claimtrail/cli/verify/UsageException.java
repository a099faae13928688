package org.claimtrail.cli.verify;

/** The command line says nothing that can be done. */
final class UsageException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UsageException(String message) {
        super(message);
    }
}
