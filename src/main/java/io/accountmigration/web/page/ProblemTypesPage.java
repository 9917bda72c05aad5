package io.accountmigration.web.page;

import io.accountmigration.migration.Problem;
import io.accountmigration.migration.ProblemFactory;
import io.accountmigration.migration.ProblemType;
import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;

/** What each kind of problem means and what to do about it: where the {@code type} of a problem leads to. */
@Controller
@RequestMapping(ProblemType.PAGES)
class ProblemTypesPage {

    private final ProblemFactory problems;

    ProblemTypesPage(ProblemFactory problems) {
        this.problems = problems;
    }

    @GetMapping
    String all(Locale locale, Model model) {
        model.addAttribute("problems", examples(locale));
        return "problem-types";
    }

    @GetMapping("/{code}")
    String one(@PathVariable String code, Locale locale, Model model) {
        var type = ProblemType.of(code).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        model.addAttribute("problem", problems.exampleOf(type, locale));
        model.addAttribute("example", type.example());
        return "problem-type";
    }

    private List<Problem> examples(Locale locale) {
        return ProblemType.all().stream()
                .map(type -> problems.exampleOf(type, locale))
                .toList();
    }
}
