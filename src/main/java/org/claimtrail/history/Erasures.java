package org.claimtrail.history;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Instance;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.claimtrail.audit.AuditLog;
import org.claimtrail.audit.ErasableContent;
import org.claimtrail.audit.NewEvent;
import org.claimtrail.shared.http.Preconditions;
import org.claimtrail.shared.http.Problem;
import org.claimtrail.shared.id.TypeId;
import org.claimtrail.shared.idempotency.StoredAnswers;
import org.claimtrail.shared.json.CanonicalJson;
import org.claimtrail.shared.json.StoredJson;
import org.claimtrail.shared.time.SystemTime;
import org.claimtrail.shared.who.Right;
import org.jspecify.annotations.Nullable;

/**
 * Destroys what a record says, wherever it is kept: salts and contents of all its events, projections, stored answers.
 * Its versions stay as a skeleton of numbers and times, its events with their commitments.
 */
@ApplicationScoped
public class Erasures {

    private final EntityManager entities;
    private final History history;
    private final Closures closures;
    private final RecordParts parts;
    private final AuditLog audit;
    private final ErasableContent contents;
    private final StoredAnswers answers;
    private final Instance<Projection> projections;
    private final Event<ErasedRecord> erased;
    private final Clock clock;

    Erasures(
            EntityManager entities,
            History history,
            Closures closures,
            RecordParts parts,
            AuditLog audit,
            ErasableContent contents,
            StoredAnswers answers,
            Instance<Projection> projections,
            Event<ErasedRecord> erased,
            Clock clock) {
        this.entities = entities;
        this.history = history;
        this.closures = closures;
        this.parts = parts;
        this.audit = audit;
        this.contents = contents;
        this.answers = answers;
        this.projections = projections;
        this.erased = erased;
        this.clock = clock;
    }

    /**
     * Erases a record for good, with what is part of it. Once it is committed, {@link ErasureLedger} writes it down outside the database.
     *
     * @param tags the entity tags under which a version can be read
     * @throws Problem 410 when that was done before, 412 or 428 by If-Match
     */
    @Transactional
    public ErasedRecord erase(
            String actor,
            TypeId id,
            @Nullable String ifMatch,
            ErasureBasis basis,
            Function<Version, List<String>> tags) {
        Version head = history.lock(id, Right.EDIT);
        Preconditions.requireMatch(ifMatch, tags.apply(head));
        Instant at = SystemTime.after(head.recordedAt(), clock);
        List<ErasedRecord> done = destroyWithParts(actor, id, basis, at, at);
        done.forEach(erased::fire);
        return done.get(done.size() - 1);
    }

    /**
     * Erases again what an older copy of the database has brought back.
     *
     * @return false when there is nothing to erase: the record is unknown here, or erased as it should be
     */
    @Transactional
    boolean repeat(ErasedRecord earlier) {
        TypeId id = earlier.id();
        RecordVersion first = entities.find(RecordVersion.class, new RecordVersionId(id.toString(), 1));
        if (first == null || isDone(id)) {
            return false;
        }
        history.lockOrdered(id);
        entities.clear(); // another node, which was started at the same moment, may have done it while this one waited
        if (isDone(id)) {
            return false;
        }
        destroyWithParts(History.SERVICE, id, earlier.basis(), Instant.parse(earlier.at()), clock.instant());
        return true;
    }

    private boolean isDone(TypeId id) {
        return closures.of(id).filter(Closure::isErased).isPresent() && !contents.remains(id, event(id));
    }

    /** The record comes last. */
    private List<ErasedRecord> destroyWithParts(
            String actor, TypeId id, ErasureBasis basis, Instant since, Instant at) {
        return Stream.concat(parts.of(id).stream().filter(part -> !isDone(part)), Stream.of(id))
                .map(each -> destroy(actor, each, basis, since, at))
                .toList();
    }

    /** @param since when it was erased for the first time */
    private ErasedRecord destroy(String actor, TypeId id, ErasureBasis basis, Instant since, Instant at) {
        entities.flush();
        RecordEvent event = event(id);
        byte[] request = CanonicalJson.bytes(StoredJson.object()
                .put("record", id.toString())
                .put(
                        "basis",
                        StoredJson.tree(new NewErasure(basis)).path("basis").asText())
                .put("by", actor));
        // First, so that on the embedded database this transaction has its turn before it locks the rows of others.
        TypeId logged = audit.append(NewEvent.of(event, id, latest(id), basis.reason(), at, actor, request));
        projections.stream()
                .filter(projection -> projection.kind() == id.kind())
                .forEach(projection -> projection.erase(id));
        contents.destroy(id, event);
        answers.erase(id);
        Closure closure = new Closure(id, Closure.State.ERASED, basis.reason(), since, logged);
        closures.close(closure);
        return ErasedRecord.of(closure);
    }

    private RecordEvent event(TypeId id) {
        return RecordEvent.of(id, RecordEvent.ERASED, closures.wasPublished(id));
    }

    private int latest(TypeId id) {
        return entities.createQuery("select max(v.n) from RecordVersion v where v.recordId = :id", Integer.class)
                .setParameter("id", id.toString())
                .getSingleResult();
    }
}
