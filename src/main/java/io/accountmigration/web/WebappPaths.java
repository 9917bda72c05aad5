package io.accountmigration.web;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Where the workflow engine's web applications are served; their path is configuration and nothing else knows it. */
@Component
public class WebappPaths {

    private final String base;

    WebappPaths(@Value("${camunda.bpm.webapp.application-path:/camunda}") String base) {
        this.base = base;
    }

    /** The path that all web applications are below, without a slash at the end. */
    public String base() {
        return base;
    }

    /** Where owners find their tasks. */
    public String tasklist() {
        return base + "/app/tasklist/default/";
    }

    /** Where operators watch the processes. */
    public String cockpit() {
        return base + "/app/cockpit/default/";
    }

    /** Where operators see one running process instance. */
    public String cockpitInstance(String processInstanceId) {
        return cockpit() + "#/process-instance/" + processInstanceId + "/runtime";
    }
}
