package org.claimtrail.history.kept;

import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.claimtrail.audit.NewEvents;
import org.claimtrail.audit.NewEvents.Committed;
import org.claimtrail.shared.id.Kind;

/**
 * When which record was last seen to change, counted in looks at the log. What was read after look n and shows records that
 * have not changed in a later look is as good as read now. One thread looks; any may ask.
 */
@Singleton
class Changes {

    /** So many are remembered one by one. */
    private static final int MANY = 100_000;

    /** More events at once are not worth looking through. */
    private static final int MANY_AT_ONCE = 1_000;

    private final NewEvents events;
    private final List<Touching> touching;
    private volatile Memory memory = new Memory(Long.MAX_VALUE, Map.of());
    private volatile long now;

    Changes(NewEvents events, @All List<Touching> touching) {
        this.events = events;
        this.touching = touching;
    }

    /** The last look. What is read from here on shows all that it has seen. */
    long now() {
        return now;
    }

    /** Whether what was read after a look is still right about these records, as of the last look. */
    boolean isCurrent(long at, Collection<String> of) {
        Memory known = memory;
        return at >= known.since && of.stream().allMatch(key -> known.changed.getOrDefault(key, 0L) <= at);
    }

    /**
     * Takes note of all that was committed before.
     *
     * @return false when everything that was read before has to be read again
     */
    boolean look() {
        Optional<List<Committed>> committed = events.look(MANY_AT_ONCE);
        long look = now + 1;
        try {
            boolean known = committed.isPresent()
                    && memory.changed.size() < MANY
                    && committed.get().stream().noneMatch(Committed::opensOrCloses);
            if (known) {
                note(committed.get(), look);
            } else {
                memory = new Memory(look, new ConcurrentHashMap<>());
            }
            now = look;
            return known;
        } catch (RuntimeException e) {
            memory = new Memory(look, new ConcurrentHashMap<>()); // these events are not told of again
            now = look;
            throw e;
        }
    }

    private void note(List<Committed> committed, long look) {
        Set<String> subjects = committed.stream().map(Committed::subject).collect(Collectors.toSet());
        for (Touching kind : touching) {
            List<String> own = subjects.stream()
                    .filter(id -> any(kind.kind()).equals(kindOf(id)))
                    .toList();
            if (!own.isEmpty()) {
                kind.touchedBy(own).forEach(id -> memory.changed.put(id, look));
            }
        }
        for (String id : subjects) {
            memory.changed.put(id, look);
            memory.changed.put(kindOf(id), look);
        }
    }

    private static String kindOf(String id) {
        return id.substring(0, Math.max(0, id.indexOf('_')));
    }

    /** The key of a kind, for what any record of it may change. */
    static String any(Kind kind) {
        return kind.prefix();
    }

    /** @param since what was read before this look may be wrong about anything */
    private record Memory(long since, Map<String, Long> changed) {}
}
