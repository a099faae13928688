package org.claimtrail.shared.start;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import org.claimtrail.shared.database.DatabaseKind;

/**
 * Of nodes that are started on an empty database at the same moment, one writes what a first start writes. The embedded
 * database has one node.
 */
@ApplicationScoped
public class FirstStart {

    /** How long its transaction may take, in seconds, the wait for its turn included. */
    public static final int SECONDS = 600;

    /**
     * What is done for the first time in a process takes many times as long, and on a busy machine the ten seconds that
     * other transactions may stand still; a turn is waited for longer than that.
     */
    private static final String PATIENCE =
            "set local idle_in_transaction_session_timeout = 120000; set local lock_timeout = 150000";

    /** As text, since its result has no type that a program could read. */
    private static final String TURN = "select cast(pg_advisory_xact_lock(7235420) as varchar)";

    private final EntityManager entities;
    private final DatabaseKind kind;

    public FirstStart(EntityManager entities, DatabaseKind kind) {
        this.entities = entities;
        this.kind = kind;
    }

    /**
     * Waits until no other node is at it, and keeps the others waiting until the caller's transaction ends, which is to have
     * {@link #SECONDS}. What the caller found missing before may be there now.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void awaitTurn() {
        if (!kind.isEmbedded()) {
            entities.createNativeQuery(PATIENCE).executeUpdate();
            entities.createNativeQuery(TURN).getSingleResult();
        }
    }
}
