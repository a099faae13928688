package org.claimtrail.assessments;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Ratings of which no two have the same code. */
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = DistinctCodes.Validator.class)
@interface DistinctCodes {

    String message() default "expected every code once";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Missing ratings and codes are other constraints' business. */
    class Validator implements ConstraintValidator<DistinctCodes, List<Rating>> {

        @Override
        public boolean isValid(@Nullable List<Rating> ratings, ConstraintValidatorContext context) {
            Set<String> seen = new HashSet<>();
            return ratings == null
                    || ratings.stream()
                            .allMatch(rating -> rating == null || rating.code() == null || seen.add(rating.code()));
        }
    }
}
