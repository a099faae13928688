package org.claimtrail.search;

import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.claimtrail.audit.NewEvents;
import org.claimtrail.claims.PublicClaim;
import org.claimtrail.claims.PublicClaims;
import org.claimtrail.history.kept.Touching;
import org.claimtrail.shared.id.Kind;
import org.claimtrail.shared.id.TypeId;
import org.jspecify.annotations.Nullable;

/** Brings an index up to date, by the log. For one thread. */
@Singleton
class Indexing {

    /** So many claims are read at once. */
    private static final int PAGE = 500;

    /** More claims that are touched by one page of changes go into the backlog, so that they are no page themselves. */
    private static final int FEW = 4 * PAGE;

    private static final Duration FOR_EVER = Duration.ofDays(1);

    /** For so long changes are put into the index each second while nobody asks. */
    private static final Duration UNASKED = Duration.ofMillis(100);

    /** The least that passes before all claims are read again after that has failed. */
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(10);

    /** For so many times as long as it took to read all claims they are not read again: a log that stands still tells of more each time. */
    private static final int REST = 10;

    /** While nobody asks, all claims are read for one part of the time and not for so many: others need the processor. */
    private static final int UNHURRIED = 4;

    /** After which who pauses looks whether somebody has come. */
    private static final Duration A_MOMENT = Duration.ofMillis(20);

    private final NewEvents events;
    private final PublicClaims claims;
    private final List<Touching> touching;
    private final Backlog backlog = new Backlog();
    private volatile boolean readingAll;
    private boolean failed;

    /** Nanoseconds that the last reading of all claims took, without its pauses. */
    private long worked;

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
     * Takes note of all that was committed before, and puts it into the index; a part of it, a page at least, while nobody asks,
     * and nothing at all where everything has to be read and much goes on: it would have to be read again.
     *
     * @param asked whether somebody waits for it, which may become so meanwhile
     * @return whether the index has it all
     */
    boolean bring(ClaimIndex index, BooleanSupplier asked) {
        long end = System.nanoTime() + (asked.getAsBoolean() ? FOR_EVER : UNASKED).toNanos();
        events.look(Backlog.MANY).ifPresentOrElse(backlog::add, this::cannotTell);
        do {
            if (backlog.isEverything()) {
                if (!asked.getAsBoolean() && !backlog.isStill()) {
                    forgetErased(index);
                    return false;
                }
                readAll(index, asked);
            }
            readSome(index);
        } while (backlog.size() > 0 && !backlog.isEverything() && System.nanoTime() - end < 0);
        return backlog.size() == 0 && !backlog.isEverything();
    }

    /** What was erased must not lie there until everything is read. Nothing is found in this index before that, anyway. */
    private void forgetErased(ClaimIndex index) {
        if (backlog.takeErased()) {
            readingAll = true;
            try {
                index.clear();
                index.show();
            } finally {
                readingAll = false;
            }
        }
    }

    /** Whether something was erased since this was asked last, which the index finds no more. */
    boolean hasErased() {
        return backlog.takeErased();
    }

    private void cannotTell() {
        backlog.addUnknown();
        requireRest("it cannot be said what has changed since");
    }

    private void requireRest(String why) {
        if (System.nanoTime() - rested < 0) {
            throw new IllegalStateException("All claims were read a moment ago, and " + why);
        }
    }

    private void readAll(ClaimIndex index, BooleanSupplier asked) {
        if (failed) {
            requireRest("it could not be done");
        }
        worked = 0;
        readingAll = true;
        failed = true;
        boolean overtaken = false;
        try {
            index.clear();
            backlog.beginWithEverything();
            overtaken = !hasReadAll(index, asked);
            index.show();
            failed = overtaken;
        } finally {
            readingAll = false;
            if (failed) {
                backlog.addUnknown();
            }
            long rest = overtaken ? worked : REST * worked;
            rested = System.nanoTime() + Math.max(rest, failed ? AFTER_FAILURE.toNanos() : 0);
        }
    }

    /** Gives up where so much changes meanwhile that it would have to be done again. */
    private boolean hasReadAll(ClaimIndex index, BooleanSupplier asked) {
        String last = "";
        while (last != null && !backlog.isEverything()) {
            long began = System.nanoTime();
            try {
                last = readPage(index, last);
            } finally {
                worked += System.nanoTime() - began;
            }
            pause(UNHURRIED * (System.nanoTime() - began), asked);
        }
        return last == null;
    }

    /** Until somebody asks. */
    private static void pause(long nanos, BooleanSupplier asked) {
        long end = System.nanoTime() + nanos;
        for (long left = nanos; left > 0 && !asked.getAsBoolean(); left = end - System.nanoTime()) {
            LockSupport.parkNanos(Math.min(left, A_MOMENT.toNanos()));
        }
    }

    /** Gives the id of its last claim; null when there was none. What comes behind that is read yet, and not told of as well. */
    private @Nullable String readPage(ClaimIndex index, String after) {
        List<PublicClaim> page = claims.after(after, PAGE);
        if (page.isEmpty()) {
            return null;
        }
        index.put(Set.of(), page);
        String last = page.get(page.size() - 1).summary().id();
        events.look(Backlog.MANY).ifPresentOrElse(told -> backlog.addWhileRead(told, last), backlog::addUnknown);
        return last;
    }

    private void readSome(ClaimIndex index) {
        List<String> changed = backlog.some(PAGE);
        if (changed.isEmpty()) {
            return;
        }
        Set<String> touched = touchedBy(index, changed);
        if (touched.size() > FEW) {
            backlog.done(changed);
            backlog.addClaims(touched);
            return;
        }
        List<String> all = List.copyOf(touched);
        for (int from = 0; from < all.size(); from += PAGE) {
            List<String> some = all.subList(from, Math.min(all.size(), from + PAGE));
            index.put(some, claims.of(some));
        }
        index.show();
        backlog.done(changed);
    }

    /** A claim alone, which is shown by no other one; of anything else all claims that show it, now or from now on. */
    private Set<String> touchedBy(ClaimIndex index, List<String> changed) {
        Set<String> ids = new HashSet<>(of(Kind.CLAIM, changed));
        List<String> others =
                changed.stream().filter(id -> !TypeId.is(Kind.CLAIM, id)).toList();
        if (!others.isEmpty()) {
            touching.forEach(kind -> ids.addAll(touchedBy(kind, others)));
            ids.addAll(index.showing(others));
        }
        return ids;
    }

    private static Collection<String> touchedBy(Touching kind, List<String> changed) {
        List<String> own = of(kind.kind(), changed);
        return own.isEmpty() ? Set.of() : of(Kind.CLAIM, kind.touchedBy(own));
    }

    private static List<String> of(Kind kind, Collection<String> ids) {
        return ids.stream().filter(id -> TypeId.is(kind, id)).collect(Collectors.toList());
    }
}
