package org.claimtrail.history;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.claimtrail.shared.database.Query;
import org.claimtrail.shared.database.Rows;
import org.claimtrail.shared.database.Writes;
import org.claimtrail.shared.http.Problem;
import org.claimtrail.shared.http.ProblemType;
import org.claimtrail.shared.id.TypeId;
import org.claimtrail.shared.time.SystemTime;

/** Whether there is what a record refers to. */
@ApplicationScoped
public class References {

    private static final String KNOWN = "select v.record_id from " + Rows.WANTED
            + " join record_version v on v.record_id" + Rows.EACH + " where v.known_until = "
            + SystemTime.FOREVER_IN_SQL
            + " and not exists"
            + " (select 1 from record_closure c where c.record_id = v.record_id and c.state = 'ERASED')";

    private static final String TAKEN = "select v.record_id from " + Rows.WANTED
            + " join record_version v on v.record_id" + Rows.EACH + " and (v.n = 1) is true";

    private final Writes writes;
    private final TransactionSynchronizationRegistry transaction;

    References(Writes writes, TransactionSynchronizationRegistry transaction) {
        this.writes = writes;
        this.transaction = transaction;
    }

    /**
     * Checks that what a request refers to is there for every reader.
     *
     * @param references JSON pointer of the request to the id that stands there
     * @throws Problem 422 with one entry for each that is not
     */
    public void requireKnown(Map<String, String> references) {
        Set<String> missing = new HashSet<>(references.values());
        missing.removeAll(lookedUp());
        missing.removeAll(found(missing));
        requireNone(missing, references);
    }

    /** As {@link #requireKnown}, to be asked with others. */
    public Query<String> known(Collection<String> ids) {
        return Query.common(KNOWN, row -> row.getString(1), (Object) texts(ids));
    }

    /** As above, when the question was asked. */
    public void requireKnown(Map<String, String> references, Query<String> known) {
        Set<String> missing = new HashSet<>(references.values());
        known.all().forEach(missing::remove);
        requireNone(missing, references);
    }

    /** Whether there is a record of this id that is not erased. */
    public boolean isKnown(String id) {
        return !found(List.of(id)).isEmpty();
    }

    /** Those of these ids that a record has or had, erased ones too. */
    public Set<String> taken(Collection<String> ids) {
        return ids.isEmpty() ? Set.of() : Set.copyOf(writes.read(TAKEN, row -> row.getString(1), (Object) texts(ids)));
    }

    /** Looks for what the caller's transaction will refer to, once instead of with each record. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void lookUp(Collection<String> ids) {
        transaction.putResource(References.class, found(ids));
    }

    /** Whether the caller's transaction has found this record when it {@linkplain #lookUp looked}, or written it since. */
    public boolean isLookedUp(String id) {
        return lookedUp().contains(id);
    }

    /** The caller's transaction, which has {@linkplain #lookUp looked up} what it refers to, has written this record as well. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void written(TypeId id) {
        lookedUp().add(id.toString());
    }

    private Set<String> found(Collection<String> ids) {
        if (ids.isEmpty()) {
            return new HashSet<>();
        }
        Query<String> known = known(ids);
        writes.ask(known);
        return new HashSet<>(known.all());
    }

    private static String[] texts(Collection<String> ids) {
        return Set.copyOf(ids).toArray(new String[0]);
    }

    /** What the caller's transaction knows to be there, of which it made sure itself; nothing where it looked up nothing. */
    @SuppressWarnings("unchecked")
    private Set<String> lookedUp() {
        return transaction.getTransactionStatus() != Status.STATUS_NO_TRANSACTION
                        && transaction.getResource(References.class) instanceof Set<?> found
                ? (Set<String>) found
                : Set.of();
    }

    private static void requireNone(Set<String> missing, Map<String, String> references) {
        if (!missing.isEmpty()) {
            Problem problem = Problem.of(ProblemType.INVALID, "The request refers to records that do not exist.");
            references.forEach((pointer, id) -> {
                if (missing.contains(id)) {
                    problem.at(pointer, "unknown_reference", "There is no record " + id + ".");
                }
            });
            throw problem;
        }
    }
}
