package io.accountmigration.web.publisher;

import io.accountmigration.migration.Caller;
import io.accountmigration.publisher.EmailAddress;
import io.accountmigration.publisher.Publisher;
import io.accountmigration.publisher.PublisherMembership;
import io.accountmigration.publisher.PublisherPeople;
import io.accountmigration.publisher.PublisherReader;
import io.accountmigration.web.migration.CaseListQueries;
import io.accountmigration.web.page.PageController;
import io.accountmigration.web.page.Viewer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The first page: a publisher's people see their publishers, operators the newest migrations. */
@PageController
class HomePage {

    private static final int RENAMED_AT_MOST = 10;

    private final PublisherReader publishers;
    private final PublisherPeople people;
    private final PublisherLines lines;
    private final CaseListQueries cases;

    HomePage(PublisherReader publishers, PublisherPeople people, PublisherLines lines, CaseListQueries cases) {
        this.lines = lines;
        this.people = people;
        this.publishers = publishers;
        this.cases = cases;
    }

    @GetMapping("/")
    String home(Caller caller, Locale locale, Model model) {
        var viewer = new Viewer(caller);
        if (viewer.publisherUser()) {
            model.addAttribute("publishers", lines.of(publishersOf(caller.userId()), viewer));
        }
        if (viewer.operator()) {
            model.addAttribute("cases", cases.newest(locale));
        }
        return "home";
    }

    /** Those of the person's address, and those where the portal has the person under another one. */
    private List<PublisherMembership> publishersOf(String name) {
        var ofAddress = people.addressOf(name)
                .flatMap(EmailAddress::parse)
                .map(publishers::publishersOf)
                .orElse(List.of());
        var listed = ofAddress.stream()
                .map(membership -> Publisher.keyOf(membership.publisherId()))
                .collect(Collectors.toSet());
        var renamed = people.publishersBoundTo(name).stream()
                .filter(key -> !listed.contains(key))
                .limit(RENAMED_AT_MOST)
                .flatMap(key -> membershipOf(key, name).stream());
        return Stream.concat(ofAddress.stream(), renamed).toList();
    }

    private Optional<PublisherMembership> membershipOf(String publisherId, String name) {
        return publishers.read(publisherId).flatMap(snapshot -> people.userOf(snapshot, name)
                .map(user -> new PublisherMembership(
                        snapshot.publisher().id(),
                        user.userId(),
                        snapshot.publisher().displayName(),
                        user.role())));
    }
}
