package io.accountmigration.hostile;

import static net.bytebuddy.matcher.ElementMatchers.named;

import io.accountmigration.partner.AccountCondition;
import io.accountmigration.partner.AccountKind;
import io.accountmigration.partner.PartnerRole;
import io.accountmigration.usersync.IncomingChange;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.agent.ByteBuddyAgent;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.dynamic.ClassFileLocator;
import net.bytebuddy.dynamic.DynamicType;
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
            Topic.EMPTY_SHORT_OR_OLD_LISTS,
            answer("migration.move.AccountRoster", "hasOwnerOf", FixedValue.value(true)),
            answer("migration.move.CompareAccounts$Reading", "hasAnOwnerArrived", FixedValue.value(true)),
            answer("migration.move.PortalUsersReader", "missing", by("nobody"))),
    TWO_PEOPLE_BECOME_ONE(
            Topic.ADDRESS_OF_ANOTHER_PERSON,
            answer("migration.Migration", "isWorkEmailOfAnother", FixedValue.value(false)),
            answer("migration.Migration", "isOfAnotherUser", FixedValue.value(false))),
    NOBODY_IS_LISTED_AS_LEFT_BEHIND(
            Topic.GUESTS_ALIASES_GROUPS_AND_PROGRAMS,
            answer("migration.Migration", "leaveBehind", StubMethod.INSTANCE)),
    WHO_IS_LEFT_BEHIND_IS_A_STRANGER(
            Topic.GUESTS_ALIASES_GROUPS_AND_PROGRAMS,
            answer("usersync.comparison.UnmappableUserCheck$Judge", "of", by("toGo"))),
    EVERYBODY_ARRIVES_AS_OWNER(Topic.ANYTHING, answer("partner.PartnerRole", "counterpartOf", by("manager"))),
    WHO_IS_DISABLED_COUNTS_AS_ACTIVE(
            Topic.OWNERS_WHO_LEAVE, answer("publisher.PublisherUser", "active", FixedValue.value(true))),
    AN_ACCOUNT_THAT_IS_NOT_ACTIVE_COUNTS_AS_ACTIVE(
            Topic.LOST_ACTIVATION,
            answer("partner.AccountCondition", "of", by("active")),
            answer("migration.move.RestoreActivation", "of", StubMethod.INSTANCE)),
    A_MOVED_ACCOUNT_IS_NOT_ADOPTED(
            Topic.RESTARTS_AND_RESTORES, answer("migration.move.AdoptMovedAccount", "adopt", FixedValue.value(false))),
    THE_LOCK_STAYS(
            Topic.OPERATORS_WHO_GIVE_UP_AND_COMPARE,
            answer("outside.cpp.HttpCloudPartnerPortal", "unlock", StubMethod.INSTANCE),
            answer("migration.revert.VerifyRevert", "isLocked", FixedValue.value(false))),
    THE_OPENED_ACCOUNT_STAYS(
            Topic.OPERATORS_WHO_GIVE_UP_AND_COMPARE,
            answer("migration.revert.CloseAccountOpenedByCase", "closeFor", FixedValue.value(false))),
    LISTS_ARE_NEVER_LATE(Topic.LATE_LISTS, answer("usersync.SyncSettings", "lag", by("noLag"))),
    REMOVALS_ARE_NOT_COUNTED(
            Topic.MANY_REMOVALS_AND_WHO_DECIDES, answer("usersync.cycle.GuardRemovals", "check", StubMethod.INSTANCE)),
    THE_LAST_OWNER_MAY_GO(
            Topic.OWNERS_WHO_LEAVE, answer("usersync.cycle.PortalEntries", "isLastOwner", FixedValue.value(false))),
    CASE_MAKES_ANOTHER_ADDRESS(Topic.ODD_CASE, answer("publisher.EmailAddress", "areSame", by("sameLetters"))),
    ADDRESSES_ARE_NEVER_FREED(
            Topic.UNIQUE_ADDRESSES,
            answer("usersync.cycle.PortalAddresses", "makeRoomFor", FixedValue.value(false)),
            answer("usersync.cycle.AddressOrder", "noteLeaving", StubMethod.INSTANCE)),
    WHAT_WAS_EDITED_AFTER_THE_TRANSFER_STAYS(
            Topic.EDITS_BETWEEN_TWO_CALLS, answer("migration.move.AccountRoster", "surplus", by("nobody"))),
    WHO_IS_MISSING_IN_A_LIST_IS_REMOVED(
            Topic.ANYTHING,
            answer("usersync.cycle.RemovalEvidence", "whyDoubtful", by("nothing")),
            answer("usersync.cycle.ValidateChanges", "missingSince", by("nothing"))),
    A_PUSH_COUNTS_AS_OF_THE_TIME_IT_NAMES(
            Topic.PUSH_AGAINST_POLL, answer("usersync.UserChange", "notAfter", by("asTold"))),
    AN_OLDER_CHANGE_WINS(Topic.PUSH_AGAINST_POLL, answer("usersync.UserLink", "isNewerThan", FixedValue.value(false))),
    A_LOCK_MAY_END_IN_THE_PAST(
            Topic.LOCKS_THAT_END, answer("migration.move.TakeMoveLock", "end", by("twentyHoursAfter"))),
    NO_ANSWER_IS_A_VERDICT(
            Topic.REFUSALS_THAT_LOOK_LIKE_VERDICTS,
            instead("outside.directory.HttpTenantDirectory", "tenantOf", NoTenantWhenItFails.class)),
    TWO_USERS_HAVE_ONE_ENTRY(
            Topic.RENAMED_SWAPPED_AND_CREATED_AGAIN,
            answer("usersync.cycle.PortalEntries", "isFree", FixedValue.value(true)));

    /** A method that answers something else than it should, or that continues where it should fail. */
    record Answer(String type, String method, Implementation implementation, Class<?> advice) {

        private DynamicType.Builder<?> plant(DynamicType.Builder<?> builder) {
            return advice == null
                    ? builder.method(named(method)).intercept(implementation)
                    : builder.visit(Advice.to(advice).on(named(method)));
        }
    }

    private final Topic topic;
    private final List<Answer> answers;

    /** @param topic what a world has to have for the fault to matter */
    PlantedFault(Topic topic, Answer... answers) {
        this.topic = topic;
        this.answers = List.of(answers);
    }

    boolean matters(World world) {
        return topic.isIn(world);
    }

    private static Answer answer(String type, String method, Implementation implementation) {
        return new Answer("io.accountmigration." + type, method, implementation, null);
    }

    private static Answer instead(String type, String method, Class<?> advice) {
        return new Answer("io.accountmigration." + type, method, null, advice);
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
            answer.plant(new ByteBuddy().redefine(type, ClassFileLocator.ForClassLoader.of(type.getClassLoader())))
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

    /** Takes each failure for the answer that there is no such organisation. */
    public static final class NoTenantWhenItFails {

        private NoTenantWhenItFails() {}

        @Advice.OnMethodExit(onThrowable = Throwable.class)
        static void exit(
                @Advice.Return(readOnly = false) AccountKind kind, @Advice.Thrown(readOnly = false) Throwable failed) {
            if (failed != null) {
                failed = null;
                kind = new AccountKind.NoTenant();
            }
        }
    }

    /** What planted methods answer. */
    public static final class Answers {

        private Answers() {}

        public static List<?> nobody() {
            return List.of();
        }

        public static Optional<?> nothing() {
            return Optional.empty();
        }

        public static Instant asTold(@Argument(1) IncomingChange change) {
            return change.occurredAt();
        }

        public static PartnerRole manager() {
            return PartnerRole.MANAGER;
        }

        public static AccountCondition active() {
            return AccountCondition.ACTIVE;
        }

        public static Instant twentyHoursAfter(@Argument(0) Instant due) {
            return due.plus(Duration.ofHours(20)).truncatedTo(ChronoUnit.SECONDS);
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
