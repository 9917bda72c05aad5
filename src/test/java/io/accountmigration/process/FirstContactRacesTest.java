package io.accountmigration.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.accountmigration.migration.Caller;
import io.accountmigration.migration.MigrationRefused;
import io.accountmigration.migration.Refusal;
import io.accountmigration.publisher.EmailAddress;
import io.accountmigration.publisher.RecognisePerson;
import io.accountmigration.publisher.RecognisePerson.Recognised;
import io.accountmigration.publisher.RecognisePerson.Recognition;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.springframework.beans.factory.annotation.Autowired;

/** Two requests may see a person or a publisher's user for the first time at the same moment, on PostgreSQL. */
class FirstContactRacesTest extends PostgresScenario {

    private static final String ISSUER = "https://sso.example.com";
    private static final int ROUNDS = 5;

    @Autowired
    private RecognisePerson recognisePerson;

    @RepeatedTest(ROUNDS)
    void oneOfTheStartsOfAKnownOwnersPublisherIsDone() throws Exception {
        var owner = address("known");
        portal.add(publisherId, Optional.of(PARTNER_ID), owner.value());
        recognisePerson.remember(owner);
        var refusals = new ConcurrentLinkedQueue<Refusal>();
        var self = new Caller(owner.value(), Set.of(Caller.Role.PUBLISHER_USER));

        LimitRacesTest.atTheSameMoment(IntStream.range(0, LimitRacesTest.AT_ONCE)
                .<Runnable>mapToObj(number -> () -> {
                    try {
                        workflow.start(
                                publisherId, Optional.of(owner.value()), number % 2 == 0 ? self : Caller.PROGRAM);
                    } catch (MigrationRefused refused) {
                        refusals.add(refused.refusal());
                    }
                })
                .toList());

        assertThat(refusals).hasSize(LimitRacesTest.AT_ONCE - 1).containsOnly(Refusal.ALREADY_RUNNING);
        assertThat(migrations.latest(publisherId)).isPresent();
    }

    @RepeatedTest(ROUNDS)
    void aPersonIsRememberedOnce() throws Exception {
        var owner = address("remembered");

        LimitRacesTest.atTheSameMoment(times(() -> recognisePerson.remember(owner)));

        assertThat(recognisePerson.known("local", owner.value())).hasValue(owner.value());
    }

    @RepeatedTest(ROUNDS)
    void firstSignInsOfOnePersonAreOnePerson() throws Exception {
        var owner = address("signing-in");
        portal.add(publisherId, Optional.of(PARTNER_ID), owner.value());

        assertThat(signInsTogether(owner)).containsOnly(new Recognised(owner.value()));
    }

    @RepeatedTest(ROUNDS)
    void firstSignInsOfSomebodyWhoHadAPasswordAreOnePerson() throws Exception {
        var owner = address("with-a-password");
        portal.add(publisherId, Optional.of(PARTNER_ID), owner.value());
        recognisePerson.remember(owner);

        assertThat(signInsTogether(owner)).containsOnly(new Recognised(owner.value()));
    }

    @RepeatedTest(ROUNDS)
    void aNewAddressMayBeSeenByManySignIns() throws Exception {
        var owner = address("before");
        portal.add(publisherId, Optional.of(PARTNER_ID), owner.value());
        recognisePerson.recognise(ISSUER, publisherId, Optional.of(owner));

        assertThat(signInsTogether(address("after"))).containsOnly(new Recognised(owner.value()));
    }

    private List<Recognition> signInsTogether(EmailAddress address) throws Exception {
        var recognitions = new ConcurrentLinkedQueue<Recognition>();
        LimitRacesTest.atTheSameMoment(
                times(() -> recognitions.add(recognisePerson.recognise(ISSUER, publisherId, Optional.of(address)))));
        assertThat(recognitions).hasSize(LimitRacesTest.AT_ONCE);
        return List.copyOf(recognitions);
    }

    private EmailAddress address(String user) {
        return new EmailAddress(user + "@" + publisherId.toLowerCase(java.util.Locale.ROOT) + ".example");
    }

    private static List<Runnable> times(Runnable work) {
        return IntStream.range(0, LimitRacesTest.AT_ONCE)
                .<Runnable>mapToObj(number -> work)
                .toList();
    }
}
