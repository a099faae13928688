package org.claimtrail.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.claimtrail.support.Client;
import org.claimtrail.support.Launch;
import org.claimtrail.support.Packaged;
import org.claimtrail.support.Reply;
import org.claimtrail.support.ShownOutput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Scheduled versions come out on the second, and after a crash as soon as the service is back; once. */
@ExtendWith(ShownOutput.class)
class EmbargoIT {

    private static final Duration SOON = Duration.ofSeconds(1);
    private static final Duration SOON_AFTER_A_CRASH = Duration.ofSeconds(2);
    private static final int AGAIN = 2;
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    @TempDir
    private Path folder;

    @Test
    void comes_out_on_time_and_after_a_crash_at_once() {
        Launch launch = Launch.in(folder);
        try (Packaged service = launch.start()) {
            Client admin = service.admin();
            Staff staff = new Staff(admin);
            OnTime onTime = onTime(admin, staff);
            // What else the machine does may delay one of them, and seldom does so again.
            for (int again = 0; again < AGAIN && onTime.delay().compareTo(SOON) > 0; again++) {
                onTime = onTime(admin, staff);
            }
            System.out.println("EmbargoIT: published " + onTime.delay().toMillis() + " ms after it was due");
            assertThat(onTime.delay()).isBetween(Duration.ZERO, SOON);

            OnTime late = late(service, staff);
            for (int again = 0; again < AGAIN && late.delay().compareTo(SOON_AFTER_A_CRASH) >= 0; again++) {
                late = late(service, staff);
            }
            System.out.println(
                    "EmbargoIT: published " + late.delay().toMillis() + " ms after the service answered again");
            assertThat(late.delay()).isLessThan(SOON_AFTER_A_CRASH);

            for (String id : List.of(onTime.id(), late.id())) {
                List<JsonNode> events = admin.all("/v1/audit/events?type=assessment.published&subject=" + id);
                assertThat(events).hasSize(1);
                assertThat(events.get(0).path("actor"))
                        .isEqualTo(admin.all("/v1/audit/events?type=assessment.scheduled&subject=" + id)
                                .get(0)
                                .path("actor"));
            }
            assertThat(Scheduled.at(admin, staff, Instant.now().plusSeconds(1000)))
                    .isPresent();
            service.terminate();
        }
        assertThat(launch.end("verify", "--data", folder.resolve("data").toString())
                        .lines())
                .contains("problems: 0");
    }

    /** What came out, and how long after it was due, or could be. */
    private record OnTime(String id, Duration delay) {}

    private static OnTime onTime(Client admin, Staff staff) {
        Scheduled scheduled = Scheduled.soon(admin, staff);
        Instant published = published(new Client(admin.service(), ""), scheduled.id());
        assertThat(published).as("never before").isAfterOrEqualTo(scheduled.at());
        return new OnTime(scheduled.id(), Duration.between(scheduled.at(), published));
    }

    /** While it became due the service was dead. */
    private static OnTime late(Packaged service, Staff staff) {
        Scheduled missed = Scheduled.soon(service.admin(), staff);
        service.killHard();
        if (!Instant.now().isBefore(missed.at())) { // it may have come out before
            service.restart();
            return late(service, staff);
        }
        while (Instant.now().isBefore(missed.at())) {
            LockSupport.parkNanos(50_000_000);
        }
        service.restart();
        Instant up = Instant.now();
        return new OnTime(missed.id(), Duration.between(up, published(new Client(service.url(), ""), missed.id())));
    }

    /** Waits until readers have it, and returns when it was published. */
    private static Instant published(Client anybody, String id) {
        Reply reply = anybody.get("/v1/assessments/" + id);
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (reply.status() != 200) {
            assertThat(System.nanoTime()).as("%s", reply).isLessThan(deadline);
            LockSupport.parkNanos(20_000_000);
            reply = anybody.get("/v1/assessments/" + id);
        }
        Instant seen = Instant.now();
        JsonNode version =
                anybody.get("/v1/assessments/" + id + "/versions").json().at("/items/0");
        assertThat(Duration.between(Instant.parse(version.path("publishedAt").asText()), seen))
                .isLessThan(Duration.ofMinutes(1));
        return Instant.parse(version.path("publishedAt").asText());
    }
}
