package org.claimtrail.cli.verify;

import org.jspecify.annotations.Nullable;

/** What is to be verified cannot be read, which says nothing about whether it is sound. */
public final class UnreachableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnreachableException(String message) {
        this(message, null);
    }

    UnreachableException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
