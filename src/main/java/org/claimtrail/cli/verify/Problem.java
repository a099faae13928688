package org.claimtrail.cli.verify;

/**
 * Something that is not as it was committed to.
 *
 * @param place where, such as {@code audit_entry 17} or {@code claim claim_.../2 status}
 * @param what what is wrong there, for people
 */
record Problem(String place, String what) {

    @Override
    public String toString() {
        return place + ": " + what;
    }
}
