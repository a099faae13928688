package org.claimtrail.history;

import org.claimtrail.shared.http.Problem;
import org.claimtrail.shared.http.ProblemType;
import org.jspecify.annotations.Nullable;

/** The rule that no version behind the first comes without a reason, and the first with none. */
public final class ChangeReason {

    private ChangeReason() {}

    /** 422 when an edit gives no reason. */
    public static void require(@Nullable String reason) {
        if (reason == null || reason.isBlank()) {
            throw Problem.of(ProblemType.INVALID, "A change needs a reason, in changeReason.")
                    .at("/changeReason", "required", "Say why the record changes.");
        }
    }

    /** 422 when a new record gives one. */
    public static void refuse(@Nullable String reason) {
        if (reason != null) {
            throw Problem.of(ProblemType.INVALID, "A new record has no changeReason: nothing changed yet.")
                    .at("/changeReason", "not_allowed", "Leave it out of a new record.");
        }
    }
}
