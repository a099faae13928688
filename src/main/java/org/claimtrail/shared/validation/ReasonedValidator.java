package org.claimtrail.shared.validation;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import java.lang.annotation.Annotation;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A check of a text that says in words what is wrong with it. */
abstract class ReasonedValidator<A extends Annotation> implements ConstraintValidator<A, String> {

    private static final int QUOTED_LENGTH = 80;

    /** What to tell the person who wrote the text; empty when nothing is wrong. */
    abstract Optional<String> refusal(String text);

    @Override
    public final boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
        Optional<String> refusal = text == null ? Optional.empty() : refusal(text);
        refusal.ifPresent(reason -> {
            context.disableDefaultConstraintViolation();
            context.buildConstraintViolationWithTemplate(literal(reason)).addConstraintViolation();
        });
        return refusal.isEmpty();
    }

    /**
     * The reason quotes what a stranger sent: nothing in it may be taken for a parameter or an expression, and a lone
     * surrogate, which no encoder can write, becomes {@code ?}.
     */
    private static String literal(String reason) {
        String encodable = new String(reason.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        return encodable.replaceAll("[\\\\{}$]", "\\\\$0");
    }

    /** The text in quotation marks, cut where it would drown the message. */
    static String quote(String text) {
        if (text.length() <= QUOTED_LENGTH) {
            return "“" + text + "”";
        }
        int end = Character.isHighSurrogate(text.charAt(QUOTED_LENGTH - 1)) ? QUOTED_LENGTH - 1 : QUOTED_LENGTH;
        return "“" + text.substring(0, end) + "…”";
    }
}
