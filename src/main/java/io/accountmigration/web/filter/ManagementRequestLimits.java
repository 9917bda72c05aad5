package io.accountmigration.web.filter;

import org.springframework.boot.actuate.autoconfigure.web.ManagementContextConfiguration;
import org.springframework.boot.actuate.autoconfigure.web.ManagementContextType;
import org.springframework.context.annotation.Import;

/** The server of a management port of its own has the same limits; nothing of the program's other server is there. */
@ManagementContextConfiguration(value = ManagementContextType.CHILD, proxyBeanMethods = false)
@Import({
    BodyTimeoutValve.class,
    ProblemErrorReportValve.class,
    RequestLoggingFilter.class,
    RequestFirewallFilter.class,
    RequestBodyFilter.class
})
class ManagementRequestLimits {}
