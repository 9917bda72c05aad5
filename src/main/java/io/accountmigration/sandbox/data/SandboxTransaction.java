package io.accountmigration.sandbox.data;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.core.annotation.AliasFor;
import org.springframework.transaction.annotation.Transactional;

/** Runs a method in one transaction of the sandbox's own database. */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Transactional("sandboxTransactionManager")
public @interface SandboxTransaction {

    /** Whether the method only reads, so that nobody has to look for what it changed. */
    @AliasFor(annotation = Transactional.class)
    boolean readOnly() default false;
}
