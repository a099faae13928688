package org.claimtrail.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class AnswersTest {

    @Test
    void a_date_has_two_digits_for_its_day() {
        assertThat(Answers.httpDate(Instant.parse("2025-11-05T08:09:07.999999Z")))
                .isEqualTo("Wed, 05 Nov 2025 08:09:07 GMT");
    }
}
