package org.claimtrail.search;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.claimtrail.history.kept.Cluster;
import org.claimtrail.history.kept.Lookout;
import org.claimtrail.shared.http.Problem;
import org.claimtrail.shared.http.ProblemType;
import org.claimtrail.shared.json.ComposedJson;
import org.claimtrail.shared.time.Seldom;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The index as everything stands that was acknowledged before it is asked for. It is brought up to date when somebody searches,
 * and a part of it each second: a node on which much is written does not pay for what nobody looks for.
 */
@Singleton
class UpToDate extends Lookout {

    private static final Logger LOG = Logger.getLogger(UpToDate.class);

    /** Behind all else that a start does, above all behind the erasures that it repeats. */
    private static final int LAST = 200_000;

    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private static final String AT_THE_MOMENT = "Claims cannot be searched on this node at the moment.";

    /** So many wait: each keeps one of the places for requests that are worked on, which others need. */
    private static final int SEATS = 75;

    /** The same while all claims are read, which may take minutes. */
    private static final int FEW_SEATS = 10;

    private final Indexing indexing;
    private final SearchConfig config;
    private final ComposedJson json;
    private final Clock clock;
    private final MeterRegistry meters;
    private final Seldom complaints = new Seldom(Duration.ofMinutes(1));
    private final ScheduledExecutorService seconds = Executors.newSingleThreadScheduledExecutor(UpToDate::thread);
    private final AtomicBoolean wanted = new AtomicBoolean();
    private final AtomicInteger waiting = new AtomicInteger();
    private volatile boolean complete;
    private @Nullable ScheduledFuture<?> looks;
    private volatile boolean ended;
    private volatile @Nullable IndexFolder folder;
    private volatile @Nullable ClaimIndex broken;
    private volatile @Nullable ClaimIndex index;

    UpToDate(
            Cluster cluster,
            Indexing indexing,
            SearchConfig config,
            ComposedJson json,
            Clock clock,
            MeterRegistry meters) {
        super("search", cluster);
        this.indexing = indexing;
        this.config = config;
        this.json = json;
        this.clock = clock;
        this.meters = meters;
    }

    void start(@Observes @Priority(LAST) StartupEvent started) {
        Gauge.builder("claimtrail.search.claims", this, UpToDate::size)
                .description("Claims that can be found by search on this node")
                .register(meters);
        Gauge.builder("claimtrail.search.complete", this, all -> all.complete ? 1 : 0)
                .description("Whether this node's index for search has all that was committed when it was last looked")
                .register(meters);
        Gauge.builder("claimtrail.search.behind", indexing, Indexing::behind)
                .description("Records that have changed and are not in this node's index for search as they are")
                .register(meters);
        // Not at once: a start has enough to do, and who searches before then is not kept waiting for it.
        looks = seconds.scheduleWithFixedDelay(() -> afterLook(looked -> {}), 1, 1, TimeUnit.SECONDS);
    }

    private int size() {
        ClaimIndex made = index;
        return made == null ? 0 : made.size();
    }

    /**
     * The index, once it has all that was committed before this call.
     *
     * @param anew whether a look of a moment ago is not good enough
     * @throws Problem 503 when that takes too long, or the database does not answer
     */
    ClaimIndex get(boolean anew) {
        ClaimIndex made = index;
        if (!anew && isFresh() && complete && !indexing.isReadingAll() && made != null) {
            return made;
        }
        try {
            if (waiting.incrementAndGet() > (indexing.isReadingAll() ? FEW_SEATS : SEATS)) {
                throw stillRead();
            }
            return whenComplete(System.nanoTime() + PATIENCE.toNanos());
        } finally {
            waiting.decrementAndGet();
        }
    }

    /** This one could not be searched. */
    void isBroken(ClaimIndex found) {
        broken = found;
    }

    Problem unavailable() {
        return unavailable(AT_THE_MOMENT);
    }

    private ClaimIndex whenComplete(long end) {
        ClaimIndex made = null;
        while (made == null || !complete) {
            wanted.set(true);
            CompletableFuture<Boolean> look = new CompletableFuture<>();
            afterLook(look::complete);
            await(look, end - System.nanoTime());
            made = index;
        }
        return made;
    }

    private static void await(CompletableFuture<Boolean> looked, long nanos) {
        try {
            if (!looked.get(Math.max(0, nanos), TimeUnit.NANOSECONDS)) {
                throw unavailable(AT_THE_MOMENT);
            }
        } catch (TimeoutException e) {
            throw stillRead();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unavailable("The service ends.");
        }
    }

    private static Problem stillRead() {
        return unavailable("What claims are found by is still being read.");
    }

    private static Problem unavailable(String why) {
        return Problem.of(ProblemType.UNAVAILABLE, why);
    }

    @Override
    protected void look() {
        boolean searched = wanted.getAndSet(false);
        boolean brought = false;
        try {
            ClaimIndex made = usable();
            brought = indexing.bring(made, () -> isAsked(searched));
            if (indexing.hasErased()) {
                seconds.execute(() -> purge(made)); // found no more already, and it may take long
            }
        } catch (IOException | RuntimeException e) {
            if (!ended && complaints.isFirst("", clock.instant())) {
                LOG.warnf("Claims cannot be searched on this node at the moment: %s (%s)", e, e.getCause());
            }
            throw e instanceof RuntimeException same ? same : new IllegalStateException(e);
        } finally {
            complete = brought;
        }
    }

    /** Whether somebody waits for the index, since it was begun to look or before. */
    private boolean isAsked(boolean before) {
        requireGoingOn();
        return before || wanted.get();
    }

    private void requireGoingOn() {
        if (ended) {
            throw new IllegalStateException("the service ends");
        }
    }

    private static void purge(ClaimIndex made) {
        try {
            made.purge();
        } catch (RuntimeException e) { // it is closed, and its files are deleted
            LOG.debugf(e, "The index for search was not written anew");
        }
    }

    /** The index; a new one at first, and when the last has broken, as on a full disk. */
    private ClaimIndex usable() throws IOException {
        requireGoingOn();
        ClaimIndex made = index;
        if (made == null || !made.isOpen() || made.equals(broken)) {
            close();
            indexing.startOver();
            IndexFolder mine = IndexFolder.in(config.folder());
            folder = mine;
            made = ClaimIndex.in(mine.files(), json::bytes);
            index = made;
        }
        return made;
    }

    private void close() throws IOException {
        ClaimIndex made = index;
        index = null;
        broken = null;
        if (made != null) {
            made.close();
        }
        IndexFolder mine = folder;
        folder = null;
        if (mine != null) {
            mine.close();
        }
    }

    void stop(@Observes ShutdownEvent stopped) {
        if (looks != null) {
            looks.cancel(false);
        }
        seconds.shutdown();
    }

    @Override
    @PreDestroy
    protected void end() {
        ended = true;
        super.end();
        try {
            close();
        } catch (IOException e) {
            LOG.debugf(e, "The index for search was not deleted");
        }
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "search-seconds");
        thread.setDaemon(true);
        return thread;
    }
}
