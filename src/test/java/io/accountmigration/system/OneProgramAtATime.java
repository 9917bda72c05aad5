package io.accountmigration.system;

import org.camunda.bpm.engine.ProcessEngine;
import org.springframework.core.Ordered;
import org.springframework.test.annotation.DirtiesContext.HierarchyMode;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.support.AbstractTestExecutionListener;

/**
 * Ends the program of the last tests before another one starts, as each has a process of its own in real life: the
 * engine keeps its clock, its engines and those of its web applications in registers of the whole process. What has no
 * engine stays in the cache of Spring's tests, for those that need it again.
 */
public class OneProgramAtATime extends AbstractTestExecutionListener {

    /** The test whose program runs. */
    private static TestContext last;

    /** Ends the program of the last tests, for a test that starts one by itself. */
    public static void endTheLast() {
        if (last != null) {
            // A program that is only closed would stay in the cache, for tests that cannot use it any more.
            last.markApplicationContextDirty(HierarchyMode.EXHAUSTIVE);
            last = null;
        }
    }

    /** Before the listener that starts a program. */
    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }

    @Override
    public void beforeTestClass(TestContext test) {
        if (!test.hasApplicationContext()) {
            endTheLast();
        }
    }

    @Override
    public void beforeTestMethod(TestContext test) {
        var context = test.getApplicationContext();
        if (context.getBeanNamesForType(ProcessEngine.class, false, false).length > 0) {
            last = test;
        }
    }
}
