package org.claimtrail.cli.options;

/** The command line says nothing that can be done. */
public final class UsageException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public UsageException(String message) {
        super(message);
    }
}
