package org.claimtrail.shared.json;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** A double in the words of ECMA-262, Number::toString radix 10, which RFC 8785 section 3.2.2.3 asks for. */
final class EcmaScriptNumber {

    /** So many digits tell any two doubles apart. */
    private static final int ENOUGH_DIGITS = 17;

    private EcmaScriptNumber() {}

    static String text(double value) {
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            throw new IllegalArgumentException("no JSON number: " + value);
        }
        if (value == 0) {
            return "0"; // also for -0
        }
        String sign = value < 0 ? "-" : "";
        BigDecimal shortest = shortest(Math.abs(value));
        String digits = shortest.unscaledValue().toString();
        int pointAt = digits.length() - shortest.scale(); // ECMA's n
        return sign + layOut(digits, pointAt);
    }

    /** The fewest digits that read back as this double. Double.toString gives them only from JDK 19 on. */
    private static BigDecimal shortest(double value) {
        BigDecimal exact = new BigDecimal(value);
        for (int digits = 1; digits < ENOUGH_DIGITS; digits++) {
            BigDecimal nearest = exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
            if (nearest.doubleValue() == value) {
                return nearest.stripTrailingZeros();
            }
            // Doubles lie twice as close below a power of two as above it, so the farther neighbour may
            // read back where the nearer one does not: 2^-44 is 5.684341886080802e-14.
            RoundingMode away = nearest.compareTo(exact) < 0 ? RoundingMode.UP : RoundingMode.DOWN;
            BigDecimal farther = exact.round(new MathContext(digits, away));
            if (farther.doubleValue() == value) {
                return farther.stripTrailingZeros();
            }
        }
        return exact.round(new MathContext(ENOUGH_DIGITS, RoundingMode.HALF_EVEN))
                .stripTrailingZeros();
    }

    private static String layOut(String digits, int pointAt) {
        int count = digits.length();
        if (count <= pointAt && pointAt <= 21) {
            return digits + "0".repeat(pointAt - count);
        }
        if (0 < pointAt && pointAt <= 21) {
            return digits.substring(0, pointAt) + "." + digits.substring(pointAt);
        }
        if (-6 < pointAt && pointAt <= 0) {
            return "0." + "0".repeat(-pointAt) + digits;
        }
        int exponent = pointAt - 1;
        String mantissa = count == 1 ? digits : digits.charAt(0) + "." + digits.substring(1);
        return mantissa + "e" + (exponent < 0 ? "-" : "+") + Math.abs(exponent);
    }
}
