package org.claimtrail.audit;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.claimtrail.audit.log.LogDatabase;
import org.claimtrail.shared.database.Rows;

/**
 * What was committed, on whichever node, since this was asked last. It goes by places in the log and not by ids or times, which
 * do not commit in their order: an event is either pending or has a place, and places are given in one transaction. For one
 * thread alone.
 */
@ApplicationScoped
public class NewEvents {

    /** More at once are not worth looking through. */
    private static final int MANY = 1_000;

    private static final String SIZE = "";
    /** One statement, so that both are as of one moment; without a parameter, for which a server would plan it anew. */
    private static final String STATE = "select cast('" + SIZE + "' as varchar(40)), size from log_state where id = 1"
            + " union all select event_id, -1 from audit_pending limit " + (MANY + 1);

    private static final String PLACED = "select event_id from audit_entry where log_index >= ? and log_index < ?";
    private static final String TOLD =
            "select e.type, e.subject from " + Rows.WANTED + " join audit_event e on e.event_id = wanted.id";
    private static final long UNKNOWN = -1;

    private final LogDatabase database;
    private long next = UNKNOWN;
    private Set<String> pending = Set.of();

    NewEvents(LogDatabase database) {
        this.database = database;
    }

    /**
     * Those committed before this call and not told of before.
     *
     * @return nothing when it cannot be said, as at the first time: anything may have changed
     */
    public Optional<List<Committed>> look() {
        return database.read(next == UNKNOWN ? this::begin : this::go);
    }

    private Optional<List<Committed>> begin(Connection connection) throws SQLException {
        next = Rows.list(connection, "select size from log_state where id = 1", row -> row.getLong(1))
                .get(0);
        pending = Set.of(); // those that are now will be told of once more, which does no harm
        return Optional.empty();
    }

    private Optional<List<Committed>> go(Connection connection) throws SQLException {
        Set<String> waiting = new HashSet<>();
        List<Long> sizes = new ArrayList<>();
        Rows.list(
                connection,
                STATE,
                row -> row.getString(1).equals(SIZE) ? sizes.add(row.getLong(2)) : waiting.add(row.getString(1)));
        long size = sizes.isEmpty() ? 0 : sizes.get(0);
        // A log that is shorter than it was is another one.
        if (size < next || size - next + waiting.size() >= MANY) {
            next = UNKNOWN;
            return Optional.empty();
        }
        List<String> found = new ArrayList<>(waiting);
        if (size > next) {
            found.addAll(Rows.list(connection, PLACED, row -> row.getString(1), next, size));
        }
        found.removeIf(pending::contains);
        List<Committed> told = found.isEmpty()
                ? List.of()
                : Rows.list(connection, TOLD, row -> new Committed(row.getString(1), row.getString(2)), found);
        next = size;
        pending = waiting;
        return Optional.of(told);
    }

    /** An event's type, and the record that it is about. */
    public record Committed(String type, String subject) {}
}
