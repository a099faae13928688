package org.claimtrail.assessments;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.claimtrail.shared.http.Problem;

/** Days of the world in query parameters. */
final class Days {

    private Days() {}

    /** {@code YYYY-MM-DD}; 400 for anything else. */
    static LocalDate parse(String name, String text) {
        try {
            if (text.length() == 10) {
                return LocalDate.parse(text);
            }
        } catch (DateTimeException e) {
            // no such day: refused below
        }
        throw Problem.badParameter(name, "expected a day that exists, like 2025-11-04.");
    }
}
