package org.claimtrail.audit.log;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.claimtrail.shared.id.TypeId;
import org.eclipse.microprofile.context.ManagedExecutor;
import org.jspecify.annotations.Nullable;

/**
 * What waits for its place in the tree. Asked by whoever measures, so it never throws and never waits long for a database
 * that does not answer; one reading serves all who ask within a second.
 */
@ApplicationScoped
class Backlog {

    private static final long FRESH = Duration.ofSeconds(1).toNanos();
    private static final long PATIENCE = Duration.ofSeconds(1).toNanos();

    private final LogDatabase database;
    private final ManagedExecutor executor;
    private @Nullable CompletableFuture<Waiting> asked;
    private long askedAt;

    Backlog(LogDatabase database, ManagedExecutor executor) {
        this.database = database;
        this.executor = executor;
    }

    /**
     * Entries that are committed and not in the tree.
     *
     * @param oldest when the first of them was made
     */
    record Waiting(long entries, Optional<Instant> oldest) {}

    /** Empty when the database does not say. */
    Optional<Waiting> look() {
        try {
            return Optional.of(reading().get(PATIENCE, TimeUnit.NANOSECONDS));
        } catch (ExecutionException | TimeoutException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /** A reading that hangs is not asked for a second time beside itself. */
    private synchronized CompletableFuture<Waiting> reading() {
        CompletableFuture<Waiting> known = asked;
        boolean usable = known != null && (!known.isDone() || System.nanoTime() - askedAt < FRESH);
        if (known == null || !usable) {
            known = executor.supplyAsync(() -> database.read(Backlog::read));
            asked = known;
            askedAt = System.nanoTime();
        }
        return known;
    }

    private static Waiting read(Connection connection) throws SQLException {
        try (PreparedStatement select =
                        connection.prepareStatement("select count(*), min(event_id) from audit_pending");
                ResultSet row = select.executeQuery()) {
            row.next();
            return new Waiting(
                    row.getLong(1),
                    Optional.ofNullable(row.getString(2)).map(TypeId::parse).map(TypeId::madeAt));
        }
    }
}
