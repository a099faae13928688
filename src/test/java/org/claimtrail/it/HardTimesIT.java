package org.claimtrail.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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

/** A disk that is full, a clock that was set back, and nothing to do: the log is sound, and still. */
@ExtendWith(ShownOutput.class)
class HardTimesIT {

    /** In units of 1024 bytes: room for the seeds and some hundred writes. */
    private static final int ROOM = 10_000;

    private static final int MOST = 20_000;
    private static final long TWO_HOURS = 7200;
    private static final long PATIENCE_NANOS = 300_000_000_000L;
    private static final long SECOND_NANOS = 1_000_000_000L;

    @TempDir
    private Path folder;

    @Test
    void a_full_disk_loses_nothing_that_was_answered_and_the_service_recovers_when_there_is_room() throws Exception {
        List<String> answered = new ArrayList<>();
        Launch launch = Launch.in(folder);
        Launch narrow = launch.under(List.of("bash", "-c", "ulimit -S -f " + ROOM + "; exec \"$@\"", "bash"));
        PublicLog log;
        try (Packaged service = narrow.start()) {
            Client admin = service.admin();
            log = new PublicLog(admin);
            Reply refused = fill(admin, answered, log);
            isOutOfOrder(refused);
            Duration recovery;
            try (Asking readers = new Asking(admin, "/v1/agents?limit=1")) {
                admin.get("/q/health/live").expect(200);
                LockSupport.parkNanos(2_000_000_000L); // longer than a connection has to rest before it is tried

                makeRoom(service);
                recovery = untilWritable(admin, answered);
                readers.areAllAnswered();
            }

            System.out.printf(
                    "HardTimesIT: full after %d writes, answered %d; writing again %d ms after there was room%n",
                    answered.size() - 1, refused.status(), recovery.toMillis());
            log.holdsOnce(answered);
            service.killHard();
        }
        try (Packaged service = launch.start()) {
            log.holdsOnce(answered);
            service.terminate();
        }
        isSound(launch);
    }

    /** Writes until it cannot, and returns the first refusal. */
    private static Reply fill(Client admin, List<String> answered, PublicLog log) {
        for (int i = 0; i < MOST; i++) {
            Reply reply = write(admin, Map.of());
            if (!reply.isSuccess()) {
                return reply;
            }
            answered.add(reply.header("Audit-Event"));
            log.look();
        }
        throw new AssertionError("the disk was not filled by " + answered.size() + " writes");
    }

    private static void isOutOfOrder(Reply refused) {
        assertThat(refused.status()).as("%s", refused).isEqualTo(503);
        assertThat(refused.header("Retry-After")).isNotEmpty();
    }

    private static void makeRoom(Packaged service) throws Exception {
        int code = new ProcessBuilder("prlimit", "--pid", Long.toString(service.pid()), "--fsize=unlimited")
                .inheritIO()
                .start()
                .waitFor();
        assertThat(code).isZero();
    }

    private static Duration untilWritable(Client admin, List<String> answered) {
        long begun = System.nanoTime();
        Reply reply = write(admin, Map.of());
        while (!reply.isSuccess()) {
            isOutOfOrder(reply);
            assertThat(System.nanoTime() - begun).as("%s", reply).isLessThan(PATIENCE_NANOS);
            LockSupport.parkNanos(100_000_000);
            reply = write(admin, Map.of());
        }
        answered.add(reply.header("Audit-Event"));
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    @Test
    void a_clock_that_was_set_back_makes_no_gap_and_no_fork() throws Exception {
        List<String> answered = new ArrayList<>();
        Launch launch = Launch.in(folder);
        String agent;
        PublicLog log;
        try (Packaged service = launch.start()) {
            log = new PublicLog(service.admin());
            agent = "/v1/agents/" + write(service.admin(), Map.of()).id();
            for (int i = 0; i < 20; i++) {
                answered.add(edit(service.admin(), agent));
            }
            log.look();
            service.terminate();
        }
        try (Packaged service = launch.option(Setback.agent(folder, TWO_HOURS)).start()) {
            Client admin = new Client(service.url(), key());
            for (int i = 0; i < 20; i++) {
                answered.add(edit(admin, agent));
                answered.add(write(admin, Map.of()).expect(201).header("Audit-Event"));
            }
            log.holdsOnce(answered);
            service.terminate();
        }
        isSound(launch);
    }

    @Test
    void an_idle_service_writes_nothing() throws Exception {
        try (Packaged service = Launch.in(folder).start()) {
            Client admin = service.admin();
            write(admin, Map.of("Prefer", "wait=20")).expect(201);
            long size = sizeOnceStill(); // what belongs to the last checkpoint is written by then

            LockSupport.parkNanos(3 * SECOND_NANOS); // fifteen rounds of the sequencer

            assertThat(size()).isEqualTo(size);
        }
    }

    /** The size of the database's file, once it did not change for two seconds. */
    private long sizeOnceStill() throws IOException {
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        long before;
        long size = size();
        do {
            assertThat(System.nanoTime()).isLessThan(deadline);
            before = size;
            LockSupport.parkNanos(2 * SECOND_NANOS);
            size = size();
        } while (size != before);
        return size;
    }

    private long size() throws IOException {
        return Files.size(folder.resolve("data/claimtrail.mv.db"));
    }

    private void isSound(Launch launch) {
        assertThat(launch.end("verify", "--data", folder.resolve("data").toString())
                        .lines())
                .contains("problems: 0");
    }

    private static Reply write(Client admin, Map<String, String> headers) {
        return admin.send("POST", "/v1/agents", "{\"type\":\"Person\",\"name\":\"Somebody\"}", headers);
    }

    private static String edit(Client admin, String agent) {
        return admin.put(agent, Map.of("type", "Person", "name", "Somebody", "changeReason", "again"), "*")
                .expect(200)
                .header("Audit-Event");
    }

    private String key() throws Exception {
        List<String> lines = Files.readAllLines(folder.resolve("output.log"));
        return lines.stream()
                .filter(line -> line.startsWith("clt_key_"))
                .findFirst()
                .orElseThrow();
    }
}
