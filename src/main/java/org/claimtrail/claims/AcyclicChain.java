package org.claimtrail.claims;

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

/** A chain of attributions in which nobody stands twice: a claim does not come back to who passed it on. */
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = AcyclicChain.Validator.class)
@interface AcyclicChain {

    String message() default "expected every agent once: a chain that comes back to an agent has no origin";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Null links and agents are other constraints' business. */
    class Validator implements ConstraintValidator<AcyclicChain, List<Attribution>> {

        @Override
        public boolean isValid(List<Attribution> chain, ConstraintValidatorContext context) {
            Set<String> seen = new HashSet<>();
            return chain == null
                    || chain.stream().allMatch(link -> link == null || link.agent() == null || seen.add(link.agent()));
        }
    }
}
