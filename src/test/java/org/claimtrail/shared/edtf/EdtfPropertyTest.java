package org.claimtrail.shared.edtf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.LocalDate;
import java.time.YearMonth;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class EdtfPropertyTest {

    @Property
    void every_day_is_itself(@ForAll("days") LocalDate day, @ForAll("qualifiers") String qualifier) {
        Edtf date = Edtf.parse(day + qualifier);

        assertThat(date.earliest()).isEqualTo(day);
        assertThat(date.latest()).isEqualTo(day);
    }

    @Property
    void a_month_and_a_day_are_read_exactly_when_the_calendar_has_them(
            @ForAll @IntRange(min = -9999, max = 9999) int year,
            @ForAll @IntRange(max = 99) int month,
            @ForAll @IntRange(max = 99) int day) {
        String text = (year < 0 ? "-" : "") + "%04d-%02d-%02d".formatted(Math.abs(year), month, day);
        boolean exists = 1 <= month && month <= 12 && YearMonth.of(year, month).isValidDay(day);

        if (exists) {
            assertThat(Edtf.parse(text).earliest()).isEqualTo(LocalDate.of(year, month, day));
        } else {
            assertThatIllegalArgumentException().isThrownBy(() -> Edtf.parse(text));
        }
    }

    @Property
    void an_interval_runs_from_its_start_to_its_end(@ForAll("days") LocalDate one, @ForAll("days") LocalDate two) {
        String text = one + "/" + two;

        if (two.isBefore(one)) {
            assertThatIllegalArgumentException().isThrownBy(() -> Edtf.parse(text));
        } else {
            assertThat(Edtf.parse(text).earliest()).isEqualTo(one);
            assertThat(Edtf.parse(text).latest()).isEqualTo(two);
        }
    }

    @Property
    void a_wider_date_holds_what_it_was_cut_from(@ForAll("days") LocalDate day) {
        Edtf exact = Edtf.parse(day.toString());
        String text = exact.text();
        int year = text.indexOf('-', 1);

        for (String wider : new String[] {
            text.substring(0, year + 3),
            text.substring(0, year),
            text.substring(0, year - 1) + "X",
            text.substring(0, year - 2) + "XX",
            text.substring(0, year + 3) + "-XX",
            text.substring(0, year) + "-XX-XX",
            text + "/..",
            "/" + text,
        }) {
            assertThat(Edtf.parse(wider).overlaps(exact))
                    .as("%s holds %s", wider, text)
                    .isTrue();
        }
    }

    @Property
    void overlapping_is_mutual(@ForAll("expressions") String one, @ForAll("expressions") String two) {
        Edtf first = Edtf.parse(one);
        Edtf second = Edtf.parse(two);

        assertThat(first.overlaps(second)).isEqualTo(second.overlaps(first));
        assertThat(first.overlaps(first)).isTrue();
    }

    @Property(tries = 5000)
    void any_text_is_read_with_ordered_bounds_or_refused_with_a_message(@ForAll("nearlyDates") String text) {
        Throwable refused = catchThrowable(() -> {
            Edtf date = Edtf.parse(text);

            assertThat(date.text()).isEqualTo(text);
            assertThat(date.earliest()).isBeforeOrEqualTo(date.latest());
        });

        if (refused != null) {
            assertThat(refused).isInstanceOf(IllegalArgumentException.class);
            assertThat(refused.getMessage()).isNotBlank();
        }
    }

    @Provide
    Arbitrary<LocalDate> days() {
        return Arbitraries.longs()
                .between(
                        LocalDate.of(0, 1, 1).toEpochDay(),
                        LocalDate.of(9999, 12, 31).toEpochDay())
                .map(LocalDate::ofEpochDay);
    }

    @Provide
    Arbitrary<String> qualifiers() {
        return Arbitraries.of("", "?", "~", "%");
    }

    @Provide
    Arbitrary<String> expressions() {
        return Arbitraries.of(
                "2002",
                "2002/2011",
                "2011-12-31",
                "201X",
                "20XX",
                "2010-24",
                "../2005",
                "2005/",
                "-0044-03-15",
                "Y12345");
    }

    @Provide
    Arbitrary<String> nearlyDates() {
        Arbitrary<String> pieces = Arbitraries.of(
                "-",
                "/",
                "..",
                "X",
                "XX",
                "Y",
                "E",
                "T",
                "Z",
                ":",
                "?",
                "~",
                "%",
                "0",
                "1",
                "9",
                "21",
                "04",
                "12",
                "31",
                "1985",
                "2004",
                "23:20:30",
                "+04:30",
                " ");
        return pieces.list().ofMaxSize(8).map(list -> String.join("", list));
    }
}
