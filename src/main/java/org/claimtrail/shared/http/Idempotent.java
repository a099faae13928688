package org.claimtrail.shared.http;

import jakarta.enterprise.util.Nonbinding;
import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes a POST repeatable: with an {@code Idempotency-Key} header the act happens once, and a repetition within 24 hours
 * gets the first answer again. Stands on resource methods that return {@link jakarta.ws.rs.core.Response} with an entity
 * of bytes or one that Jackson can write; the body, if any, is an entity parameter, not a stream.
 */
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Idempotent {

    /** Whether the request is refused without a key, since to repeat it by mistake would be costly. */
    @Nonbinding
    boolean required() default false;
}
