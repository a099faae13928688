package org.claimtrail.shared.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class EcmaScriptNumberPropertyTest {

    @Property(tries = 5000)
    void every_double_reads_back_and_has_no_shorter_text(@ForAll long bits) {
        double value = Double.longBitsToDouble(bits);
        if (Double.isFinite(value)) {
            holds(value);
        }
    }

    @Property
    void every_decimal_of_few_digits_keeps_them(
            @ForAll @IntRange(min = 1, max = 999_999) int digits,
            @ForAll @IntRange(min = -320, max = 300) int exponent) {
        holds(new BigDecimal(digits).scaleByPowerOfTen(exponent).doubleValue());
    }

    /** Where the gap between doubles halves, the nearest short decimal is not always one that reads back. */
    @Example
    void every_power_of_two_and_its_neighbours_read_back_and_have_no_shorter_text() {
        for (int exponent = Double.MIN_EXPONENT - 52; exponent <= Double.MAX_EXPONENT; exponent++) {
            double power = Math.scalb(1.0, exponent);
            holds(power);
            holds(Math.nextUp(power));
            holds(Math.nextDown(power));
        }
    }

    private static void holds(double value) {
        String text = EcmaScriptNumber.text(value);

        assertThat(Double.parseDouble(text)).isEqualTo(value == 0 ? 0.0 : value);
        int digits = new BigDecimal(text).stripTrailingZeros().precision();
        assertThat(value == 0 || digits == 1 || !hasText(value, digits - 1))
                .as("%s is the shortest text of %a", text, value)
                .isTrue();
    }

    /** The doubles' neighbours among decimals of so many digits: one above, one below, and no other can read back. */
    private static boolean hasText(double value, int digits) {
        BigDecimal exact = new BigDecimal(value);
        return exact.round(new MathContext(digits, RoundingMode.UP)).doubleValue() == value
                || exact.round(new MathContext(digits, RoundingMode.DOWN)).doubleValue() == value;
    }
}
