package io.accountmigration.web.api;

import io.accountmigration.migration.Caller;
import io.accountmigration.migration.ProblemType;
import io.accountmigration.web.filter.RequestLoggingFilter;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem.HttpMethod;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.info.Contact;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.tags.Tag;
import java.util.List;
import java.util.Map;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.AnnotatedElementUtils;

/** Describes {@code /api} to programs and their authors: how to sign in, examples, and the one shape of every refusal. */
@Configuration(proxyBeanMethods = false)
class InterfaceDescription {

    private static final String BASIC = "basic";
    private static final String BEARER = "bearer";
    private static final String ABOUT = "Moves publisher accounts from Cloud Partner Portal to Partner Center. Whatever"
            + " is refused is answered with a problem (RFC 9457): its code says why, its detail what to do about it, in"
            + " the language of Accept-Language (en, nl), and its type leads to the page about the code, one of"
            + " [/problems](" + ProblemType.PAGES + ").";

    /** What parameters mean that more than one call has. */
    private static final Map<String, String> SHARED = Map.of(
            "Idempotency-Key",
            "Makes it safe to send the same request again: within 24 hours the same key of the same caller gets the"
                    + " same answer, and nothing happens twice; with another body it is refused. Of your choice, at most 200 characters; a new one for each new request.",
            "cursor",
            "Where the page begins: the value of next in the page before; left out for the first.",
            "limit",
            "The most items of a page.",
            "publisherId",
            "The id of the publisher in Cloud Partner Portal, in any case of letters.");

    private static final List<Tag> TAGS = List.of(
            tag("Publishers", "What a publisher's people see before a migration"),
            tag("Migrations", "Start, follow and steer the migration of one account"),
            tag("Audit trail", "What happened, who did it and when"),
            tag("Readiness", "What many accounts will need before they move"),
            tag("Campaigns", "Move many accounts together"),
            tag("Users in step", "Follow the users of moved accounts"),
            tag("Administration", "What comes with a new version of the program"));

    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Caller.class);
    }

    @Bean
    OpenAPI accountMigrationApi() {
        return new OpenAPI()
                .info(new Info()
                        .title("Account migration")
                        .version("1")
                        .description(ABOUT)
                        .contact(new Contact().name("The operators of this program")))
                .tags(TAGS)
                .components(new Components()
                        .addSecuritySchemes(
                                BASIC,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("basic")
                                        .description("Where people and programs sign in with names and passwords that"
                                                + " this program keeps"))
                        .addSecuritySchemes(
                                BEARER,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")
                                        .bearerFormat("JWT")
                                        .description("Where an OpenID Connect provider is configured: an access token"
                                                + " of the provider for this program")))
                .addSecurityItem(new SecurityRequirement().addList(BASIC))
                .addSecurityItem(new SecurityRequirement().addList(BEARER));
    }

    private static Tag tag(String name, String description) {
        return new Tag().name(name).description(description);
    }

    @Bean
    OperationCustomizer refusalsOfTheCall() {
        return (operation, handler) -> {
            AnnotatedElementUtils.findAllMergedAnnotations(handler.getMethod(), RefusedWith.class)
                    .forEach(refused -> DescribedProblems.note(operation, refused.value()));
            return operation;
        };
    }

    @Bean
    OpenApiCustomizer ourCallsWithExamplesAndRefusals(
            DescribedProblems problems, InterfaceExamples examples, DescribedSchemas schemas) {
        return description -> {
            var components = description.getComponents();
            description.getPaths().keySet().removeIf(path -> !path.startsWith("/api/"));
            problems.describeIn(components);
            description.getPaths().forEach((path, calls) -> calls.readOperationsMap()
                    .forEach((verb, call) -> {
                        describeParameters(call, examples);
                        giveExamples(call, path, examples, components);
                        problems.describeIn(call, verb != HttpMethod.GET);
                        describeHeaders(call);
                    }));
            schemas.completeIn(description);
            problems.completeIn(description);
        };
    }

    private static void describeParameters(Operation operation, InterfaceExamples examples) {
        operation.addParametersItem(new Parameter()
                .in("header")
                .name(RequestLoggingFilter.HEADER)
                .description(
                        "Names this call in our log: 1 to 64 letters, digits and hyphens. Left out, we make one up.")
                .schema(new StringSchema()));
        operation.getParameters().forEach(parameter -> {
            if (parameter.getDescription() == null) {
                parameter.setDescription(SHARED.get(parameter.getName()));
            }
            if (parameter.getExample() == null && parameter.getSchema().getDefault() == null) {
                examples.of(parameter.getName()).ifPresent(parameter::setExample);
            }
        });
    }

    private static void giveExamples(
            Operation operation, String path, InterfaceExamples examples, Components components) {
        if (operation.getRequestBody() != null) {
            examples.giveTo(operation.getRequestBody().getContent(), path, components);
        }
        operation.getResponses().values().stream()
                .filter(answer -> answer.getContent() != null)
                .forEach(answer -> examples.giveTo(answer.getContent(), path, components));
    }

    private static void describeHeaders(Operation operation) {
        operation.getResponses().forEach((status, answer) -> {
            answer.addHeaderObject(
                    RequestLoggingFilter.HEADER,
                    new Header().description("What names this call in our log").schema(new StringSchema()));
            if (status.equals("201")) {
                answer.addHeaderObject(
                        "Location", new Header().description("Where it is now").schema(new StringSchema()));
            }
        });
    }
}
