package io.accountmigration.migration;

import java.time.Clock;
import org.springframework.stereotype.Component;

/** Counts the mails that a person gets unasked, of all accounts together; a person is kept by id, not by address. */
@Component
class QuietCap {

    private final ToldPersons toldPersons;
    private final FollowUpSettings settings;
    private final Clock clock;

    QuietCap(ToldPersons toldPersons, FollowUpSettings settings, Clock clock) {
        this.toldPersons = toldPersons;
        this.settings = settings;
        this.clock = clock;
    }

    /** Whether one more may be sent now; if so, it counts as sent. */
    boolean allows(String address) {
        var person = Actor.person(address).id();
        var now = clock.instant();
        toldPersons.forget(person, now.minus(settings.per()));
        if (toldPersons.countByPerson(person) >= settings.mailsAtMost()) {
            return false;
        }
        toldPersons.save(new ToldPerson(person, now));
        return true;
    }
}
