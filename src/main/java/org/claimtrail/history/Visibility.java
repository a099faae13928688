package org.claimtrail.history;

import jakarta.enterprise.context.ApplicationScoped;
import org.claimtrail.shared.who.Viewer;

/** The condition of a query under which its reader may see a row: staff see withheld records, others do not. */
@ApplicationScoped
public class Visibility {

    private static final String OPEN = " not in (select w.recordId from Closure w where w.state = 'WITHHELD')";

    private final Viewer viewer;

    Visibility(Viewer viewer) {
        this.viewer = viewer;
    }

    /**
     * A further condition for Hibernate's language; empty for those who see everything.
     *
     * @param id the expression that holds a record's id, such as {@code e.id}
     */
    public String and(String id) {
        return viewer.seesDrafts() ? "" : " and " + id + OPEN;
    }
}
