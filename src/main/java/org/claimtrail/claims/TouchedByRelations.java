package org.claimtrail.claims;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import org.claimtrail.audit.log.LogDatabase;
import org.claimtrail.history.kept.Touching;
import org.claimtrail.shared.database.Rows;
import org.claimtrail.shared.id.Kind;

/** Claims show the relations that they have. */
@Singleton
class TouchedByRelations implements Touching {

    private static final String ENDS =
            "select r.from_claim, r.to_claim from " + Rows.WANTED + " join relation r on r.id" + Rows.EACH;

    private final LogDatabase database;

    TouchedByRelations(LogDatabase database) {
        this.database = database;
    }

    @Override
    public Kind kind() {
        return Kind.RELATION;
    }

    @Override
    public Collection<String> touchedBy(Collection<String> ids) {
        return database
                .read(connection ->
                        Rows.list(connection, ENDS, row -> List.of(row.getString(1), row.getString(2)), ids))
                .stream()
                .flatMap(List::stream)
                .toList();
    }
}
