package org.claimtrail.search;

import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.claimtrail.audit.NewEvents;
import org.claimtrail.claims.PublicClaim;
import org.claimtrail.claims.PublicClaims;
import org.claimtrail.history.kept.Touching;
import org.claimtrail.shared.id.Kind;

/** Brings an index up to date, by the log. For one thread. */
@Singleton
class Indexing {

    /** So many claims are read at once. */
    private static final int PAGE = 500;

    /** More changes at once are not told one by one: all claims are read anew. */
    private static final int MANY = 50_000;

    /** For so many times as long as it took to read all claims they are not read again: a log that stands still tells of more each time. */
    private static final int REST = 10;

    private final NewEvents events;
    private final PublicClaims claims;
    private final List<Touching> touching;
    private final Backlog backlog = new Backlog();
    private volatile boolean readingAll;
    private long rested = System.nanoTime();

    Indexing(NewEvents events, PublicClaims claims, @All List<Touching> touching) {
        this.events = events;
        this.claims = claims;
        this.touching = touching;
    }

    /** How many records have changed that the index does not show as they are. */
    int behind() {
        return backlog.size();
    }

    /** Whether all claims are being read, so that it takes longer. */
    boolean isReadingAll() {
        return readingAll;
    }

    /** What was put into an index is not to be relied on. */
    void startOver() {
        backlog.addEverything();
    }

    /**
     * Takes note of all that was committed before.
     *
     * @param most for so long changes are put into the index
     * @return whether the index has them all
     */
    boolean bring(ClaimIndex index, Duration most) {
        long end = System.nanoTime() + most.toNanos();
        events.look(MANY).ifPresentOrElse(backlog::add, this::cannotTell);
        if (backlog.isEverything()) {
            readAll(index);
        }
        do {
            List<String> some = backlog.some(PAGE);
            read(index, some);
            backlog.done(some);
        } while (backlog.size() > 0 && System.nanoTime() - end < 0);
        if (backlog.takeErased()) {
            index.purge();
        }
        return backlog.size() == 0;
    }

    private void cannotTell() {
        backlog.addEverything();
        if (System.nanoTime() - rested < 0) {
            throw new IllegalStateException(
                    "All claims were read a moment ago, and it cannot be said what has changed since");
        }
    }

    private void readAll(ClaimIndex index) {
        long began = System.nanoTime();
        readingAll = true;
        index.clear();
        String last = "";
        for (List<PublicClaim> page = claims.behind(last, PAGE); !page.isEmpty(); page = claims.behind(last, PAGE)) {
            index.put(Set.of(), page);
            last = page.get(page.size() - 1).summary().id();
        }
        index.show();
        backlog.doneWithEverything();
        readingAll = false;
        long ended = System.nanoTime();
        rested = ended + REST * (ended - began);
    }

    private void read(ClaimIndex index, List<String> changed) {
        if (changed.isEmpty()) {
            return;
        }
        Set<String> ids = new HashSet<>(of(Kind.CLAIM, changed));
        touching.forEach(kind -> ids.addAll(touchedBy(kind, changed)));
        ids.addAll(index.showing(changed));
        List<String> all = List.copyOf(ids);
        for (int from = 0; from < all.size(); from += PAGE) {
            List<String> some = all.subList(from, Math.min(all.size(), from + PAGE));
            index.put(some, claims.of(some));
        }
        index.show();
    }

    private static Collection<String> touchedBy(Touching kind, List<String> changed) {
        List<String> own = of(kind.kind(), changed);
        return own.isEmpty() ? Set.of() : of(Kind.CLAIM, kind.touchedBy(own));
    }

    private static List<String> of(Kind kind, Collection<String> ids) {
        return ids.stream().filter(id -> Backlog.is(kind, id)).collect(Collectors.toList());
    }
}
