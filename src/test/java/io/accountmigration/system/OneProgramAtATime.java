package io.accountmigration.system;

import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.support.AbstractTestExecutionListener;

/**
 * Ends the program of the last tests before the next one starts, as each has a process of its own in real life: the
 * engine keeps its clock, its engines and those of its web applications in registers of the whole process. The cache of
 * Spring's tests, which holds one program, would end the old one only when the new one runs.
 */
public class OneProgramAtATime extends AbstractTestExecutionListener {

    private static ConfigurableApplicationContext running;

    /** Before the listener that starts a program. */
    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }

    @Override
    public void beforeTestClass(TestContext test) {
        if (running != null && !test.hasApplicationContext()) {
            running.close();
            running = null;
        }
    }

    @Override
    public void beforeTestMethod(TestContext test) {
        running = (ConfigurableApplicationContext) test.getApplicationContext();
    }
}
