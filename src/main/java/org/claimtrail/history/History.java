package org.claimtrail.history;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.claimtrail.audit.AuditLog;
import org.claimtrail.audit.EventType;
import org.claimtrail.audit.NewEvent;
import org.claimtrail.audit.Reason;
import org.claimtrail.shared.database.Query;
import org.claimtrail.shared.database.Writes;
import org.claimtrail.shared.http.Preconditions;
import org.claimtrail.shared.http.Problem;
import org.claimtrail.shared.http.ProblemType;
import org.claimtrail.shared.id.TypeId;
import org.claimtrail.shared.json.CanonicalJson;
import org.claimtrail.shared.time.SystemTime;
import org.claimtrail.shared.who.Right;
import org.jspecify.annotations.Nullable;

/** The one mechanism by which records change: an edit is version n+1, and version n stays for ever. */
@ApplicationScoped
public class History {

    /** A version is one row of bytes; a body just under the request limit can only grow by what the service adds. */
    static final int MAX_CONTENT = 1_000_000;

    /** Stands in the log where the service acts by itself. */
    public static final String SERVICE = "a:service";

    /** Version 1 of a record is there for ever and never the one that changes hands. */
    private static final String MUTEX = "select n from record_version where record_id = ? and n = 1 for update";

    private final Writes writes;
    private final AuditLog audit;
    private final VersionReads reads;
    private final Closures closures;
    private final RecordParts parts;
    private final RecordDesks desks;

    History(
            Writes writes,
            AuditLog audit,
            VersionReads reads,
            Closures closures,
            RecordParts parts,
            RecordDesks desks) {
        this.writes = writes;
        this.audit = audit;
        this.reads = reads;
        this.closures = closures;
        this.parts = parts;
        this.desks = desks;
    }

    /**
     * Writes a version and its event. For every version but the first the caller has called {@link #lock}.
     *
     * @throws Problem 413 when the canonical content exceeds 1,000,000 bytes
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Version append(NewVersion version) {
        byte[] content = canonical(version);
        String tag = Tags.of(version.n(), content);
        if (version.n() == 1) {
            desks.know(version.id(), Optional.empty());
        }
        TypeId event = audit.append(new NewEvent(
                version.event(),
                version.id(),
                version.n(),
                version.reason(),
                version.at(),
                version.actor(),
                content,
                version.confidential(),
                version.n() == 1));
        return RecordVersion.write(writes, version, event, tag, content);
    }

    /**
     * Locks a record for the rest of the transaction and gives its latest version, published or not. Every act on a record
     * that is there goes through here, and so does the question whether its desk allows it.
     *
     * <p>An act that locks {@linkplain org.claimtrail.shared.database.LateLocks late} gets the latest version without the lock.
     *
     * @param further questions that are asked in the same journey, behind those of the lock
     * @throws Problem 404 when there is no such record for the caller, 403 when it is another desk's, 410 when it was erased
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Version lock(TypeId id, Right right, Query<?>... further) {
        TypeId whole = parts.whole(id).orElse(id); // locked first: whoever erases it meets nobody at its parts
        Query<String> desk = desks.query(whole);
        Query<Closure> closure = Closure.query(id);
        Query<Version> head = reads.headOf(id);
        Query<String> latest = audit.latest(id);
        if (!whole.equals(id)) {
            writes.ask(mutex(whole));
        }
        // The latest event first: so whatever the others tell of something later, the event that is appended tells of.
        List<Query<?>> questions = new ArrayList<>(List.of(mutex(id), latest, desk, closure, head));
        questions.addAll(List.of(further));
        writes.ask(questions);
        desks.know(whole, desk.first());
        audit.follow(id, latest);
        closures.requireAllowed(id, right, closure.first());
        return head.first().orElseThrow(() -> nothing(id));
    }

    /**
     * Locks a record for what somebody who had the right to it has ordered before: the service does it when it is time,
     * and there is no request whose caller could be asked for a right. Empty when the record was erased.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Optional<Version> lockOrdered(TypeId id) {
        parts.whole(id).ifPresent(whole -> writes.ask(mutex(whole)));
        writes.ask(mutex(id));
        return closures.of(id).filter(Closure::isErased).isPresent() ? Optional.empty() : reads.head(id);
    }

    /** Whether readers may have a record: it is neither withheld nor erased. */
    public boolean isOpen(TypeId id) {
        return closures.of(id).isEmpty();
    }

    private static Query<Integer> mutex(TypeId id) {
        return Query.locking(MUTEX, row -> row.getInt(1), id.toString());
    }

    /** Locks two records in the order of their ids, so that two who lock the same two never wait for each other. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void lockBoth(TypeId one, TypeId other, Right right) {
        lock(one.compareTo(other) < 0 ? one : other, right);
        lock(one.compareTo(other) < 0 ? other : one, right);
    }

    /**
     * Locks a record that a client wants to change, if it is still the version that the client has seen.
     *
     * @throws Problem as {@link #lock(TypeId, Right, Query...)}, 428 without If-Match, 412 when it names another version
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Version lock(TypeId id, Right right, @Nullable String ifMatch) {
        Version head = lock(id, right);
        Preconditions.requireMatch(ifMatch, List.of(head.tag()));
        return head;
    }

    /**
     * Makes a version, written as unpublished before, the one that readers see. The event commits to the same bytes
     * again: whoever holds it can prove what was published. The caller holds {@link #lock}.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public TypeId publish(Version version, Instant at, String actor, EventType type, Reason reason) {
        TypeId event = audit.append(NewEvent.of(type, version.id(), version.n(), reason, at, actor, version.content()));
        RecordVersion.publish(writes, version, at, event);
        return event;
    }

    /** Logs a step that changes no content, such as an approval; committed to is what was asked for. */
    @Transactional(Transactional.TxType.MANDATORY)
    public TypeId step(Version version, Instant at, String actor, EventType type, Reason reason, ObjectNode request) {
        return audit.append(
                NewEvent.of(type, version.id(), version.n(), reason, at, actor, CanonicalJson.bytes(request)));
    }

    /** What a refusal says when a record is not there, or not there for this reader: the two look the same. */
    public static Problem nothing(TypeId id) {
        return Problem.of(ProblemType.NOT_FOUND, "There is no record " + id + " that you can see.");
    }

    private static byte[] canonical(NewVersion version) {
        version.content().put("id", version.id().toString());
        version.content().put("version", version.n());
        version.content().put("recordedAt", SystemTime.text(version.at()));
        byte[] content = CanonicalJson.bytes(version.content());
        if (content.length > MAX_CONTENT) {
            throw Problem.of(
                    ProblemType.TOO_LARGE,
                    "The record has " + content.length + " bytes; at most " + MAX_CONTENT + " are kept.");
        }
        return content;
    }
}
