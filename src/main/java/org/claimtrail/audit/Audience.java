package org.claimtrail.audit;

import org.claimtrail.shared.who.Viewer;

/** Who may see an event on the human side of the log. The leaf itself holds nothing to hide. */
public enum Audience {
    /** Everyone: it concerns what is published. */
    PUBLIC,
    /** Those who see drafts. */
    STAFF,
    /** Auditors and administrators: keys and roles. */
    AUDITORS;

    /** Whether a viewer is one of them. */
    boolean includes(Viewer viewer) {
        return switch (this) {
            case PUBLIC -> true;
            case STAFF -> viewer.seesDrafts();
            case AUDITORS -> viewer.seesKeys();
        };
    }
}
