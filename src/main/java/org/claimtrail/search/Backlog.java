package org.claimtrail.search;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.claimtrail.audit.NewEvents.Committed;
import org.claimtrail.shared.id.Kind;
import org.claimtrail.shared.id.TypeId;

/** Records that have changed and are not looked at yet: what was withheld or erased first. For one thread; its size for any. */
final class Backlog {

    /** What a claim shows something of. */
    private static final List<Kind> SHOWN = List.of(Kind.CLAIM, Kind.ASSESSMENT, Kind.AGENT);

    /** More that wait are not remembered one by one: everything may have changed. */
    static final int MANY = 50_000;

    /** Since the last time, of any kind; less is nothing that keeps a node busy. */
    private static final int BUSY = 1000;

    /** Of times that were told of, about one a second. */
    private static final int LONG = 10;

    private final Set<String> urgent = new LinkedHashSet<>();
    private final Set<String> others = new LinkedHashSet<>();
    private boolean everything = true;
    private boolean erased;
    private boolean wasRead;

    /** So many times in a row little had changed, up to {@link #LONG}. */
    private int still = LONG;

    private volatile int size;

    /** More has changed. */
    void add(List<Committed> events) {
        still = events.size() < BUSY ? Math.min(still + 1, LONG) : 0;
        addAll(events);
    }

    /**
     * More has changed while everything is read, in the order of ids.
     *
     * @param read what was read last; claims behind it will be read as they are then
     */
    void addWhileRead(List<Committed> events, String read) {
        addAll(events.stream()
                .filter(event -> !TypeId.is(Kind.CLAIM, event.subject())
                        || event.subject().compareTo(read) <= 0)
                .toList());
    }

    private void addAll(List<Committed> events) {
        for (Committed event : events) {
            boolean erasure = event.type().endsWith(".erased");
            // Its labels are repeated by verdicts that do not name it.
            everything |= erasure && TypeId.is(Kind.SCALE, event.subject());
            if (SHOWN.stream().anyMatch(kind -> TypeId.is(kind, event.subject()))) {
                erased |= erasure;
                if (event.opensOrCloses()) {
                    urgent.add(event.subject());
                } else if (event.forPublic()) {
                    others.add(event.subject());
                }
            }
        }
        count();
    }

    /** These claims are to be looked at, too. */
    void addClaims(Collection<String> ids) {
        others.addAll(ids);
        count();
    }

    /** Anything may have changed. */
    void addEverything() {
        everything = true;
    }

    /** Too much has changed to tell what. */
    void addUnknown() {
        addEverything();
        if (wasRead) { // at first nothing has been told of that it could be compared with
            still = 0;
        }
    }

    /** Whether little has changed for long. */
    boolean isStill() {
        return still == LONG;
    }

    /** Everything is read from now on. */
    void beginWithEverything() {
        everything = false;
        wasRead = true;
        urgent.clear();
        others.clear();
        count();
    }

    boolean isEverything() {
        return everything;
    }

    /** Some of it: what is urgent, and of the others no more than this. */
    List<String> some(int most) {
        return Stream.concat(urgent.stream(), others.stream().limit(most)).toList();
    }

    void done(List<String> records) {
        records.forEach(record -> {
            urgent.remove(record);
            others.remove(record);
        });
        count();
    }

    /** Whether something was erased since this was asked last. */
    boolean takeErased() {
        boolean since = erased;
        erased = false;
        return since;
    }

    int size() {
        return size;
    }

    private void count() {
        if (urgent.size() + others.size() > MANY) {
            everything = true;
            urgent.clear();
            others.clear();
        }
        size = urgent.size() + others.size();
    }
}
