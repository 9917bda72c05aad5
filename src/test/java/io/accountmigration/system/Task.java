package io.accountmigration.system;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/** An open task in the hands of somebody. */
public record Task(Visitor person, String id, String definitionKey) {

    public static final String PROVIDE_WORK_EMAIL = "userTask_provideWorkEmail";
    public static final String ENROL = "userTask_enrolInPartnerNetwork";
    public static final String CONFIRM_WORK_EMAIL = "userTask_confirmWorkEmail";

    public String path() {
        return "/engine-rest/task/" + id;
    }

    /** What the form shows. */
    JsonNode shown() {
        return person.get(path() + "/form-variables").succeeded().json();
    }

    public String shown(String variable) {
        return shown().path(variable).path("value").asText();
    }

    public Reply complete(String input, String value) {
        return person.post(path() + "/complete", Map.of("variables", Map.of(input, Cases.text(value))));
    }

    Reply submit(String input, String value) {
        return person.post(path() + "/submit-form", Map.of("variables", Map.of(input, Cases.text(value))));
    }
}
