package org.claimtrail.audit;

import jakarta.enterprise.context.Dependent;
import java.sql.Connection;
import java.sql.ResultSet;
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
 * do not commit in their order: an event is either pending or has a place, and places are given in one transaction. Each who asks
 * has one of their own, for one thread alone.
 */
@Dependent
public class NewEvents {

    private static final String SIZE = "";
    /** One statement, so that both are as of one moment; without a parameter, for which a server would plan it anew. */
    private static final String STATE = "select cast('" + SIZE + "' as varchar(40)), size from log_state where id = 1"
            + " union all select event_id, -1 from audit_pending limit ";

    private static final String PLACED = "select event_id from audit_entry where log_index >= ? and log_index < ?";
    private static final String TOLD = "select e.type, e.subject, e.audience from " + Rows.WANTED
            + " join audit_event e on e.event_id" + Rows.EACH;
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
     * @param most more at once are not worth looking through; the same in each call
     * @return nothing when it cannot be said, as at the first time: anything may have changed
     */
    public Optional<List<Committed>> look(int most) {
        return database.read(next == UNKNOWN ? this::begin : connection -> go(connection, most));
    }

    private Optional<List<Committed>> begin(Connection connection) throws SQLException {
        return beginAt(Rows.list(connection, "select size from log_state where id = 1", row -> row.getLong(1))
                .get(0));
    }

    private Optional<List<Committed>> beginAt(long size) {
        next = size;
        pending = Set.of(); // those that are now will be told of once more, which does no harm
        return Optional.empty();
    }

    private Optional<List<Committed>> go(Connection connection, int most) throws SQLException {
        Set<String> waiting = new HashSet<>();
        List<Long> sizes = new ArrayList<>();
        Rows.list(
                connection,
                STATE + (most + 1),
                row -> row.getString(1).equals(SIZE) ? sizes.add(row.getLong(2)) : waiting.add(row.getString(1)));
        long size = sizes.isEmpty() ? 0 : sizes.get(0);
        // A log that is shorter than it was is another one.
        if (size < next || size - next + waiting.size() >= most) {
            return beginAt(size);
        }
        List<String> found = new ArrayList<>(waiting);
        if (size > next) {
            found.addAll(Rows.list(connection, PLACED, row -> row.getString(1), next, size));
        }
        found.removeIf(pending::contains);
        List<Committed> told = found.isEmpty() ? List.of() : Rows.list(connection, TOLD, NewEvents::committed, found);
        next = size;
        pending = waiting;
        return Optional.of(told);
    }

    private static Committed committed(ResultSet row) throws SQLException {
        return new Committed(row.getString(1), row.getString(2), row.getInt(3) == Audience.PUBLIC.number());
    }

    /**
     * An event.
     *
     * @param subject the record that it is about
     * @param forPublic whether everyone may know of it
     */
    public record Committed(String type, String subject, boolean forPublic) {

        /** How types of events end by which a record appears or disappears, with all that repeats something of it. */
        private static final List<String> OPENING_OR_CLOSING = List.of(".withheld", ".released", ".erased");

        /** Whether a record appears by it or disappears. */
        public boolean opensOrCloses() {
            return OPENING_OR_CLOSING.stream().anyMatch(type::endsWith);
        }
    }
}
