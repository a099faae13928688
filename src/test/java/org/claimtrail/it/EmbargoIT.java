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

    @TempDir
    private Path folder;

    @Test
    void comes_out_on_time_and_after_a_crash_at_once() {
        Launch launch = Launch.in(folder);
        try (Packaged service = launch.start()) {
            Client admin = service.admin();
            Staff staff = new Staff(admin);
            Client anybody = new Client(service.url(), "");
            Instant at = Instant.now().plusSeconds(4);
            String onTime = Scheduled.at(admin, staff, at);

            Duration delay = Duration.between(at, published(anybody, onTime));
            System.out.println("EmbargoIT: published " + delay.toMillis() + " ms after it was due");
            assertThat(delay).isBetween(Duration.ZERO, Duration.ofSeconds(1));

            Instant missed = Instant.now().plusSeconds(3);
            String late = Scheduled.at(admin, staff, missed);
            service.killHard();
            while (Instant.now().isBefore(missed)) {
                LockSupport.parkNanos(50_000_000);
            }
            service.restart();
            Instant up = Instant.now();
            Duration behind = Duration.between(up, published(anybody, late));
            System.out.println("EmbargoIT: published " + behind.toMillis() + " ms after the service answered again");
            assertThat(behind).isLessThan(Duration.ofSeconds(2));

            for (String id : List.of(onTime, late)) {
                List<JsonNode> events = admin.all("/v1/audit/events?type=assessment.published&subject=" + id);
                assertThat(events).hasSize(1);
                assertThat(events.get(0).path("actor"))
                        .isEqualTo(admin.all("/v1/audit/events?type=assessment.scheduled&subject=" + id)
                                .get(0)
                                .path("actor"));
            }
            Scheduled.at(admin, staff, Instant.now().plusSeconds(1000));
            service.terminate();
        }
        assertThat(launch.end("verify", "--data", folder.resolve("data").toString())
                        .lines())
                .contains("problems: 0");
    }

    /** Waits until readers have it, and returns when it was published. */
    private static Instant published(Client anybody, String id) {
        Reply reply = anybody.get("/v1/assessments/" + id);
        long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
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
