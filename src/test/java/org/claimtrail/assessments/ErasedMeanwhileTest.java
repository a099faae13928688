package org.claimtrail.assessments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import java.util.Map;
import org.claimtrail.history.Version;
import org.claimtrail.history.VersionReads;
import org.claimtrail.shared.http.Problem;
import org.claimtrail.shared.http.ProblemType;
import org.claimtrail.shared.id.TypeId;
import org.claimtrail.support.Assessed;
import org.claimtrail.support.Newsroom;
import org.junit.jupiter.api.Test;

/** A read takes more than one statement; what is erased between two of them is answered as what is erased before. */
@QuarkusTest
class ErasedMeanwhileTest {

    @Inject
    Newsroom newsroom;

    @Inject
    VersionReads reads;

    @Inject
    AssessmentReader reader;

    @Test
    @ActivateRequestContext
    void an_assessment_that_is_erased_while_it_is_read_is_gone() {
        Assessed published = newsroom.anAssessment().published();
        Version read = reads.version(TypeId.parse(published.id()), 1).orElseThrow();
        newsroom.admin()
                .request()
                .header("If-Match", "*")
                .body(Map.of("basis", "copyright"))
                .post(published.path() + "/erase")
                .then()
                .statusCode(200);

        Problem refused = catchThrowableOfType(Problem.class, () -> reader.represent(read));

        assertThat(refused.type()).isEqualTo(ProblemType.ERASED);
    }
}
