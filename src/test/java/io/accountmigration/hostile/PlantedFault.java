package io.accountmigration.hostile;

import static net.bytebuddy.matcher.ElementMatchers.named;

import io.accountmigration.partner.AccountCondition;
import io.accountmigration.partner.PartnerRole;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.agent.ByteBuddyAgent;
import net.bytebuddy.dynamic.ClassFileLocator;
import net.bytebuddy.dynamic.loading.ClassReloadingStrategy;
import net.bytebuddy.implementation.FixedValue;
import net.bytebuddy.implementation.Implementation;
import net.bytebuddy.implementation.MethodDelegation;
import net.bytebuddy.implementation.StubMethod;
import net.bytebuddy.implementation.bind.annotation.Argument;
import net.bytebuddy.implementation.bind.annotation.RuntimeType;

/** Faults that the program once had, or might have, put back into the running classes for as long as a test wants. */
enum PlantedFault {
    AN_EMPTY_LIST_IS_BELIEVED(
            answer("migration.move.AccountRoster", "hasOwnerOf", FixedValue.value(true)),
            answer("migration.move.CompareAccounts$Reading", "hasAnOwnerArrived", FixedValue.value(true)),
            answer("migration.move.PortalUsersReader", "missing", by("nobody"))),
    TWO_PEOPLE_BECOME_ONE(answer("migration.Migration", "isWorkEmailOfAnother", FixedValue.value(false))),
    NOBODY_IS_LISTED_AS_LEFT_BEHIND(answer("migration.move.RecordUsersNotMoved", "leave", StubMethod.INSTANCE)),
    WHO_IS_LEFT_BEHIND_IS_A_STRANGER(answer("usersync.comparison.UnmappableUserCheck$Judge", "of", by("toGo"))),
    EVERYBODY_ARRIVES_AS_OWNER(answer("partner.PartnerRole", "counterpartOf", by("manager"))),
    WHO_IS_DISABLED_COUNTS_AS_ACTIVE(answer("publisher.PublisherUser", "active", FixedValue.value(true))),
    AN_ACCOUNT_THAT_IS_NOT_ACTIVE_COUNTS_AS_ACTIVE(
            answer("partner.AccountCondition", "of", by("active")),
            answer("migration.move.RestoreActivation", "of", StubMethod.INSTANCE)),
    A_MOVED_ACCOUNT_IS_NOT_ADOPTED(answer("migration.move.AdoptMovedAccount", "adopt", FixedValue.value(false))),
    THE_LOCK_STAYS(
            answer("outside.cpp.HttpCloudPartnerPortal", "unlock", StubMethod.INSTANCE),
            answer("migration.revert.VerifyRevert", "isLocked", FixedValue.value(false))),
    THE_OPENED_ACCOUNT_STAYS(answer("migration.revert.CloseAccountOpenedByCase", "closeFor", FixedValue.value(false))),
    LISTS_ARE_NEVER_LATE(answer("usersync.SyncSettings", "lag", by("noLag"))),
    REMOVALS_ARE_NOT_COUNTED(answer("usersync.cycle.GuardRemovals", "check", StubMethod.INSTANCE)),
    THE_LAST_OWNER_MAY_GO(answer("usersync.cycle.PortalEntries", "isLastOwner", FixedValue.value(false))),
    CASE_MAKES_ANOTHER_ADDRESS(answer("publisher.EmailAddress", "areSame", by("sameLetters"))),
    ADDRESSES_ARE_NEVER_FREED(
            answer("usersync.cycle.PortalAddresses", "makeRoomFor", FixedValue.value(false)),
            answer("usersync.cycle.AddressOrder", "noteLeaving", StubMethod.INSTANCE)),
    AN_OLDER_CHANGE_WINS(answer("usersync.UserLink", "isNewerThan", FixedValue.value(false))),
    TWO_USERS_HAVE_ONE_ENTRY(answer("usersync.cycle.PortalEntries", "isFree", FixedValue.value(true)));

    /** A method that answers something else than it should. */
    record Answer(String type, String method, Implementation implementation) {}

    private final List<Answer> answers;

    PlantedFault(Answer... answers) {
        this.answers = List.of(answers);
    }

    private static Answer answer(String type, String method, Implementation implementation) {
        return new Answer("io.accountmigration." + type, method, implementation);
    }

    private static Implementation by(String method) {
        return MethodDelegation.withDefaultConfiguration().filter(named(method)).to(Answers.class);
    }

    /** The methods of this fault that the program does not have (any more). */
    List<String> unknown() {
        return answers.stream()
                .filter(answer -> Stream.of(type(answer).getDeclaredMethods())
                        .noneMatch(method -> method.getName().equals(answer.method())))
                .map(Answer::toString)
                .toList();
    }

    void plant() {
        ByteBuddyAgent.install();
        for (var answer : answers) {
            var type = type(answer);
            new ByteBuddy()
                    .redefine(type, ClassFileLocator.ForClassLoader.of(type.getClassLoader()))
                    .method(named(answer.method()))
                    .intercept(answer.implementation())
                    .make()
                    .load(type.getClassLoader(), ClassReloadingStrategy.fromInstalledAgent());
        }
    }

    void remove() {
        for (var answer : answers) {
            try {
                ClassReloadingStrategy.fromInstalledAgent()
                        .reset(ClassFileLocator.ForClassLoader.of(type(answer).getClassLoader()), type(answer));
            } catch (IOException impossible) {
                throw new UncheckedIOException(impossible);
            }
        }
    }

    private static Class<?> type(Answer answer) {
        try {
            return Class.forName(answer.type());
        } catch (ClassNotFoundException renamed) {
            throw new IllegalStateException(renamed);
        }
    }

    /** What planted methods answer. */
    public static final class Answers {

        private Answers() {}

        public static List<?> nobody() {
            return List.of();
        }

        public static PartnerRole manager() {
            return PartnerRole.MANAGER;
        }

        public static AccountCondition active() {
            return AccountCondition.ACTIVE;
        }

        public static Duration noLag() {
            return Duration.ZERO;
        }

        public static boolean sameLetters(@Argument(0) String one, @Argument(1) String other) {
            return Objects.equals(one, other);
        }

        @RuntimeType
        public static Object toGo() throws ReflectiveOperationException {
            Field toGo = Class.forName("io.accountmigration.usersync.comparison.UnmappableUserCheck$Verdict")
                    .getDeclaredField("TO_GO");
            toGo.setAccessible(true);
            return toGo.get(null);
        }
    }
}
