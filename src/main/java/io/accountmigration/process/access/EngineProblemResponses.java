package io.accountmigration.process.access;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.accountmigration.campaign.CampaignRefused;
import io.accountmigration.migration.MigrationRefused;
import io.accountmigration.migration.Problem;
import io.accountmigration.migration.ProblemFactory;
import io.accountmigration.migration.owners.RefreshOwners;
import io.accountmigration.migration.owners.RequestOwnerSearch;
import io.accountmigration.process.engine.ExceptionCauses;
import io.accountmigration.process.engine.ExpressionNotAllowedException;
import io.accountmigration.publisher.OutsideUnavailable;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.TaskAlreadyClaimedException;
import org.camunda.bpm.engine.exception.NotFoundException;
import org.camunda.bpm.engine.rest.exception.ExceptionHandlerHelper;
import org.camunda.bpm.engine.rest.exception.RestException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Says to callers of the engine's REST interface why something was not done, as our own interface does. */
@Component
class EngineProblemResponses {

    private static final Logger LOG = LoggerFactory.getLogger(EngineProblemResponses.class);

    private final ProblemFactory problems;
    private final RequestOwnerSearch requestOwnerSearch;
    private final RefreshOwners refreshOwners;
    private final ExplainTaskRefusal explainTaskRefusal;
    private final TaskVisibility taskVisibility;
    private final String webapps;

    EngineProblemResponses(
            ProblemFactory problems,
            RequestOwnerSearch requestOwnerSearch,
            RefreshOwners refreshOwners,
            ExplainTaskRefusal explainTaskRefusal,
            TaskVisibility taskVisibility,
            @Value("${camunda.bpm.webapp.application-path:/camunda}") String webapps) {
        this.problems = problems;
        this.requestOwnerSearch = requestOwnerSearch;
        this.refreshOwners = refreshOwners;
        this.explainTaskRefusal = explainTaskRefusal;
        this.taskVisibility = taskVisibility;
        this.webapps = webapps;
    }

    /**
     * Where a start was refused for want of an owner, operators are asked for one, as at our own interface; the task of
     * a former owner is reassigned.
     */
    Response answer(Throwable failure, HttpServletRequest request) {
        var refused = ExceptionCauses.find(failure, MigrationRefused.class).or(() -> lateClaim(failure));
        refused.ifPresent(it -> {
            requestOwnerSearch.after(it.refusal(), it.subject());
            refreshOwners.after(it);
        });
        var locale = LocaleContextHolder.getLocale();
        var unavailable = ExceptionCauses.find(failure, OutsideUnavailable.class);
        if (unavailable.isPresent()) {
            return response(problems.of(unavailable.get(), locale), request)
                    .header("Retry-After", problems.retryAfterSeconds(unavailable.get()))
                    .build();
        }
        return response(describe(failure, request, locale), request).build();
    }

    private Problem describe(Throwable failure, HttpServletRequest request, Locale locale) {
        if (ExceptionCauses.find(failure, ExpressionNotAllowedException.class).isPresent()) {
            return problems.of("EXPRESSION_NOT_ALLOWED", 400, "", locale);
        }
        if (ExceptionCauses.isLostRace(failure) || RequestFaults.isTaken(failure)) {
            return problems.of("BUSY", 409, "", locale);
        }
        if (taskVisibility.isGone(request)) {
            return problems.of("TASK_NOT_FOUND", 404, "", locale);
        }
        var refused = ExceptionCauses.findRefused(failure).or(() -> lateClaim(failure));
        if (refused.isPresent()) {
            return problems.of(refused.get(), locale);
        }
        if (ExceptionCauses.find(failure, TaskAlreadyClaimedException.class).isPresent()) {
            return problems.of("BUSY", 409, "", locale);
        }
        var campaignRefused = ExceptionCauses.find(failure, CampaignRefused.class);
        if (campaignRefused.isPresent()) {
            return problems.of(campaignRefused.get(), locale);
        }
        var formerOwner = taskVisibility.taskOf(request).flatMap(explainTaskRefusal::toFormerOwner);
        if (formerOwner.isPresent()) {
            return problems.of(formerOwner.get(), locale);
        }
        if (taskVisibility.isHidden(request)) {
            return problems.of("TASK_NOT_FOUND", 404, "", locale);
        }
        if (ExceptionCauses.find(failure, AuthorizationException.class).isPresent()) {
            LOG.debug("not allowed", failure);
            return problems.of("NOT_ALLOWED", 403, "", locale);
        }
        if (RequestFaults.isAboutAnUnknownId(failure)) {
            return problems.of("NOT_FOUND", 404, "", locale);
        }
        if (ExceptionCauses.find(failure, JsonProcessingException.class).isPresent()) {
            return problems.of("BODY_UNREADABLE", 400, "", locale);
        }
        return byStatus(statusOf(failure), failure, locale);
    }

    private Problem byStatus(int status, Throwable failure, Locale locale) {
        return switch (status) {
            case 400 -> {
                LOG.debug("the engine refused a request: {}", failure.toString());
                yield problems.of("REQUEST_INVALID", 400, "", locale);
            }
            case 401 -> problems.of("UNAUTHENTICATED", 401, "", locale);
            case 403 -> problems.of("NOT_ALLOWED", 403, "", locale);
            case 404 -> problems.of("NOT_FOUND", 404, "", locale);
            case 405 -> problems.of("METHOD_NOT_ALLOWED", 405, "", locale);
            case 406 -> problems.of("NOT_ACCEPTABLE", 406, "", locale);
            case 409 -> problems.of("BUSY", 409, "", locale);
            case 415 -> problems.of("MEDIA_TYPE_NOT_SUPPORTED", 415, "", locale);
            default -> {
                LOG.error("a call to the engine failed", failure);
                yield problems.of("INTERNAL_ERROR", 500, "", locale);
            }
        };
    }

    private Optional<MigrationRefused> lateClaim(Throwable failure) {
        return ExceptionCauses.find(failure, TaskAlreadyClaimedException.class)
                .flatMap(explainTaskRefusal::toLateClaimer);
    }

    private static int statusOf(Throwable failure) {
        if (failure instanceof WebApplicationException web) {
            return web.getResponse().getStatus();
        }
        if (ExceptionCauses.find(failure, BadUserRequestException.class).isPresent()
                || ExceptionCauses.find(failure, ParseException.class).isPresent()
                || RequestFaults.isInvalidValue(failure)) {
            return 400;
        }
        if (failure instanceof RestException rest) {
            var status = ExceptionHandlerHelper.getInstance().getStatus(rest).getStatusCode();
            return status == 500 && isRefusedByTheEngineItself(failure) ? 400 : status;
        }
        if (ExceptionCauses.find(failure, NotFoundException.class).isPresent()) {
            return 404;
        }
        if (failure instanceof ProcessEngineException engine) {
            var status = ExceptionHandlerHelper.getInstance().getStatus(engine).getStatusCode();
            return status == 500 && isRefusedByTheEngineItself(failure) ? 400 : status;
        }
        return 500;
    }

    /** The engine calls much of what it is wrongly asked for a failure of its own; a real one has another cause. */
    private static boolean isRefusedByTheEngineItself(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .allMatch(cause -> cause instanceof RestException || cause.getClass() == ProcessEngineException.class);
    }

    private Response.ResponseBuilder response(Problem problem, HttpServletRequest request) {
        var forPeople = request.getRequestURI().startsWith(webapps + "/");
        return Response.status(problem.status())
                .type(Problem.MEDIA_TYPE)
                .entity(forPeople ? WebappProblem.of(problem) : problem);
    }
}
