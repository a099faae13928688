package org.claimtrail.history.kept;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.claimtrail.shared.database.DatabaseKind;
import org.claimtrail.shared.reader.Reader;
import org.claimtrail.shared.time.Seldom;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The nodes that write to one database, as they know of each other by a row of each ({@link RollCall}). With the embedded
 * database there is one, and nodes that only read have no row.
 */
@ApplicationScoped
public class Cluster {

    private static final Logger LOG = Logger.getLogger(Cluster.class);

    /** Behind what a start may fail with, so that no row is left by one that does. */
    private static final int LAST = 200_000;

    /** Seconds that a call takes at most, and an end. */
    private static final int PATIENCE = 2;

    /** One journey, and one row at least. What it reads is as of its beginning, and the others' alone. */
    private static final String CALL = "with mine as (insert into node (id, beat) values (?, ?)"
            + " on conflict (id) do update set beat = excluded.beat)"
            + " select other.id, other.beat, current_setting('synchronous_commit')"
            + " from (values (1)) this left join node other on other.id <> ?";

    /** Only with that number in it: one that goes on has another. */
    private static final String FORGET = "delete from node where id = ? and beat = ?";

    private static final String LEAVE = "delete from node where id = ?";

    /** Who writes is answered when standbys show it, and so have those who read there to be. */
    private static final String SHOWN_BY_STANDBYS = "remote_apply";

    private final String id = UUID.randomUUID().toString();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(Cluster::thread);
    private final Seldom complaints = new Seldom(Duration.ofMinutes(1));
    private final DataSource source;
    private final MeterRegistry meters;
    private final Clock clock;
    private final RollCall calls;
    private final boolean takesPart;
    private final boolean isOnlyOne;
    private @Nullable ScheduledFuture<?> calling;
    private volatile boolean hasReaders;

    /** Of the thread that calls. */
    private long beat;

    @Inject
    Cluster(DatabaseKind kind, Reader reader, DataSource source, MeterRegistry meters, Clock clock) {
        this(kind, reader, source, meters, clock, new RollCall());
    }

    Cluster(DatabaseKind kind, Reader reader, DataSource source, MeterRegistry meters, Clock clock, RollCall calls) {
        this.source = source;
        this.meters = meters;
        this.clock = clock;
        this.calls = calls;
        this.isOnlyOne = kind.isEmbedded();
        this.takesPart = !isOnlyOne && !reader.isOn();
    }

    void start(@Observes @Priority(LAST) StartupEvent started) {
        if (takesPart) {
            Gauge.builder("claimtrail.nodes.others", calls, Cluster::others)
                    .description("Other nodes that write to this node's database; NaN when that is not known")
                    .register(meters);
            calling = thread.scheduleWithFixedDelay(this::call, 0, RollCall.EVERY.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private static double others(RollCall calls) {
        OptionalInt others = calls.others();
        return others.isPresent() ? others.getAsInt() : Double.NaN;
    }

    /** Whether no other node can answer from a look that began before what this node has committed. */
    boolean isAlone() {
        return isOnlyOne || (calls.isAlone() && !hasReaders);
    }

    /** Whether this node may answer from a look of a moment ago, since who writes on another one waits for as long. */
    boolean mayHold() {
        return !takesPart || calls.isReckonedWith();
    }

    /** Tells the others that this node is there, and reads who they are. */
    void call() {
        try (Connection connection = source.getConnection()) {
            long began = calls.begin();
            calls.end(began, others(connection));
            for (Map.Entry<String, Long> gone : calls.forgotten().entrySet()) {
                delete(connection, FORGET, gone.getKey(), gone.getValue());
            }
        } catch (SQLException | RuntimeException | Error e) { // or it would be the last call
            if (complaints.isFirst("", clock.instant())) {
                LOG.warnf("This node does not know of others, and answers as if there were some: %s", e);
            }
        }
    }

    private Map<String, Long> others(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(CALL)) {
            statement.setQueryTimeout(PATIENCE);
            statement.setString(1, id);
            statement.setLong(2, ++beat); // a number is never told twice
            statement.setString(3, id);
            Map<String, Long> others = new HashMap<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    hasReaders = rows.getString(3).equals(SHOWN_BY_STANDBYS);
                    if (rows.getString(1) != null) {
                        others.put(rows.getString(1), rows.getLong(2));
                    }
                }
            }
            return others;
        }
    }

    private static void delete(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setQueryTimeout(PATIENCE);
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }

    /** So that the others need not wait for what is not there; where that takes too long, they notice. */
    void stop(@Observes ShutdownEvent stopped) throws InterruptedException {
        calls.leave();
        if (calling != null) {
            calling.cancel(false);
        }
        if (takesPart) {
            thread.execute(this::leave);
        }
        thread.shutdown();
        if (!thread.awaitTermination(PATIENCE, TimeUnit.SECONDS)) {
            LOG.debug("This node could not tell the others in time that it goes");
        }
    }

    private void leave() {
        try (Connection connection = source.getConnection()) {
            delete(connection, LEAVE, id);
        } catch (SQLException | RuntimeException e) {
            LOG.debugf(e, "This node could not tell the others that it goes");
        }
    }

    private static Thread thread(Runnable calling) {
        Thread thread = new Thread(calling, "cluster");
        thread.setDaemon(true);
        return thread;
    }
}
