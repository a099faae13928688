package org.claimtrail.shared.start;

import org.eclipse.microprofile.config.spi.Converter;

/**
 * Reads a setting that is a whole number from 1 on.
 *
 * <p>A converter and no Bean Validation constraint: a single constraint on a setting makes the platform build a second
 * validator for all settings there are, before anything else, which takes an eighth of a start.
 */
public final class AtLeastOne implements Converter<Integer> {

    private static final long serialVersionUID = 1L;

    /** @throws IllegalArgumentException for everything else; the platform names the setting and its value */
    @Override
    public Integer convert(String text) {
        int number;
        try {
            number = Integer.parseInt(text.strip());
        } catch (NumberFormatException notOne) {
            throw new IllegalArgumentException("Expected an integer value, got \"" + text + "\"", notOne);
        }
        if (number < 1) {
            throw new IllegalArgumentException("Expected at least 1, got " + number);
        }
        return number;
    }
}
