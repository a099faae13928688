package org.claimtrail.shared.validation;

import java.util.Optional;

/** Checks {@link LanguageTag}. */
public final class LanguageTagValidator extends ReasonedValidator<LanguageTag> {

    @Override
    Optional<String> refusal(String text) {
        return LanguageTagSyntax.refusal(text);
    }
}
