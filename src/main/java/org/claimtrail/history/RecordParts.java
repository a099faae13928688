package org.claimtrail.history;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import org.claimtrail.shared.id.Kind;
import org.claimtrail.shared.id.TypeId;

/**
 * Records that are part of another one, as comments are of an assessment: with a history of their own, but of its desk,
 * seen by those who work on it, and erased with it.
 */
@ApplicationScoped
public class RecordParts {

    private final EntityManager entities;

    RecordParts(EntityManager entities) {
        this.entities = entities;
    }

    /** The expression of a query for the record by which is decided who sees a subject: the whole, for a part. */
    static String governing(String subject) {
        return "coalesce((select p.whole from RecordPart p where p.recordId = " + subject + "), " + subject + ")";
    }

    /** Says of which record one just made is part. The caller holds the lock of that one. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void add(Version created, TypeId whole) {
        entities.persist(new RecordPart(created.id(), whole));
    }

    /** Whether a record is, or was, part of another. */
    public boolean isPart(TypeId part, TypeId whole) {
        return whole(part).filter(whole::equals).isPresent();
    }

    /** What a record is part of, also when it was erased. Only comments are part of anything. */
    Optional<TypeId> whole(TypeId part) {
        if (part.kind() != Kind.COMMENT) {
            return Optional.empty();
        }
        return Optional.ofNullable(entities.find(RecordPart.class, part.toString()))
                .map(row -> TypeId.parse(row.whole));
    }

    /** The parts of a record, those that were erased among them. */
    List<TypeId> of(TypeId whole) {
        return entities.createQuery(
                        "select p.recordId from RecordPart p where p.whole = :whole order by p.recordId", String.class)
                .setParameter("whole", whole.toString())
                .getResultStream()
                .map(TypeId::parse)
                .toList();
    }
}
