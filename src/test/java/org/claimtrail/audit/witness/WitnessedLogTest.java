package org.claimtrail.audit.witness;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Predicate;
import org.claimtrail.merkle.Checkpoint;
import org.claimtrail.merkle.Note;
import org.claimtrail.merkle.ProofException;
import org.claimtrail.merkle.VerifierKey;
import org.claimtrail.support.FakeWitness;
import org.claimtrail.support.Newsroom;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

/** The service with a witness that comes and goes. */
@QuarkusTest
@TestProfile(WitnessedDesk.class)
class WitnessedLogTest {

    @Inject
    Newsroom newsroom;

    @Test
    void shows_nothing_new_until_the_witness_is_back() throws Exception {
        newsroom.aClaim().saved();
        Thread.sleep(500);
        assertThat(checkpoint().statusCode()).as("never cosigned").isEqualTo(404);

        long shown;
        try (FakeWitness witness = FakeWitness.start(WitnessedDesk.WITNESS, port())) {
            Response cosigned = await(answer -> answer.statusCode() == 200);

            shown = size(cosigned);
            assertThat(note(cosigned).isSignedBy(VerifierKey.parse(witness.vkey())))
                    .isTrue();
        }
        newsroom.aClaim().saved();
        Thread.sleep(500);
        assertThat(size(checkpoint())).as("not cosigned any more").isEqualTo(shown);

        try (FakeWitness witness = FakeWitness.start(WitnessedDesk.WITNESS, port())) {
            Response cosigned = await(answer -> size(answer) > shown);

            assertThat(note(cosigned).isSignedBy(VerifierKey.parse(witness.vkey())))
                    .isTrue();
        }
    }

    private Response await(Predicate<Response> wanted) throws InterruptedException {
        long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        Response answer = checkpoint();
        while (!wanted.test(answer)) {
            assertThat(System.nanoTime()).as("in time: " + answer.asString()).isLessThan(deadline);
            Thread.sleep(50);
            answer = checkpoint();
        }
        return answer;
    }

    private Response checkpoint() {
        return newsroom.auditor().request().accept("text/plain").get("/v1/audit/checkpoint");
    }

    private static long size(Response answer) {
        try {
            return Checkpoint.parse(note(answer).text()).size();
        } catch (ProofException e) {
            throw new AssertionError(answer.asString(), e);
        }
    }

    private static Note note(Response answer) throws ProofException {
        return Note.parse(answer.asString().getBytes(StandardCharsets.UTF_8));
    }

    private static int port() {
        return ConfigProvider.getConfig().getValue(WitnessedDesk.URL, URI.class).getPort();
    }
}
