package org.claimtrail.it;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.claimtrail.support.Reply;

/** Several journalists who write until the service goes away; what they were answered, and what they were not. */
final class Load {

    private static final long PATIENCE_SECONDS = 300;
    private static final int MOST = Integer.getInteger("claimtrail.it.writes", 150);

    private final CountDownLatch wanted;
    private final ConcurrentLinkedQueue<Write.Answered> answered = new ConcurrentLinkedQueue<>();
    private final Map<String, Write.Answered> latest = new ConcurrentHashMap<>();
    private final List<Write> lost = new CopyOnWriteArrayList<>();
    private final List<String> refused = new CopyOnWriteArrayList<>();
    private final AtomicInteger busy = new AtomicInteger();

    private Load(int writes) {
        this.wanted = new CountDownLatch(writes);
    }

    /** Lets them write, and calls {@code kill} a random time after a random number of writes was answered. */
    static Load until(Runnable kill, Staff staff, Random random, int threads) {
        return until(kill, staff, random, threads, MOST);
    }

    /** The same after {@code most} and a few writes at most. */
    static Load until(Runnable kill, Staff staff, Random random, int threads, int most) {
        Load load = new Load(20 + random.nextInt(most));
        List<Thread> all = IntStream.range(0, threads)
                .mapToObj(i -> new Journalist(staff, new Random(random.nextLong())))
                .map(journalist -> new Thread(() -> load.write(journalist)))
                .toList();
        all.forEach(Thread::start);
        load.awaitWrites();
        LockSupport.parkNanos(Duration.ofMillis(random.nextInt(20)).toNanos());
        kill.run();
        all.forEach(Load::join);
        return load;
    }

    /** Answered with 2xx. */
    List<Write.Answered> answered() {
        return List.copyOf(answered);
    }

    /** The latest answer about each record. */
    Map<String, Write.Answered> latest() {
        return latest;
    }

    /** Sent, and never answered. */
    List<Write> lost() {
        return lost;
    }

    /** Answered with what nobody should get, or more often than seldom with what a busy machine may give. */
    List<String> refused() {
        if (busy.get() > answered.size() / 10) {
            refused.add(busy + " were refused for now, " + answered.size() + " done");
        }
        return refused;
    }

    private void write(Journalist journalist) {
        try {
            while (true) {
                write(journalist, journalist.next());
            }
        } catch (UncheckedIOException goneAway) {
            // The service was killed: the end of the work.
        } catch (RuntimeException | AssertionError e) {
            refused.add(e.toString());
        }
    }

    private void write(Journalist journalist, Write write) {
        Reply reply;
        try {
            reply = write.send();
        } catch (UncheckedIOException e) {
            lost.add(write);
            throw e;
        }
        if (reply.isSuccess()) {
            Write.Answered done = new Write.Answered(write, reply);
            answered.add(done);
            latest.put(done.subject(), done);
            journalist.answered(done);
            wanted.countDown();
        } else if (reply.isBusy()) {
            busy.incrementAndGet(); // for whom a record was not free in four seconds: nothing was stored
        } else if (reply.status() != 412) {
            refused.add(write.method() + " " + write.path() + ": " + reply);
        }
    }

    private void awaitWrites() {
        try {
            if (!wanted.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new AssertionError("Too slow: " + answered.size() + " writes; refused: " + refused);
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
