package org.claimtrail.assessments;

import jakarta.inject.Singleton;
import java.util.Collection;
import org.claimtrail.audit.log.LogDatabase;
import org.claimtrail.history.kept.Touching;
import org.claimtrail.shared.database.Rows;
import org.claimtrail.shared.id.Kind;

/** Claims show what is published about them. */
@Singleton
class TouchedByAssessments implements Touching {

    private static final String CLAIMS =
            "select distinct a.claim_id from " + Rows.WANTED + " join assessment a on a.id" + Rows.EACH;

    private final LogDatabase database;

    TouchedByAssessments(LogDatabase database) {
        this.database = database;
    }

    @Override
    public Kind kind() {
        return Kind.ASSESSMENT;
    }

    @Override
    public Collection<String> touchedBy(Collection<String> ids) {
        return database.read(connection -> Rows.list(connection, CLAIMS, row -> row.getString(1), ids));
    }
}
