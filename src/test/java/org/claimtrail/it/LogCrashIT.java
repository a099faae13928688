package org.claimtrail.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import org.claimtrail.support.Client;
import org.claimtrail.support.Database;
import org.claimtrail.support.Launch;
import org.claimtrail.support.Packaged;
import org.claimtrail.support.ShownOutput;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The log under {@code kill -9} at each of its steps, while people write: every write that was answered is in the log once,
 * and every checkpoint that anyone saw is consistent with every later one. {@code -Dclaimtrail.it.rounds=3} goes over
 * all points of both databases that often.
 */
@ExtendWith(ShownOutput.class)
class LogCrashIT {

    private static final int ROUNDS = Integer.getInteger("claimtrail.it.rounds", 1);
    private static final long SEED = Long.getLong("claimtrail.it.seed", System.nanoTime());
    private static final int POINTS = Integer.getInteger("claimtrail.it.points", 3);
    private static final int THREADS = 4;
    /** Before a kill, at most and a few more; it is to strike while they write, and there are many kills. */
    private static final int WRITES = 80;

    private static final long PATIENCE = 300_000;

    private final Random random = new Random(SEED);
    private final List<Write.Answered> answered = new ArrayList<>();

    @ParameterizedTest
    @EnumSource
    void nothing_answered_is_lost_or_doubled_and_no_checkpoint_is_taken_back(Database database, @TempDir Path folder)
            throws Exception {
        System.out.println("LogCrashIT on " + database + ": seed " + SEED);
        try (Packaged service =
                Launch.in(folder).on(database).option(CrashPoint.agent(folder)).start()) {
            Client admin = service.admin();
            Staff staff = new Staff(admin);
            PublicLog log = new PublicLog(admin);
            for (int round = 0; round < ROUNDS; round++) {
                for (CrashPoint point : points(database)) {
                    crash(service, point, folder, staff, log);
                    log.holdsOnce(Write.events(answered), "after " + point);
                }
            }
            System.out.printf(
                    "LogCrashIT: %d writes answered, %d checkpoints seen, all consistent%n",
                    answered.size(), log.checkpointsSeen());
        }
    }

    /**
     * Others in each build, since each costs a start, and all where somebody wants more rounds; fewer on PostgreSQL, where they
     * differ in the commit alone.
     */
    private List<CrashPoint> points(Database database) {
        List<CrashPoint> points = new ArrayList<>(CrashPoint.of(database));
        Collections.shuffle(points, random);
        return ROUNDS > 1 ? points : points.subList(0, database == Database.H2 ? POINTS : 1);
    }

    private void crash(Packaged service, CrashPoint point, Path folder, Staff staff, PublicLog log)
            throws InterruptedException {
        Thread watcher = log.watch();
        Load load = Load.until(
                () -> {
                    point.arm(folder);
                    awaitDeath(service, point);
                },
                staff,
                random,
                THREADS,
                WRITES);
        watcher.join();
        assertThat(load.refused()).isEmpty();
        answered.addAll(load.answered());
        point.disarm(folder);
        service.restart();
    }

    private static void awaitDeath(Packaged service, CrashPoint point) {
        long deadline = System.currentTimeMillis() + PATIENCE;
        while (ProcessHandle.of(service.pid()).filter(ProcessHandle::isAlive).isPresent()) {
            assertThat(System.currentTimeMillis())
                    .as("%s was never reached", point)
                    .isLessThan(deadline);
            LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
        }
        service.awaitEnd();
    }
}
