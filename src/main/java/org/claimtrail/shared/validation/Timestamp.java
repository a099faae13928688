package org.claimtrail.shared.validation;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.claimtrail.shared.http.Params;
import org.claimtrail.shared.http.Problem;
import org.jspecify.annotations.Nullable;

/** An instant with its offset as RFC 3339 section 5.6 writes it. Null is valid. */
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = Timestamp.Validator.class)
public @interface Timestamp {

    String message() default "expected an instant with its offset (RFC 3339), like 2025-11-20T08:30:00Z";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** The same reading as of query parameters. */
    class Validator implements ConstraintValidator<Timestamp, String> {

        @Override
        public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
            if (text == null) {
                return true;
            }
            try {
                Params.instant("timestamp", text);
                return true;
            } catch (Problem e) {
                return false;
            }
        }
    }
}
