package org.claimtrail.history.kept;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.claimtrail.shared.database.DatabaseKind;
import org.claimtrail.shared.reader.Reader;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The nodes on one database, by a row that each of them counts on ({@link RollCall}). With the embedded database there is one; a
 * node that only reads is none of them, as nobody who writes waits for it.
 */
@ApplicationScoped
public class Nodes {

    private static final Logger LOG = Logger.getLogger(Nodes.class);

    /** Seconds that an end waits for a call that is under way. */
    private static final int PATIENCE = 2;

    /** One journey; what it reads is as of its beginning, and the others' alone. */
    private static final String CALL = "with mine as (insert into node (id, beat) values (?, ?)"
            + " on conflict (id) do update set beat = excluded.beat) select id, beat from node where id <> ?";

    private final String id = UUID.randomUUID().toString();
    private final RollCall calls;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(Nodes::thread);
    private final DataSource source;
    private final MeterRegistry meters;
    private final boolean takesPart;
    private final boolean isOnlyOne;

    private @Nullable ScheduledFuture<?> calling;

    /** Of the thread that calls. */
    private long beat;

    @Inject
    Nodes(DatabaseKind kind, Reader reader, DataSource source, MeterRegistry meters) {
        this(kind, reader, source, meters, new RollCall());
    }

    Nodes(DatabaseKind kind, Reader reader, DataSource source, MeterRegistry meters, RollCall calls) {
        this.calls = calls;
        this.source = source;
        this.meters = meters;
        this.isOnlyOne = kind.isEmbedded();
        this.takesPart = !isOnlyOne && !reader.isOn();
    }

    void start(@Observes StartupEvent started) {
        if (takesPart) {
            Gauge.builder("claimtrail.nodes.others", calls, RollCall::others)
                    .description("Other nodes that write to this node's database")
                    .register(meters);
            calling = thread.scheduleWithFixedDelay(this::call, 0, RollCall.EVERY.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    /** Whether no other node can answer from before what this node has committed. */
    boolean isAlone() {
        return isOnlyOne || calls.isAlone();
    }

    /** Whether this node may answer from a look of a moment ago: who writes on another one waits for as long. */
    boolean mayHold() {
        return !takesPart || calls.isCounted();
    }

    /** Tells the others that this node is there, and reads who they are. */
    void call() {
        try (Connection connection = source.getConnection()) {
            long began = calls.begin();
            calls.end(began, others(connection));
            for (Map.Entry<String, Long> gone : calls.forgotten().entrySet()) {
                delete(connection, gone.getKey(), gone.getValue());
            }
        } catch (SQLException | RuntimeException e) {
            LOG.debugf(
                    e, "This node could not tell the others that it is there"); // it waits, and looks, as if there were
            // many
        }
    }

    private Map<String, Long> others(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(CALL)) {
            statement.setString(1, id);
            statement.setLong(2, ++beat); // a number is never told twice
            statement.setString(3, id);
            Map<String, Long> others = new HashMap<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    others.put(rows.getString(1), rows.getLong(2));
                }
            }
            return others;
        }
    }

    /** Only with that number in it: one that goes on has another. */
    private static void delete(Connection connection, String id, long beat) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("delete from node where id = ? and beat = ?")) {
            statement.setString(1, id);
            statement.setLong(2, beat);
            statement.executeUpdate();
        }
    }

    /** So that the others need not wait for what is not there. */
    void stop(@Observes ShutdownEvent stopped) throws InterruptedException {
        calls.leave();
        if (calling != null) {
            calling.cancel(false);
        }
        thread.shutdown();
        if (takesPart && thread.awaitTermination(PATIENCE, TimeUnit.SECONDS)) {
            try (Connection connection = source.getConnection()) {
                delete(connection, id, beat);
            } catch (SQLException e) {
                LOG.debugf(e, "This node could not tell the others that it goes"); // they notice
            }
        }
    }

    private static Thread thread(Runnable calling) {
        Thread thread = new Thread(calling, "nodes");
        thread.setDaemon(true);
        return thread;
    }
}
