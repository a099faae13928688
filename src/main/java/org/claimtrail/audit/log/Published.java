package org.claimtrail.audit.log;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The last checkpoint that was shown, and who waits for the next. */
@ApplicationScoped
public class Published {

    private static final long LOOK_AGAIN = 100_000_000; // nanoseconds

    /** Places of events that are asked for again and again; they never change. */
    private static final int PLACES = 50_000;

    private final LogDatabase database;
    private final Cache<String, Long> places =
            Caffeine.newBuilder().maximumSize(PLACES).build();

    private volatile @Nullable Signed latest;
    private volatile CountDownLatch next = new CountDownLatch(1);

    Published(LogDatabase database) {
        this.database = database;
    }

    /** Entries that a checkpoint shown to everyone covers. */
    public long size() {
        Signed known = latest;
        return known == null ? 0 : known.size();
    }

    /** The last checkpoint shown, with the signatures of witnesses. */
    Optional<Signed> latest() {
        return Optional.ofNullable(latest);
    }

    /** The place of an event, once a published checkpoint covers it. */
    public OptionalLong indexOf(String event) {
        Long index = indexesOf(List.of(event)).get(event);
        return index == null ? OptionalLong.empty() : OptionalLong.of(index);
    }

    /** The places of events, of those that a published checkpoint covers. */
    public Map<String, Long> indexesOf(Collection<String> events) {
        Map<String, Long> found = new HashMap<>(places.getAllPresent(events));
        List<String> others =
                events.stream().filter(event -> !found.containsKey(event)).toList();
        if (!others.isEmpty()) {
            Map<String, Long> read = database.read(connection -> indexes(connection, others));
            places.putAll(read);
            found.putAll(read);
        }
        long size = size();
        found.values().removeIf(index -> index >= size);
        return found;
    }

    /**
     * Waits until a published checkpoint covers an event.
     *
     * @return its place, or nothing when the time was over before
     */
    public OptionalLong await(String event, Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        OptionalLong index = indexOf(event);
        while (index.isEmpty() && pause(deadline)) {
            index = indexOf(event);
        }
        return index;
    }

    /** Waits for another checkpoint; false when the deadline has passed. */
    private boolean pause(long deadline) {
        long left = deadline - System.nanoTime();
        if (left <= 0) {
            return false;
        }
        try {
            // No longer than this: the checkpoint may have come between the look and the wait.
            next.await(Math.min(left, LOOK_AGAIN), TimeUnit.NANOSECONDS);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Takes note of what was shown when this process began. */
    void refresh() {
        database.read(CheckpointTables::latestPublished).ifPresent(this::show);
    }

    /** Shows a checkpoint, unless a later one was; who waits looks again. */
    synchronized void show(Signed signed) {
        if (signed.size() > size()) {
            latest = signed;
            CountDownLatch waitedFor = next;
            next = new CountDownLatch(1);
            waitedFor.countDown();
        }
    }

    private static Map<String, Long> indexes(Connection connection, Collection<String> events) throws SQLException {
        Map<String, Long> found = new HashMap<>();
        String marks = String.join(", ", Collections.nCopies(events.size(), "?"));
        try (PreparedStatement select = connection.prepareStatement(
                "select event_id, log_index from audit_entry where event_id in (" + marks + ")")) {
            int at = 0;
            for (String event : events) {
                select.setString(++at, event);
            }
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    found.put(rows.getString(1), rows.getLong(2));
                }
            }
        }
        return found;
    }
}
