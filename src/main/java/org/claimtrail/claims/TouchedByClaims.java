package org.claimtrail.claims;

import jakarta.inject.Singleton;
import java.util.Collection;
import org.claimtrail.audit.log.LogDatabase;
import org.claimtrail.history.kept.Touching;
import org.claimtrail.shared.database.Rows;
import org.claimtrail.shared.id.Kind;

/** A claim shows those that were merged into it. */
@Singleton
class TouchedByClaims implements Touching {

    private static final String TARGETS = "select distinct c.merged_into from " + Rows.WANTED + " join claim c on c.id"
            + Rows.EACH + " where c.merged_into is not null";

    private final LogDatabase database;

    TouchedByClaims(LogDatabase database) {
        this.database = database;
    }

    @Override
    public Kind kind() {
        return Kind.CLAIM;
    }

    @Override
    public Collection<String> touchedBy(Collection<String> ids) {
        return database.read(connection -> Rows.list(connection, TARGETS, row -> row.getString(1), ids));
    }
}
