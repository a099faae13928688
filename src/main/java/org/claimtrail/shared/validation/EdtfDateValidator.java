package org.claimtrail.shared.validation;

import java.util.Optional;
import org.claimtrail.shared.edtf.Edtf;

/** Checks {@link EdtfDate}. */
public final class EdtfDateValidator extends ReasonedValidator<EdtfDate> {

    @Override
    Optional<String> refusal(String text) {
        try {
            Edtf.parse(text);
            return Optional.empty();
        } catch (IllegalArgumentException refused) {
            return Optional.ofNullable(refused.getMessage());
        }
    }
}
