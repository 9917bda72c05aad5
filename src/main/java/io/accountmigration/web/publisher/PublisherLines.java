package io.accountmigration.web.publisher;

import io.accountmigration.migration.Caller;
import io.accountmigration.migration.CaseView;
import io.accountmigration.migration.MigrationState;
import io.accountmigration.migration.Migrations;
import io.accountmigration.migration.OpenTask;
import io.accountmigration.migration.PublisherBanner;
import io.accountmigration.migration.PublisherBanner.State;
import io.accountmigration.migration.ViewMigrations;
import io.accountmigration.publisher.Publisher;
import io.accountmigration.publisher.PublisherMembership;
import io.accountmigration.publisher.PublisherPeople;
import io.accountmigration.publisher.PublisherReader;
import io.accountmigration.publisher.PublisherRole;
import io.accountmigration.web.migration.CaseModelMapper;
import io.accountmigration.web.page.LocalLink;
import io.accountmigration.web.page.Viewer;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Says of each publisher that a person owns how it stands and what the person does next. */
@Component
class PublisherLines {

    /** Where no migration tells the state the portal is asked, and somebody waits for its answers. */
    private static final int ASKED_AT_MOST = 10;

    private final ViewMigrations migrations;
    private final PublisherReader publishers;
    private final PublisherPeople people;
    private final PublisherBanner publisherBanner;
    private final BannerTexts bannerTexts;

    PublisherLines(
            ViewMigrations migrations,
            PublisherReader publishers,
            PublisherPeople people,
            PublisherBanner publisherBanner,
            BannerTexts bannerTexts) {
        this.migrations = migrations;
        this.publishers = publishers;
        this.people = people;
        this.publisherBanner = publisherBanner;
        this.bannerTexts = bannerTexts;
    }

    /** Makes a line of each membership, in their order. */
    List<PublisherLine> of(List<PublisherMembership> memberships, Viewer viewer) {
        var owned = memberships.stream()
                .filter(membership -> membership.role() == PublisherRole.OWNER)
                .map(PublisherMembership::publisherId)
                .toList();
        var cases = migrations.newestOf(owned, viewer.caller()).stream()
                .filter(PublisherLines::tellsTheState)
                .collect(Collectors.toMap(view -> Publisher.keyOf(view.publisherId()), Function.identity()));
        var asked = owned.stream()
                .filter(id -> !cases.containsKey(Publisher.keyOf(id)))
                .limit(ASKED_AT_MOST)
                .collect(Collectors.toCollection(HashSet::new));
        return memberships.stream()
                .map(membership -> line(membership, cases, viewer)
                        .or(() -> Optional.of(membership)
                                .filter(unknown -> asked.contains(unknown.publisherId()))
                                .flatMap(unknown -> askedOf(unknown, viewer.caller())))
                        .orElseGet(() -> PublisherLine.withoutState(
                                membership.publisherId(), membership.displayName(), membership.role())))
                .toList();
    }

    private static boolean tellsTheState(CaseView view) {
        return !view.state().isFinal() || view.state() == MigrationState.MIGRATED;
    }

    private static Optional<PublisherLine> line(
            PublisherMembership membership, Map<String, CaseView> cases, Viewer viewer) {
        return Optional.ofNullable(cases.get(Publisher.keyOf(membership.publisherId())))
                .map(view -> {
                    var task = CaseModelMapper.taskFor(viewer, view).map(OpenTask::url);
                    return new PublisherLine(
                            membership.publisherId(),
                            membership.displayName(),
                            membership.role(),
                            "state." + view.situation(),
                            task.isPresent()
                                    ? "step." + view.step()
                                    : view.state() == MigrationState.MIGRATED ? "home.moved" : "banner.follow",
                            task.map(LocalLink::of).orElseGet(() -> Migrations.linkOf(membership.publisherId())));
                });
    }

    /** As the banner says it; the portal may not list the person any more, or not as this person. */
    private Optional<PublisherLine> askedOf(PublisherMembership membership, Caller caller) {
        return publishers
                .read(membership.publisherId())
                .filter(snapshot -> people.userOf(snapshot, caller.userId()).isPresent())
                .map(snapshot -> publisherBanner.bannerOf(snapshot, caller))
                .filter(banner -> banner.audience() == PublisherRole.OWNER)
                .map(banner -> new PublisherLine(
                        membership.publisherId(),
                        membership.displayName(),
                        membership.role(),
                        "banner.title." + banner.state(),
                        bannerTexts.actionKey(banner).orElse(null),
                        banner.state() == State.NOT_MIGRATED
                                ? null
                                : bannerTexts.actionUrl(banner).orElse(null)));
    }
}
