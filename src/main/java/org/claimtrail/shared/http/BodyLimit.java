package org.claimtrail.shared.http;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** How many bytes of body a resource method takes, where it is not the 1 MiB that holds everywhere else. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface BodyLimit {

    /** In bytes. */
    long value();

    /** Whether it is worked on while it arrives: then each part of it may take as long as the whole elsewhere, and all
     * of it an hour. */
    boolean streamed() default false;
}
