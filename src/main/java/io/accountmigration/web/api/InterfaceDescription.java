package io.accountmigration.web.api;

import io.accountmigration.migration.Caller;
import io.accountmigration.migration.Problem;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Describes {@code /api} to programs and their authors: how to sign in, and the one shape of every refusal. */
@Configuration(proxyBeanMethods = false)
class InterfaceDescription {

    private static final String BASIC = "basic";
    private static final String REFUSALS =
            "Refused: the code says why, the detail what to do about it. 400 malformed or"
                    + " too long, 401 not signed in, 403 not yours, 404 unknown, 409 not now, 422 not possible, 503 an outside"
                    + " system does not answer (see Retry-After).";

    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Caller.class);
    }

    @Bean
    OpenAPI accountMigrationApi() {
        return new OpenAPI()
                .info(new Info()
                        .title("Account migration")
                        .version("1")
                        .description("Moves publisher accounts from Cloud Partner Portal to Partner Center."))
                .components(new Components()
                        .addSecuritySchemes(
                                BASIC,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("basic")))
                .addSecurityItem(new SecurityRequirement().addList(BASIC));
    }

    @Bean
    OpenApiCustomizer onlyOurCallsAndTheirRefusals() {
        return description -> {
            description.getPaths().keySet().removeIf(path -> !path.startsWith("/api/"));
            ModelConverters.getInstance().read(Problem.class).forEach(description.getComponents()::addSchemas);
            var refused = new ApiResponse()
                    .description(REFUSALS)
                    .content(new Content()
                            .addMediaType(
                                    Problem.MEDIA_TYPE,
                                    new MediaType().schema(new Schema<>().$ref("#/components/schemas/Problem"))));
            description.getPaths().values().stream()
                    .flatMap(path -> path.readOperations().stream())
                    .forEach(operation -> operation.getResponses().addApiResponse("default", refused));
        };
    }
}
