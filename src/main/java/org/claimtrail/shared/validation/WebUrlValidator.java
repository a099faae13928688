package org.claimtrail.shared.validation;

import java.util.Optional;

/** Checks {@link WebUrl}. */
public final class WebUrlValidator extends ReasonedValidator<WebUrl> {

    @Override
    Optional<String> refusal(String text) {
        return WebUrlSyntax.refusal(text);
    }
}
