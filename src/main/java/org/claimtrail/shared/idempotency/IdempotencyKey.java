package org.claimtrail.shared.idempotency;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.claimtrail.shared.http.Problem;

/** The header with which a client names one act, so that it can be repeated safely. */
final class IdempotencyKey {

    static final String HEADER = "Idempotency-Key";

    private static final Pattern VISIBLE_ASCII = Pattern.compile("[\\x21-\\x7E]{1,255}");

    private IdempotencyKey() {}

    /** The key among the values of the header; none when it is absent and need not be there. */
    static Optional<String> of(List<String> values, boolean required) {
        if (values.isEmpty() && !required) {
            return Optional.empty();
        }
        if (values.size() != 1 || !VISIBLE_ASCII.matcher(values.get(0)).matches()) {
            throw Problem.badParameter(
                    HEADER, "expected one key of 1 to 255 visible ASCII characters, fresh for each act, like a UUID.");
        }
        return Optional.of(values.get(0));
    }
}
