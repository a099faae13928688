package org.claimtrail.shared.validation;

import static java.lang.annotation.ElementType.ANNOTATION_TYPE;
import static java.lang.annotation.ElementType.CONSTRUCTOR;
import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.ElementType.PARAMETER;
import static java.lang.annotation.ElementType.TYPE_USE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/**
 * The text is an absolute http or https address with a host, without user name or password, of at most {@value
 * #MAX_LENGTH} characters; null is valid. Letters beyond ASCII may stand as they are (RFC 3987). The violation's message
 * is the exact reason.
 */
@Documented
@Target({METHOD, FIELD, ANNOTATION_TYPE, CONSTRUCTOR, PARAMETER, TYPE_USE})
@Retention(RUNTIME)
@Constraint(validatedBy = WebUrlValidator.class)
public @interface WebUrl {

    int MAX_LENGTH = 2048;

    String message() default "is not a web address";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
