package org.claimtrail.cli.verify;

/** A part of the log is not there or makes no sense, so that what stands behind it cannot be checked. */
final class BrokenLogException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String place;

    BrokenLogException(String place, String message) {
        super(message);
        this.place = place;
    }

    String place() {
        return place;
    }
}
