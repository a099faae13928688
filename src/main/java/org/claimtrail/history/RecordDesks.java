package org.claimtrail.history;

import io.quarkus.arc.Arc;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.claimtrail.shared.database.Query;
import org.claimtrail.shared.database.Writes;
import org.claimtrail.shared.id.Kind;
import org.claimtrail.shared.id.TypeId;
import org.claimtrail.shared.who.Rights;
import org.claimtrail.shared.who.Viewer;

/** Which desk a record belongs to, and what the caller may do with it therefore. */
@ApplicationScoped
public class RecordDesks {

    private static final String DESK = "select desk from record_desk where record_id = ?";

    private final EntityManager entities;
    private final Writes writes;
    private final Viewer viewer;
    private final RecordParts parts;
    private final KnownDesks known;

    RecordDesks(EntityManager entities, Writes writes, Viewer viewer, RecordParts parts, KnownDesks known) {
        this.entities = entities;
        this.writes = writes;
        this.parts = parts;
        this.viewer = viewer;
        this.known = known;
    }

    /** The id of the desk, also of an erased record. Only claims and assessments have one, and what is part of them. */
    public Optional<String> of(TypeId record) {
        return parts.whole(record).map(this::ofWhole).orElseGet(() -> ofWhole(record));
    }

    private Optional<String> ofWhole(TypeId record) {
        if (record.kind() != Kind.CLAIM && record.kind() != Kind.ASSESSMENT) {
            return Optional.empty();
        }
        if (inRequest() && known.knows(record)) {
            return known.of(record);
        }
        Query<String> desk = query(record);
        writes.ask(desk);
        return desk.first();
    }

    /** Asks for the desk of a record that is part of none. */
    Query<String> query(TypeId record) {
        return new Query<>(DESK, row -> row.getString(1), record.toString());
    }

    /** Its desk, for the rest of the request: the caller locks it, or has just made it. */
    void know(TypeId record, Optional<String> desk) {
        if (inRequest()) {
            known.put(record, desk);
        }
    }

    /** What this request knows. */
    void forget() {
        known.forget();
    }

    /** What the service does by itself is in none. */
    private static boolean inRequest() {
        return Arc.container().requestContext().isActive();
    }

    /** The desks of several records, by record; those of none are left out. */
    public Map<String, String> of(Collection<String> records) {
        return records.isEmpty()
                ? Map.of()
                : entities.createQuery("select d from RecordDesk d where d.recordId in :records", RecordDesk.class)
                        .setParameter("records", records)
                        .getResultStream()
                        .collect(Collectors.toMap(row -> row.recordId, row -> row.desk));
    }

    /** What the caller of this request may do with the record. */
    public Rights rights(TypeId record) {
        // The public is on no desk, and has no rights to any record; most reads are its.
        return viewer.rights(viewer.isAnonymous() ? Optional.empty() : of(record));
    }
}
