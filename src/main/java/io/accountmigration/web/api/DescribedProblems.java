package io.accountmigration.web.api;

import io.accountmigration.campaign.readiness.RejectedRow;
import io.accountmigration.migration.Problem;
import io.accountmigration.migration.ProblemFactory;
import io.accountmigration.migration.ProblemType;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.examples.Example;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Describes with which problems each call may be refused: by status, and with an example of every code. */
@Component
class DescribedProblems {

    /** The codes of a call, as tools find them in the description. */
    static final String CODES = "x-problem-codes";

    private static final String PROBLEM = "Problem";

    private static final Set<String> OF_EVERY_CALL = Set.of(
            "REQUEST_INVALID",
            "UNAUTHENTICATED",
            "NOT_ALLOWED",
            "NOT_ACCEPTABLE",
            "TOO_MANY_ATTEMPTS",
            "INTERNAL_ERROR");
    private static final Set<String> OF_CALLS_WITH_A_BODY =
            Set.of("BODY_UNREADABLE", "BODY_LATE", "INPUT_MALFORMED", "INPUT_TOO_LONG", "MEDIA_TYPE_NOT_SUPPORTED");
    private static final Set<String> OF_CALLS_THAT_CHANGE_SOMETHING = Set.of("BUSY");
    private static final Set<Integer> COME_BACK = Set.of(429, 503);

    private final ProblemFactory problems;

    DescribedProblems(ProblemFactory problems) {
        this.problems = problems;
    }

    /** Notes codes of a call; two handlers may answer the same call. */
    static void note(Operation operation, String... codes) {
        operation.addExtension(
                CODES, Stream.concat(notedIn(operation), Stream.of(codes)).toList());
    }

    private static Stream<String> notedIn(Operation operation) {
        return operation.getExtensions() != null && operation.getExtensions().get(CODES) instanceof List<?> noted
                ? noted.stream().map(String::valueOf)
                : Stream.empty();
    }

    /** Adds the shape of all problems and an example of each code, which calls refer to. */
    void describeIn(Components components) {
        ModelConverters.getInstance(true).read(Problem.class).forEach(components::addSchemas);
        ProblemType.all()
                .forEach(type -> components.addExamples(
                        type.code(),
                        new Example()
                                .summary(
                                        problems.exampleOf(type, Locale.ENGLISH).title())
                                .value(problems.exampleOf(type, Locale.ENGLISH))));
    }

    /**
     * Leaves out what no call refers to, since the engine's calls are described elsewhere, and adds what a problem has at
     * times only.
     */
    void completeIn(OpenAPI description) {
        var referredTo = description.getPaths().values().stream()
                .flatMap(path -> path.readOperations().stream())
                .flatMap(DescribedProblems::notedIn)
                .collect(Collectors.toSet());
        description.getComponents().getExamples().keySet().retainAll(referredTo);
        description
                .getComponents()
                .getSchemas()
                .get(PROBLEM)
                .addProperty(
                        "rows",
                        new JsonSchema()
                                .types(Set.of("array"))
                                .items(new JsonSchema().$ref(RejectedRow.class.getSimpleName()))
                                .description("With ROWS_REJECTED only: the rows that cannot be taken"));
    }

    /** Adds an answer for each status to a call. */
    void describeIn(Operation operation, boolean changesSomething) {
        var codes = new TreeSet<>(OF_EVERY_CALL);
        notedIn(operation).forEach(codes::add);
        if (operation.getRequestBody() != null) {
            codes.addAll(OF_CALLS_WITH_A_BODY);
        }
        if (changesSomething) {
            codes.addAll(OF_CALLS_THAT_CHANGE_SOMETHING);
        }
        operation.addExtension(CODES, List.copyOf(codes));
        codes.stream()
                .map(code -> ProblemType.of(code).orElseThrow(() -> new IllegalStateException("no problem " + code)))
                .collect(Collectors.groupingBy(ProblemType::status))
                .forEach((status, types) ->
                        operation.getResponses().addApiResponse(String.valueOf(status), answer(status, types)));
    }

    private ApiResponse answer(int status, List<ProblemType> types) {
        var problem = new MediaType().schema(new Schema<>().$ref(PROBLEM));
        types.forEach(
                type -> problem.addExamples(type.code(), new Example().$ref("#/components/examples/" + type.code())));
        var answer = new ApiResponse()
                .description(types.stream()
                        .map(type -> "[" + type.code() + "](" + type.page() + ")")
                        .collect(Collectors.joining(" · ")))
                .content(new Content().addMediaType(Problem.MEDIA_TYPE, problem));
        return COME_BACK.contains(status)
                ? answer.addHeaderObject(
                        "Retry-After",
                        new Header()
                                .description("The seconds after which another try is worth it")
                                .schema(new IntegerSchema().example(5)))
                : answer;
    }
}
