package org.claimtrail.cli.verify;

import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import org.claimtrail.shared.id.Kind;
import org.claimtrail.shared.id.TypeId;

/**
 * That the events of each subject are one chain: each names the one before it, none is named twice, one begins it. An event
 * may stand in the log before the one it names, since the log orders by ids within a batch; so the names that lead
 * forward are looked up at the end.
 */
final class Chains {

    private static final int NONE = -1;

    private final Findings findings;
    private final UuidTable events = new UuidTable();
    private final Map<Kind, UuidTable> subjects = new EnumMap<>(Kind.class);
    private final BitSet begun = new BitSet();
    private final BitSet continued = new BitSet();
    private final BitSet walked = new BitSet();
    private final BitSet circles = new BitSet();
    /** Those whose predecessor is still to come, or is themselves, by number. */
    private final Map<Integer, LeafEvent> open = new TreeMap<>();

    private int subjectCount;
    private int[] subjectOf = new int[1024];
    private int[] previous = new int[1024];

    Chains(Findings findings) {
        this.findings = findings;
    }

    /** Takes the next event of the log. */
    void add(LeafEvent event) {
        int number = events.size();
        if (!events.put(event.id().uuid(), number)) {
            findings.problem(event.id().toString(), "the event stands in the log twice");
            return;
        }
        room(number);
        subjectOf[number] = subject(event.subject());
        previous[number] = NONE;
        if (event.prev() == null) {
            begin(event, number);
        } else {
            int before = events.get(event.prev().uuid());
            if (before == NONE || before == number) {
                open.put(number, event);
            } else {
                link(event, event.prev(), number);
            }
        }
    }

    /** Looks up what led forward. To be called once, behind the last event. */
    void end() {
        open.forEach((number, event) -> {
            if (event.prev() != null) {
                link(event, event.prev(), number);
            }
        });
        open.forEach((number, event) -> {
            if (isInCircle(number)) {
                findings.problem(event.id().toString(), "the event comes before itself");
            }
        });
    }

    private void begin(LeafEvent event, int number) {
        if (begun.get(subjectOf[number])) {
            findings.problem(
                    event.id().toString(), "the event begins the chain of " + event.subject() + ", which has begun");
        }
        begun.set(subjectOf[number]);
    }

    private void link(LeafEvent event, TypeId prev, int number) {
        int before = events.get(prev.uuid());
        if (before == NONE) {
            findings.problem(event.id().toString(), "the event before it, " + prev + ", is not in the log");
        } else if (subjectOf[before] != subjectOf[number]) {
            findings.problem(event.id().toString(), "the event before it, " + prev + ", is of another subject");
        } else if (continued.get(before)) {
            findings.problem(event.id().toString(), "the event before it, " + prev + ", has another successor");
        } else {
            continued.set(before);
            previous[number] = before;
        }
    }

    /**
     * Each event is walked over once, however a hostile log has them: none has two successors, so whoever comes back to where
     * somebody has been comes back to where it began, or was there before.
     */
    private boolean isInCircle(int number) {
        int at = number;
        while (at != NONE && !walked.get(at)) {
            walked.set(at);
            at = previous[at];
            if (at == number) {
                circle(number);
            }
        }
        return circles.get(number);
    }

    private void circle(int number) {
        int at = number;
        do {
            circles.set(at);
            at = previous[at];
        } while (at != number);
    }

    private int subject(TypeId subject) {
        UuidTable table = subjects.computeIfAbsent(subject.kind(), kind -> new UuidTable());
        if (table.put(subject.uuid(), subjectCount)) {
            return subjectCount++;
        }
        return table.get(subject.uuid());
    }

    private void room(int number) {
        if (number == subjectOf.length) {
            subjectOf = Arrays.copyOf(subjectOf, number * 2);
            previous = Arrays.copyOf(previous, number * 2);
        }
    }
}
