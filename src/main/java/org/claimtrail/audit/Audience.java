package org.claimtrail.audit;

import org.claimtrail.shared.who.Viewer;

/** Who may see an event on the human side of the log. The leaf itself holds nothing to hide. */
public enum Audience {
    /** Everyone: it concerns what is published. */
    PUBLIC(0),
    /** Those who see drafts. */
    STAFF(1),
    /** Auditors and administrators: keys and roles. */
    AUDITORS(2);

    /** As it stands in the column; Hibernate reads it as the place in this list, so that it must be that. */
    private final int number;

    Audience(int number) {
        this.number = number;
    }

    int number() {
        return number;
    }

    /** Whether a viewer is one of them. */
    boolean includes(Viewer viewer) {
        return switch (this) {
            case PUBLIC -> true;
            case STAFF -> viewer.seesDrafts();
            case AUDITORS -> viewer.seesKeys();
        };
    }
}
