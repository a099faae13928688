package org.claimtrail.shared.edtf;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EdtfRefusalTest {

    @ParameterizedTest
    @CsvSource({
        "2025-02-29, February 2025 has 28 days",
        "2025-04-31, April 2025 has 30 days",
        "1900-02-29, February 1900 has 28 days",
        "2025-11-00, November 2025 has 30 days",
        "2025-02-30T09:30:00Z, February 2025 has 28 days",
        "2025-01-01/2025-02-30, February 2025 has 28 days",
        "2025-13, months are 01 to 12",
        "2025-00, months are 01 to 12",
        "2025-13-XX, months are 01 to 12",
        "2025-20, months are 01 to 12",
        "2025-25, months are 01 to 12",
        "2025-21-01, months are 01 to 12",
        "-0000, There is no year -0000",
        "-0000-01, There is no year -0000",
    })
    void refuses_what_the_calendar_does_not_have(String text, String reason) {
        assertThatIllegalArgumentException().isThrownBy(() -> Edtf.parse(text)).withMessageContaining(reason);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1985/1984", "2004-06/2004-05-31", "2004-06-12/2004-06-11", "0001/-0001", "2004~/2003?"})
    void refuses_an_interval_that_ends_before_it_starts(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Edtf.parse(text))
                .withMessageContaining("ends before it starts");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "../..", "../", "/.."})
    void refuses_an_interval_that_says_nothing(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Edtf.parse(text))
                .withMessageContaining("needs a date at one end");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2004-06-XX/2004-07-03",
                "201X/202X",
                "2001-21/2001-23",
                "Y17000/Y18000",
                "2004-01-01T10:10:10Z/2004",
                "2004/2005/2006",
                "..~/2004",
                "2004/?",
                "2004/P1Y",
                "2004 / 2005",
                ".../2004",
                "2004//",
                "11/03",
            })
    void refuses_an_interval_between_anything_but_plain_dates(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Edtf.parse(text))
                .withMessageContaining("cannot be one end of an interval");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "156X-12-25",
                "XXXX",
                "2XXX",
                "20X5",
                "2004-X6",
                "2004-0X",
                "1985-04-1X",
                "1985-XX-12",
                "XXXX-12-XX",
                "201X-XX",
                "201x-XX",
                "X",
                "Y1X000",
            })
    void refuses_an_x_that_is_level_2(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Edtf.parse(text))
                .withMessageContaining("“" + text + "” uses X where it may not stand");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Y2004", "Y02004", "Y-0", "Y", "Y17E7", "Y171010000S3", "Y12345-06", "Y+12345", "Y12345??"})
    void refuses_a_long_year_that_is_none(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Edtf.parse(text))
                .withMessageContaining("is not a long year");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2025-11-03T09:30",
                "2025-11-03T24:00:00",
                "2025-11-03T23:60:00",
                "2025-11-03T23:59:60",
                "2025-11-03T09:30:00.000Z",
                "2025-11-03T09:30:00z",
                "2025-11-03T09:30:00+24",
                "2025-11-03T09:30:00+0900",
                "2025-11-03T09:30:00-00:00",
                "2025-11-03T09:30:00Z?",
                "2025-11T09:30:00Z",
                "T09:30:00",
            })
    void refuses_a_time_that_is_incomplete_or_impossible(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Edtf.parse(text))
                .withMessageContaining("is not a date with a time");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "2025 ",
                " 2025",
                "2025-11-03\n",
                "25",
                "202",
                "20251",
                "12345",
                "-12345",
                "+2025",
                "2025-1",
                "2025-11-3",
                "20251103",
                "2025-W45",
                "2025-307",
                "3.11.2025",
                "2025-11-",
                "2025-",
                "--11",
                "-",
                "?",
                "?2004",
                "2004?-06",
                "2004-~06",
                "2004??",
                "2004?~",
                "1984u",
                "198u",
                "201x",
                "y17000",
                "..",
                "...",
                "[1667,1668]",
                "{1960..1970}",
                "1950S2",
                "-1985-04-12x",
                "\u0662\u0660\u0662\u0665",
                "２０２５",
                "2025\u201311",
                "\u22121985",
                "unknown",
                "2025-11-03t09:30:00Z",
                "\ud83d",
            })
    void refuses_everything_else_and_says_what_to_write(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Edtf.parse(text))
                .withMessageStartingWith("“" + text + "”");
    }

    @Test
    void refuses_a_text_too_long_for_a_date_without_repeating_it() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Edtf.parse("Y" + "1".repeat(100_000)))
                .withMessage("A date may have 64 characters at most; this one has 100001");
    }
}
