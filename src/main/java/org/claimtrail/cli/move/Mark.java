package org.claimtrail.cli.move;

/**
 * Stands in the target while a move into it is under way, so that a second run knows what it finds there, and no service
 * starts on half of a ledger.
 *
 * @param log the key that the log was begun with: which ledger it is
 * @param source in which state the embedded database was
 */
record Mark(String log, String source) {

    /** Its types are none that the script behind the migrations changes. */
    static final String TABLE = "move_in_progress";
}
