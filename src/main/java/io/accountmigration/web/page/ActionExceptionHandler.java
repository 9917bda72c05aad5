package io.accountmigration.web.page;

import static org.springframework.web.servlet.HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE;

import io.accountmigration.migration.Problem;
import io.accountmigration.migration.ProblemFactory;
import io.accountmigration.publisher.OutsideUnavailable;
import io.accountmigration.publisher.RequestRefused;
import io.accountmigration.web.campaign.CampaignForm;
import io.accountmigration.web.campaign.CampaignsPage;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Leads back to the page with the button that was pressed in vain, which then says why. */
@ControllerAdvice(annotations = ActionController.class)
class ActionExceptionHandler {

    private final ProblemFactory problems;
    private final FormFields formFields;

    ActionExceptionHandler(ProblemFactory problems, FormFields formFields) {
        this.formFields = formFields;
        this.problems = problems;
    }

    @ExceptionHandler
    String refused(RequestRefused refused, HttpServletRequest request, RedirectAttributes page, Locale locale) {
        var field = formFields.nameIn(refused);
        field.ifPresent(name -> page.addFlashAttribute("wrongField", name));
        var problem = field.map(name -> formFields.labelOf(name, locale))
                .map(label -> problems.of(refused.code(), refused.status(), label, locale))
                .orElseGet(() -> problems.of(refused, locale));
        return back(problem, request, page);
    }

    @ExceptionHandler
    String unavailable(
            OutsideUnavailable unavailable, HttpServletRequest request, RedirectAttributes page, Locale locale) {
        return back(problems.of(unavailable, locale), request, page);
    }

    @ExceptionHandler({DataIntegrityViolationException.class, ConcurrencyFailureException.class})
    String busy(HttpServletRequest request, RedirectAttributes page, Locale locale) {
        return back(problems.of("BUSY", 409, "", locale), request, page);
    }

    private static String back(Problem problem, HttpServletRequest request, RedirectAttributes page) {
        page.addFlashAttribute("refusal", problem);
        var pressed = String.valueOf(request.getAttribute(BEST_MATCHING_PATTERN_ATTRIBUTE));
        if (pressed.equals(CampaignsPage.PATH) || pressed.equals(CampaignsPage.FORECAST_PATH)) {
            page.addFlashAttribute("form", CampaignForm.typedIn(request));
            return "redirect:" + CampaignsPage.PATH;
        }
        if (pressed.startsWith(CampaignsPage.PATH)) {
            return "redirect:" + CampaignsPage.PATH + "/{campaignId}";
        }
        return pressed.startsWith("/publishers/")
                ? "redirect:/publishers/{publisherId}"
                : "redirect:/migrations/{publisherId}";
    }
}
