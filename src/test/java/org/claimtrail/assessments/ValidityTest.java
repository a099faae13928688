package org.claimtrail.assessments;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValidityTest {

    @ParameterizedTest
    @CsvSource({
        ",, 0001-01-01, true",
        "2024-03-02,, 2024-03-01, false",
        "2024-03-02,, 2024-03-02, true",
        "2024-03,, 2024-03-01, true",
        "2024,, 2023-12-31, false",
        ",2024-03-02, 2024-03-02, true",
        ",2024-03-02, 2024-03-03, false",
        ",2024-02, 2024-02-29, true",
        ",2024, 2025-01-01, false",
        "2024-03,2024-03, 2024-03-31, true",
        "2024-03,2024-03, 2024-04-01, false",
        "2024-03~,, 2024-03-01, true"
    })
    void covers_from_the_first_day_to_the_last(
            @Nullable String from, @Nullable String to, LocalDate day, boolean covered) {
        assertThat(new Validity(from, to).covers(day)).isEqualTo(covered);
    }

    @Test
    void covers_every_day_between_open_ends() {
        Validity open = new Validity("../2024", "2025/..");

        assertThat(open.covers(LocalDate.of(1, 1, 1))).isTrue();
        assertThat(open.covers(LocalDate.of(9999, 12, 31))).isTrue();
    }
}
