package org.claimtrail.shared.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PreferenceTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "return=minimal                        | true  | ",
                "return = minimal                      | true  | ",
                "return=\"minimal\"                    | true  | ",
                "Return=minimal                        | true  | ",
                "return=representation                 | false | ",
                "return=representation, return=minimal | false | ",
                "return=MINIMAL                        | false | ",
                "wait=10                               | false | 10",
                "wait=\"10\"                           | false | 10",
                "wait=0                                | false | 0",
                "wait=-1                               | false | ",
                "wait=99999999999                      | false | ",
                "wait                                  | false | ",
                "wait=                                 | false | ",
                "return=minimal, wait=5                | true  | 5",
                "foo; return=minimal                   | false | ",
                "foo;bar=\"a,b;c\\\"d\", wait=5        | false | 5",
                ", ,return=minimal;x=1,                | true  | ",
                "respond-async                         | false | ",
                "return=minimal, @broken=              | true  | ",
                "=                                     | false | ",
            })
    void reads_what_the_client_would_like(String prefer, boolean minimal, Long seconds) {
        Preference preference = Preference.of(prefer);

        assertThat(preference.minimal()).isEqualTo(minimal);
        assertThat(preference.waitFor()).isEqualTo(Optional.ofNullable(seconds).map(Duration::ofSeconds));
    }

    @Test
    void expects_nothing_without_a_header() {
        assertThat(Preference.of(null)).isEqualTo(new Preference(false, Optional.empty()));
    }

    @ParameterizedTest
    @Timeout(5)
    @ValueSource(strings = {"\"", "a=\"", "\\", " ", ",", ";", "a="})
    void does_not_hang_on_a_hostile_header(String part) {
        assertThat(Preference.of(part.repeat(8_000)).minimal()).isFalse();
        assertThat(Preference.of("a=\"" + part.repeat(16_000) + "\"").minimal()).isFalse();
    }

    /** On a small stack, as an event loop has; a quoted value of this length fits a request's headers. */
    @Test
    void reads_a_long_value_without_a_deep_stack() throws InterruptedException {
        AtomicBoolean minimal = new AtomicBoolean();
        Thread reader = new Thread(
                null,
                () -> minimal.set(Preference.of("a=\"" + "x".repeat(16_000) + "\", return=minimal")
                        .minimal()),
                "small",
                256 * 1024);

        reader.start();
        reader.join();

        assertThat(minimal).isTrue();
    }

    @Test
    void takes_time_in_proportion_to_a_hostile_header() {
        String header = "," + " ".repeat(1_000_000) + "(";

        assertTimeoutPreemptively(
                Duration.ofSeconds(5),
                () -> assertThat(Preference.of(header).minimal()).isFalse());
    }
}
