package io.accountmigration.web.publisher;

import io.accountmigration.migration.Caller;
import io.accountmigration.publisher.EmailAddress;
import io.accountmigration.publisher.PublisherPeople;
import io.accountmigration.publisher.PublisherReader;
import io.accountmigration.web.migration.CaseListQueries;
import io.accountmigration.web.page.PageController;
import io.accountmigration.web.page.Viewer;
import java.util.List;
import java.util.Locale;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The first page: a publisher's people see their publishers, operators the newest migrations. */
@PageController
class HomePage {

    private final PublisherReader publishers;
    private final PublisherPeople people;
    private final CaseListQueries cases;

    HomePage(PublisherReader publishers, PublisherPeople people, CaseListQueries cases) {
        this.people = people;
        this.publishers = publishers;
        this.cases = cases;
    }

    @GetMapping("/")
    String home(Caller caller, Locale locale, Model model) {
        var viewer = new Viewer(caller);
        if (viewer.publisherUser()) {
            model.addAttribute(
                    "publishers",
                    people.addressOf(caller.userId())
                            .flatMap(EmailAddress::parse)
                            .map(publishers::publishersOf)
                            .orElse(List.of()));
        }
        if (viewer.operator()) {
            model.addAttribute("cases", cases.newest(locale));
        }
        return "home";
    }
}
