package io.accountmigration.web.api;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The codes with which a call may be refused, besides those of every call; for the OpenAPI document. An annotation that
 * carries this one stands for its codes where several calls have them.
 */
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface RefusedWith {

    /** The codes. */
    String[] value();
}
