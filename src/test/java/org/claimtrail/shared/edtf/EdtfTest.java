package org.claimtrail.shared.edtf;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EdtfTest {

    @ParameterizedTest
    @CsvSource({
        // level 0
        "1985-04-12, 1985-04-12, 1985-04-12",
        "1985-04, 1985-04-01, 1985-04-30",
        "1985, 1985-01-01, 1985-12-31",
        "0000, 0000-01-01, 0000-12-31",
        "2024-02, 2024-02-01, 2024-02-29",
        "2024-02-29, 2024-02-29, 2024-02-29",
        "2000-02-29, 2000-02-29, 2000-02-29",
        "1985-04-12T23:20:30, 1985-04-12, 1985-04-12",
        "1985-04-12T23:20:30Z, 1985-04-12, 1985-04-12",
        "1985-04-12T23:20:30-04, 1985-04-12, 1985-04-12",
        "1985-04-12T23:20:30+04:30, 1985-04-12, 1985-04-12",
        "1985-04-12T00:00:00+00:00, 1985-04-12, 1985-04-12",
        "1964/2008, 1964-01-01, 2008-12-31",
        "2002/2011, 2002-01-01, 2011-12-31",
        "2004-06/2006-08, 2004-06-01, 2006-08-31",
        "2004-02-01/2005-02-08, 2004-02-01, 2005-02-08",
        "2004-02-01/2005-02, 2004-02-01, 2005-02-28",
        "2004-02-01/2005, 2004-02-01, 2005-12-31",
        "2005/2006-02, 2005-01-01, 2006-02-28",
        "2004-06-15/2004-06, 2004-06-15, 2004-06-30",
        "2004/2004, 2004-01-01, 2004-12-31",
        // level 1
        "Y10000, +10000-01-01, +10000-12-31",
        "Y170000002, +170000002-01-01, +170000002-12-31",
        "Y-170000002, -170000002-01-01, -170000002-12-31",
        "2001-21, 2001-03-01, 2001-05-31",
        "2001-22, 2001-06-01, 2001-08-31",
        "2001-23, 2001-09-01, 2001-11-30",
        "2001-24, 2001-12-01, 2002-02-28",
        "2003-24, 2003-12-01, 2004-02-29",
        "1984?, 1984-01-01, 1984-12-31",
        "2004-06~, 2004-06-01, 2004-06-30",
        "2025-11~, 2025-11-01, 2025-11-30",
        "2004-06-11%, 2004-06-11, 2004-06-11",
        "2001-21~, 2001-03-01, 2001-05-31",
        "201X, 2010-01-01, 2019-12-31",
        "20XX, 2000-01-01, 2099-12-31",
        "201X?, 2010-01-01, 2019-12-31",
        "2004-XX, 2004-01-01, 2004-12-31",
        "1985-04-XX, 1985-04-01, 1985-04-30",
        "1985-XX-XX, 1985-01-01, 1985-12-31",
        "1984~/2004-06, 1984-01-01, 2004-06-30",
        "1984?/2004%, 1984-01-01, 2004-12-31",
        "1984-06-02?/2004-08-08~, 1984-06-02, 2004-08-08",
        "-1985, -1985-01-01, -1985-12-31",
        "-0001, -0001-01-01, -0001-12-31",
        "-1985-04-12, -1985-04-12, -1985-04-12",
        "-0044-03/0014, -0044-03-01, 0014-12-31",
        "-201X, -2019-01-01, -2010-12-31",
        "-000X, -0009-01-01, -0001-12-31",
    })
    void knows_the_first_and_the_last_day(String text, LocalDate earliest, LocalDate latest) {
        Edtf date = Edtf.parse(text);

        assertThat(date.earliest()).isEqualTo(earliest);
        assertThat(date.latest()).isEqualTo(latest);
        assertThat(date.text()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1985-04-12/..", "1985-04-12/"})
    void an_open_or_unknown_end_has_no_last_day(String text) {
        Edtf date = Edtf.parse(text);

        assertThat(date.earliest()).isEqualTo("1985-04-12");
        assertThat(date.latest()).isEqualTo(LocalDate.MAX);
    }

    @ParameterizedTest
    @ValueSource(strings = {"../1985", "/1985"})
    void an_open_or_unknown_start_has_no_first_day(String text) {
        Edtf date = Edtf.parse(text);

        assertThat(date.earliest()).isEqualTo(LocalDate.MIN);
        assertThat(date.latest()).isEqualTo("1985-12-31");
    }

    @Test
    void clamps_a_year_that_the_calendar_cannot_hold() {
        Edtf ahead = Edtf.parse("Y1000000000");
        Edtf back = Edtf.parse("Y-99999999999999999999999999");

        assertThat(ahead.earliest()).isEqualTo(LocalDate.MAX);
        assertThat(ahead.latest()).isEqualTo(LocalDate.MAX);
        assertThat(back.earliest()).isEqualTo(LocalDate.MIN);
        assertThat(back.latest()).isEqualTo(LocalDate.MIN);
    }

    @ParameterizedTest
    @CsvSource({
        "2025-11, 2025-11-03, true",
        "2025-11, 2025-12, false",
        "2025-11-30, 2025-12-01, false",
        "2002/2011, 2011-12-31, true",
        "2002/2011, 2012, false",
        "201X, 2019-24, true",
        "201X, 2020-24, false",
        "../1985, 1985-12-31, true",
        "../1985, 1986/.., false",
        "1985/, /1985, true",
        "1985/.., Y170000002, true",
    })
    void overlaps_where_a_day_is_shared(String one, String two, boolean expected) {
        assertThat(Edtf.parse(one).overlaps(Edtf.parse(two))).isEqualTo(expected);
        assertThat(Edtf.parse(two).overlaps(Edtf.parse(one))).isEqualTo(expected);
    }

    @Test
    void is_its_text() throws Exception {
        ObjectMapper mapper = new ObjectMapper();
        Edtf date = Edtf.parse("2025-11~");

        assertThat(date)
                .hasToString("2025-11~")
                .isEqualTo(Edtf.parse("2025-11~"))
                .isNotEqualTo(Edtf.parse("2025-11"));
        assertThat(mapper.writeValueAsString(date)).isEqualTo("\"2025-11~\"");
        assertThat(mapper.readValue("\"2025-11~\"", Edtf.class)).isEqualTo(date).hasSameHashCodeAs(date);
    }
}
