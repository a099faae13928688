package org.claimtrail.it;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
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

    private static final Duration STALL = Duration.parse(System.getProperty("claimtrail.it.stall", "PT35S"));
    private static final Duration LOAD = Duration.parse(System.getProperty("claimtrail.it.load", "PT5S"));
    private static final Duration BOUND = Duration.ofSeconds(15);
    /** What asserts nothing of the service goes on for so long at most. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    /** While its database stalls: after ten seconds it refuses, and says so as soon as the machine lets it. */
    private static final Duration STALLED = Duration.ofSeconds(25);

    /** Each that is offered keeps a thread for as long as the database stalls, and readiness needs one as well. */
    private static final Duration OFFERED_TO_THE_STALLED = Duration.ofSeconds(4);

    /** From when the last of what was too much is answered; that it is answered in time is another matter. */
    private static final Duration RECOVERY = Duration.ofSeconds(5);

    private static final Duration OTHERS = Duration.ofSeconds(5);
    /** A read and a write, or so many times what they take when there is nothing else, whichever is longer. */
    private static final Duration NORMAL = Duration.ofMillis(500);

    private static final int SLOWER = 5;
    private static final double MORE_THAN_TWICE = 2.5;
    private static final int WARMER = 3;
    private static final int AGAIN = 2;
    private static final int CONNECTIONS = 10_000;
    private static final Duration HEAD = Duration.ofSeconds(2);
    private static final String HEAP = "-Xmx256m";
    /** The heap of 256, and what classes, code, threads and the buffers of connections take beside it: 225 was measured. */
    private static final double MEMORY_MEGABYTES = 640;

    @TempDir
    private Path folder;

    @Test
    void refuses_the_excess_of_twice_what_it_can_take_beside_ten_thousand_idle_connections() throws Exception {
        // Longer than all its rounds: that what is silent gets closed is not the matter here.
        Launch launch = Launch.in(folder).option(HEAP).with("QUARKUS_HTTP_IDLE_TIMEOUT", "30M");
        try (Packaged service = launch.start()) {
            Client admin = service.admin();
            capacity(admin); // until it is warm
            double rate = capacity(admin);
            Duration normal = normal(admin);
            try (Idle idle = new Idle(service.url(), CONNECTIONS)) {
                double before = Memory.residentMegabytes(service.pid());
                List<Offered> rounds = new ArrayList<>();
                Offered offered = twiceOf(rate, admin, rounds);
                Duration recovered = untilNormal(admin, normal, offered.ended());
                // What else the machine does may lengthen one of them, and seldom does so again.
                for (int again = 0; again < AGAIN && !isSoon(offered, recovered); again++) {
                    Offered next = twiceOf(rate, admin, rounds);
                    Duration then = untilNormal(admin, normal, next.ended());
                    if (isSoon(next, then) || then.compareTo(recovered) < 0) {
                        offered = next;
                        recovered = then;
                    }
                }
                Offered after = new Offered(admin).at(20, Duration.ofSeconds(2));
                int alive = idle.answered();
                double most = Memory.mostResidentMegabytes(service.pid());

                int lost = lost(admin, after)
                        + rounds.stream().mapToInt(round -> lost(admin, round)).sum();
                System.out.printf(
                        "OverloadIT: %d idle connections alive after %d s; meanwhile capacity %.0f writes/s; accepted %d,"
                                + " refused %d %s in %d s, lost %d, slowest answer %d ms; normal again %d ms after its"
                                + " end, then slowest %d ms; resident %.0f MB before, %.0f at most%n",
                        alive,
                        idle.seconds(),
                        rate,
                        offered.answered().size(),
                        offered.refused().size(),
                        offered.statuses(),
                        LOAD.toSeconds(),
                        lost,
                        offered.slowest().toMillis(),
                        recovered.toMillis(),
                        after.slowest().toMillis(),
                        before,
                        most);
                assertThat(offered.answered()).isNotEmpty();
                assertThat(offered.refused())
                        .hasSizeGreaterThanOrEqualTo(offered.answered().size());
                assertThat(rounds)
                        .allSatisfy(round -> assertThat(round.refused()).allSatisfy(OverloadIT::isRefusedForNow));
                assertThat(offered.slowest()).isLessThan(BOUND);
                assertThat(recovered).isLessThan(RECOVERY);
                assertThat(after.refused()).isEmpty();
                assertThat(lost).isZero();
                assertThat(alive).isEqualTo(CONNECTIONS);
                assertThat(most).isLessThan(MEMORY_MEGABYTES);
            }
        }
    }

    private static boolean isSoon(Offered offered, Duration recovered) {
        return offered.slowest().compareTo(BOUND) < 0 && recovered.compareTo(RECOVERY) < 0;
    }

    @Test
    void cuts_off_who_sends_slowly_and_recovers_from_a_database_that_stalls() throws Exception {
        Launch launch = Launch.in(folder)
                .option(Stall.agent(folder))
                .with("CLAIMTRAIL_HTTP_HEAD_TIMEOUT", HEAD.toString())
                .with("CLAIMTRAIL_HTTP_BODY_TIMEOUT", "4s");
        try (Packaged service = launch.start()) {
            Duration slowest = cutsOffWhoSendsSlowly(service);
            if (slowest.compareTo(OTHERS) >= 0) { // something else the machine did, or it happens again
                slowest = cutsOffWhoSendsSlowly(service);
            }
            assertThat(slowest).isLessThan(OTHERS);
            leavesTheConnectionToWhoWasRefusedBeforeTheBodyCame(service.url());
            doesNotTakeAnotherRequestsEndForThatOfABody(service.admin());
            recoversWhenTheDatabaseStalls(service.admin());
        }
    }

    /** Gives how long another reader waited at most. */
    private static Duration cutsOffWhoSendsSlowly(Packaged service) throws Exception {
        try (Trickle heads = Trickle.heads(service.url(), 300);
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
                        .isLessThan(PATIENCE);
            }
            System.out.printf(
                    "OverloadIT: slow heads all closed after %d ms, slow bodies after %d ms (answered 408: %d); slowest"
                            + " answer to others %d ms%n",
                    heads.lasted().toMillis(), bodies.lasted().toMillis(), bodies.answered(408), slowest.toMillis());
            assertThat(bodies.answered(408)).isPositive();
            reader.get("/v1/claims?limit=1").expect(200);
            return slowest;
        }
    }

    private static void leavesTheConnectionToWhoWasRefusedBeforeTheBodyCame(URI service) throws IOException {
        try (Socket socket = new Socket(service.getHost(), service.getPort())) {
            socket.setSoTimeout((int) PATIENCE.toMillis());
            String refused = ask(socket, "POST /v1/claims%00 HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2\r\n\r\n");
            socket.getOutputStream().write("{}".getBytes(US_ASCII));

            LockSupport.parkNanos(HEAD.plusSeconds(1).toNanos());

            assertThat(refused).startsWith("HTTP/1.1 404 ");
            assertThat(ask(socket, "GET /v1/claims?limit=1 HTTP/1.1\r\nHost: localhost\r\n\r\n"))
                    .startsWith("HTTP/1.1 200 ");
        }
    }

    /** One that is refused before any route is looked at. */
    private static void doesNotTakeAnotherRequestsEndForThatOfABody(Client admin) throws IOException {
        try (Socket socket =
                new Socket(admin.service().getHost(), admin.service().getPort())) {
            socket.setSoTimeout((int) PATIENCE.toMillis());
            ask(socket, "GET /v1/claims?limit=1 HTTP/1.1\r\nHost: localhost\r\n\r\n");
            String none = ask(socket, "OPTIONS * HTTP/1.1\r\nHost: localhost\r\n\r\n");

            String slow = ask(
                    socket,
                    "POST /v1/agents HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + admin.key()
                            + "\r\nContent-Type: application/json\r\nContent-Length: 50\r\n\r\n{");

            assertThat(none).startsWith("HTTP/1.1 404 ");
            assertThat(slow).startsWith("HTTP/1.1 408 ");
        }
    }

    /** What comes back up to the end of a JSON object, or of the connection. */
    private static String ask(Socket socket, String request) throws IOException {
        socket.getOutputStream().write(request.getBytes(US_ASCII));
        StringBuilder answer = new StringBuilder();
        byte[] bytes = new byte[8192];
        int read;
        do {
            read = socket.getInputStream().read(bytes);
            answer.append(new String(bytes, 0, Math.max(0, read), US_ASCII));
        } while (read >= 0 && !answer.toString().endsWith("}"));
        return answer.toString();
    }

    private void recoversWhenTheDatabaseStalls(Client admin) throws IOException {
        normal(admin); // until it is warm
        Offered before = new Offered(admin).at(20, Duration.ofSeconds(2));
        assertThat(before.refused()).isEmpty();
        long end = System.nanoTime() + STALL.toNanos();
        Stall.begin(folder, STALL);
        Offered during = new Offered(admin).at(20, OFFERED_TO_THE_STALLED);
        String reason = admin.get("/q/health/ready").expect(503).text();
        admin.get("/q/health/live").expect(200);
        doesNotBlameWhoSentItsBodyBeforeItsTurn(admin);
        LockSupport.parkNanos(end - System.nanoTime());
        Duration recovered = untilReady(admin, end);
        Offered after = new Offered(admin).at(20, Duration.ofSeconds(2));

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
        assertThat(during.refused()).isNotEmpty().allSatisfy(OverloadIT::isRefusedForNow);
        assertThat(during.slowest()).isLessThan(STALLED);
        assertThat(after.refused()).isEmpty();
        assertThat(lost).isZero();
    }

    /** A request that comes while the one before it on its connection is answered waits, with its body, until that is done. */
    private static void doesNotBlameWhoSentItsBodyBeforeItsTurn(Client admin) throws IOException {
        URI service = admin.service();
        String head = " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + admin.key() + "\r\n";
        try (Socket socket = new Socket(service.getHost(), service.getPort())) {
            socket.setSoTimeout((int) PATIENCE.toMillis());

            String first = ask(
                    socket,
                    "GET /v1/claims?limit=1" + head + "\r\n" + "POST /v1/agents" + head
                            + "Content-Type: application/json\r\nContent-Length: 2\r\n\r\n{}");
            String second = ask(socket, "");

            assertThat(first).startsWith("HTTP/1.1 503 ");
            assertThat(second).startsWith("HTTP/1.1 503 ");
        }
    }

    /** Writes a second that get done when far more are sent than can be. */
    private static double capacity(Client admin) {
        long begun = System.nanoTime();
        int done = new Offered(admin).at(1500, Duration.ofSeconds(2)).answered().size();
        return done * 1e9 / (System.nanoTime() - begun);
    }

    /**
     * Twice as many as get done while they come, or more: it gets warmer all the time, and what weighed on the machine when
     * it was measured may have gone.
     */
    private static Offered twiceOf(double rate, Client admin, List<Offered> rounds) {
        double more = MORE_THAN_TWICE * rate;
        Offered offered = new Offered(admin).at(more, LOAD);
        rounds.add(offered);
        for (int tries = 0; offered.refused().size() < offered.answered().size() && tries < WARMER; tries++) {
            more *= 2;
            offered = new Offered(admin).at(more, LOAD);
            rounds.add(offered);
        }
        return offered;
    }

    private static void isRefusedForNow(Offered.Answer answer) {
        assertThat(answer.status()).as(answer.failure()).isEqualTo(503);
        assertThat(answer.saysWhen()).isTrue();
    }

    /** Until somebody who reads, and somebody who writes, waits no longer than at any other time. */
    private static Duration untilNormal(Client admin, Duration normal, long since) {
        Duration took;
        do {
            untilReady(admin, since);
            took = readAndWrite(admin);
        } while (took.compareTo(normal) > 0);
        return Duration.ofNanos(System.nanoTime() - since);
    }

    /** What somebody who reads and writes waits at most while there is nobody else, many times over. */
    private static Duration normal(Client admin) {
        Duration slowest =
                IntStream.range(0, SLOWER).mapToObj(i -> readAndWrite(admin)).reduce(Duration.ZERO, OverloadIT::max);
        return max(NORMAL, slowest.multipliedBy(SLOWER));
    }

    private static Duration readAndWrite(Client admin) {
        long asked = System.nanoTime();
        admin.get("/v1/claims?limit=20").expect(200);
        admin.post("/v1/agents", Map.of("type", "Person", "name", "After")).expect(201);
        return Duration.ofNanos(System.nanoTime() - asked);
    }

    private static Duration untilReady(Client admin, long since) {
        Reply reply = admin.get("/q/health/ready");
        while (reply.status() != 200
                || !admin.post("/v1/agents", Map.of("type", "Person", "name", "After"))
                        .isSuccess()) {
            assertThat(System.nanoTime() - since).as("%s", reply).isLessThan(PATIENCE.toNanos());
            LockSupport.parkNanos(50_000_000);
            reply = admin.get("/q/health/ready");
        }
        return Duration.ofNanos(System.nanoTime() - since);
    }

    /** How many that were answered are not in the log once all is in there. */
    private static int lost(Client admin, Offered offered) {
        PublicLog log = new PublicLog(admin);
        long deadline = System.nanoTime() + PATIENCE.toNanos();
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
