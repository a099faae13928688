package org.claimtrail.cli.move;

import java.sql.SQLException;
import java.util.Optional;

/** Why the ledger is not moved, in one line for who wanted it moved. */
final class NotMovedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotMovedException(String message) {
        super(message);
    }

    /**
     * What a database has refused. The whole text of it may hold the values of a row, which are nobody's business on a
     * screen.
     */
    static NotMovedException refused(String what, SQLException failure) {
        SQLException last = Optional.ofNullable(failure.getNextException()).orElse(failure);
        String text = String.valueOf(last.getMessage());
        return new NotMovedException(what + ": " + text.lines().findFirst().orElse(text));
    }
}
