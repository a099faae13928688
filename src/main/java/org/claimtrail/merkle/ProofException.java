package org.claimtrail.merkle;

/** Something does not prove what it should; the message says why, for people. */
public final class ProofException extends Exception {

    private static final long serialVersionUID = 1L;

    public ProofException(String message) {
        super(message);
    }
}
