package org.claimtrail.shared.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.configuration.MemorySize;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The disks of whatever the service writes, wherever it is configured to be. */
class DiskReadyTest {

    private static final long FLOOR = 1000;

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch over = new CountDownLatch(1);

    @TempDir
    private Path folder;

    @AfterEach
    void stop() {
        over.countDown();
        threads.shutdown();
    }

    @Test
    void is_ready_while_there_is_room_everywhere() {
        assertThat(look(of(folder), any -> FLOOR).getStatus()).isEqualTo(Status.UP);
    }

    @TestFactory
    Stream<DynamicTest> is_not_ready_without_room_on_the_disk() {
        return Stream.of("data", "log", "key", "ledger")
                .map(scarce -> DynamicTest.dynamicTest("of the " + scarce, () -> {
                    HealthCheckResponse answer = look(
                            of(Files.createDirectories(folder.resolve("elsewhere"))),
                            where -> where.endsWith(scarce) ? FLOOR - 1 : FLOOR);

                    assertThat(answer.getStatus()).isEqualTo(Status.DOWN);
                    assertThat(reason(answer)).isEqualTo("999 bytes left of the 1000 there must be");
                }));
    }

    @Test
    void is_not_ready_while_a_disk_cannot_be_looked_at() {
        HealthCheckResponse answer = look(of(folder), any -> {
            throw new IOException("Stale file handle");
        });

        assertThat(answer.getStatus()).isEqualTo(Status.DOWN);
        assertThat(reason(answer)).isEqualTo("the disk cannot be looked at");
    }

    @Test
    void is_not_ready_while_a_disk_does_not_answer_in_time() {
        HealthCheckResponse answer = look(
                of(folder),
                any -> {
                    await();
                    return FLOOR;
                },
                Duration.ofMillis(200));

        assertThat(answer.getStatus()).isEqualTo(Status.DOWN);
        assertThat(reason(answer)).isEqualTo("no answer within 200 ms");
    }

    private static String reason(HealthCheckResponse answer) {
        return String.valueOf(answer.getData().orElseThrow().get("reason"));
    }

    private HealthCheckResponse look(DiskReady.Folders folders, DiskReady.Room room) {
        return look(folders, room, Duration.ofMinutes(1));
    }

    private HealthCheckResponse look(DiskReady.Folders folders, DiskReady.Room room, Duration patience) {
        return new DiskReady(config(patience), threads, folders, room).call();
    }

    /** Each in a folder of its own, as if each were a disk. */
    private static DiskReady.Folders of(Path folder) {
        return new DiskReady.Folders(
                Optional.of(made(folder, "data")),
                Optional.of(made(folder, "log")),
                Optional.of(made(folder, "key").resolve("log-key.p12")),
                Optional.of(made(folder, "ledger").resolve("erasures.jsonl")));
    }

    private static Path made(Path folder, String name) {
        try {
            return Files.createDirectories(folder.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void await() {
        try {
            over.await(1, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static HealthConfig config(Duration patience) {
        return new HealthConfig() {
            @Override
            public Duration databaseTimeout() {
                return patience;
            }

            @Override
            public Duration diskTimeout() {
                return patience;
            }

            @Override
            public MemorySize diskFloor() {
                return new MemorySize(BigInteger.valueOf(FLOOR));
            }
        };
    }
}
