package org.claimtrail.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.claimtrail.support.Client;
import org.claimtrail.support.Launch;
import org.claimtrail.support.Packaged;
import org.claimtrail.support.Reply;
import org.claimtrail.support.ShownOutput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * More than the service can take: what is too much is refused soon, and what was answered is all there.
 * {@code -Dclaimtrail.it.stall=PT2M} and {@code -Dclaimtrail.it.load=PT2M} make it longer.
 */
@ExtendWith(ShownOutput.class)
class OverloadIT {

    private static final Duration STALL = Duration.parse(System.getProperty("claimtrail.it.stall", "PT30S"));
    private static final Duration LOAD = Duration.parse(System.getProperty("claimtrail.it.load", "PT8S"));
    private static final Duration BOUND = Duration.ofSeconds(15);
    private static final int WARMER = 3;

    @TempDir
    private Path folder;

    @Test
    void refuses_the_excess_of_twice_what_it_can_take() throws Exception {
        try (Packaged service = Launch.in(folder).start()) {
            Client admin = service.admin();
            capacity(admin); // until it is warm
            double rate = capacity(admin);
            Offered offered = new Offered(admin).at(2 * rate, LOAD);
            // It gets warmer all the time, and what weighed on the machine when it was measured may have gone.
            for (int tries = 0; offered.refused().isEmpty() && tries < WARMER; tries++) {
                rate *= 2;
                offered = new Offered(admin).at(2 * rate, LOAD);
            }

            int lost = lost(admin, offered);
            System.out.printf(
                    "OverloadIT: capacity %.0f writes/s; at twice that accepted %d, refused %d %s, lost %d, slowest"
                            + " answer %d ms%n",
                    rate,
                    offered.answered().size(),
                    offered.refused().size(),
                    offered.statuses(),
                    lost,
                    offered.slowest().toMillis());
            assertThat(offered.refused()).isNotEmpty().allSatisfy(answer -> {
                assertThat(answer.status()).isIn(429, 503);
                assertThat(answer.saysWhen()).isTrue();
            });
            assertThat(offered.answered()).isNotEmpty();
            assertThat(offered.slowest()).isLessThan(BOUND);
            assertThat(lost).isZero();
            admin.get("/q/health/ready").expect(200);
        }
    }

    @Test
    void answers_and_recovers_when_the_database_stalls() throws Exception {
        try (Packaged service = Launch.in(folder).option(Stall.agent(folder)).start()) {
            Client admin = service.admin();
            Offered before = new Offered(admin).at(20, Duration.ofSeconds(3));
            assertThat(before.refused()).isEmpty();
            long end = System.nanoTime() + STALL.toNanos();
            Stall.begin(folder, STALL);
            Offered during = new Offered(admin).at(20, STALL.minusSeconds(18));
            String reason = admin.get("/q/health/ready").expect(503).text();
            admin.get("/q/health/live").expect(200);
            LockSupport.parkNanos(end - System.nanoTime());
            Duration recovered = untilReady(admin, end);
            Offered after = new Offered(admin).at(20, Duration.ofSeconds(3));

            int lost = lost(admin, before) + lost(admin, during) + lost(admin, after);
            System.out.printf(
                    "OverloadIT: database stalled %d s; meanwhile accepted %d, refused %d %s, slowest answer %d ms;"
                            + " ready and writing %d ms after its end; lost %d%n",
                    STALL.toSeconds(),
                    during.answered().size(),
                    during.refused().size(),
                    during.statuses(),
                    during.slowest().toMillis(),
                    recovered.toMillis(),
                    lost);
            assertThat(reason).contains("no answer within");
            assertThat(during.refused()).isNotEmpty().allSatisfy(answer -> {
                assertThat(answer.status()).isEqualTo(503);
                assertThat(answer.saysWhen()).isTrue();
            });
            assertThat(during.slowest()).isLessThan(BOUND);
            assertThat(after.refused()).isEmpty();
            assertThat(lost).isZero();
        }
    }

    @Test
    void cuts_off_who_sends_slowly() throws Exception {
        Launch launch =
                Launch.in(folder).with("CLAIMTRAIL_HTTP_HEAD_TIMEOUT", "2s").with("CLAIMTRAIL_HTTP_BODY_TIMEOUT", "4s");
        try (Packaged service = launch.start();
                Trickle heads = Trickle.heads(service.url(), 300);
                Trickle bodies = Trickle.bodies(service.admin(), 300)) {
            Client reader = new Client(service.url(), "");
            Duration slowest = Duration.ZERO;
            while (heads.open() + bodies.open() > 0) {
                long at = System.nanoTime();
                reader.get("/v1/claims?limit=1");
                slowest = max(slowest, Duration.ofNanos(System.nanoTime() - at));
                heads.send();
                bodies.send();
                assertThat(heads.age())
                        .as("%d, %d open", heads.open(), bodies.open())
                        .isLessThan(BOUND);
            }
            System.out.printf(
                    "OverloadIT: slow heads all closed after %d ms, slow bodies after %d ms (answered 408: %d); slowest"
                            + " answer to others %d ms%n",
                    heads.lasted().toMillis(), bodies.lasted().toMillis(), bodies.answered(408), slowest.toMillis());
            assertThat(slowest).isLessThan(Duration.ofSeconds(5));
            assertThat(bodies.answered(408)).isPositive();
            reader.get("/v1/claims?limit=1").expect(200);
        }
    }

    @Test
    void ten_thousand_idle_connections_stop_nobody() throws Exception {
        try (Packaged service = Launch.in(folder).start();
                Trickle idle = Trickle.idle(service.url(), 10_000)) {
            Client admin = service.admin();
            Offered offered = new Offered(admin).at(20, Duration.ofSeconds(5));

            System.out.printf(
                    "OverloadIT: beside %d idle connections accepted %d writes, refused %d, slowest answer %d ms%n",
                    idle.open(),
                    offered.answered().size(),
                    offered.refused().size(),
                    offered.slowest().toMillis());
            assertThat(idle.open()).isEqualTo(10_000);
            assertThat(offered.refused()).isEmpty();
            assertThat(lost(admin, offered)).isZero();
        }
    }

    /** Writes a second that get done when far more are sent than can be. */
    private static double capacity(Client admin) {
        long begun = System.nanoTime();
        int done = new Offered(admin).at(1500, Duration.ofSeconds(3)).answered().size();
        return done * 1e9 / (System.nanoTime() - begun);
    }

    private static Duration untilReady(Client admin, long since) {
        Reply reply = admin.get("/q/health/ready");
        while (reply.status() != 200
                || !admin.post("/v1/agents", Map.of("type", "Person", "name", "After"))
                        .isSuccess()) {
            assertThat(System.nanoTime() - since).as("%s", reply).isLessThan(BOUND.toNanos());
            LockSupport.parkNanos(50_000_000);
            reply = admin.get("/q/health/ready");
        }
        return Duration.ofNanos(System.nanoTime() - since);
    }

    /** How many that were answered are not in the log once all is in there. */
    private static int lost(Client admin, Offered offered) {
        PublicLog log = new PublicLog(admin);
        long deadline = System.nanoTime() + BOUND.toNanos();
        while (true) {
            Map<String, Integer> logged = log.events(log.look().size());
            int lost = (int) offered.answered().stream()
                    .filter(answer -> !Integer.valueOf(1).equals(logged.get(answer.event())))
                    .count();
            if (lost == 0 || System.nanoTime() > deadline) {
                return lost;
            }
            LockSupport.parkNanos(200_000_000);
        }
    }

    private static Duration max(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? other : one;
    }
}
