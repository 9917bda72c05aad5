package io.accountmigration.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.willAnswer;

import io.accountmigration.migration.MigrationState;
import io.accountmigration.publisher.PublisherRole;
import io.accountmigration.publisher.PublisherUser;
import io.accountmigration.publisher.UserType;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.stubbing.Answer;

/**
 * People edit users in the old account after they were transferred: the new account has exactly what the old one has in
 * the end, and nobody keeps or regains what was taken away.
 */
abstract class EditedUsersScenarios extends Scenario {

    private static final String ANN = "ann@contoso.com";

    /** What people do, and what the case says of it. */
    enum Edit {
        REMOVE_CONTRIBUTOR("USER_REMOVED", it -> it.remove("ann")),
        REMOVE_OWNER("USER_REMOVED", it -> it.remove("chief")),
        DISABLE("USER_DISABLED", it -> it.put("ann", ANN, PublisherRole.CONTRIBUTOR, false)),
        RENAME(null, it -> it.put("ann", "ann.new@contoso.com", PublisherRole.CONTRIBUTOR, true)),
        DEMOTE(null, it -> it.put("chief", CO_OWNER, PublisherRole.CONTRIBUTOR, true)),
        PROMOTE(null, it -> it.put("ann", ANN, PublisherRole.OWNER, true)),
        SWAP_ADDRESSES(null, it -> {
            it.put("ann", CO_OWNER, PublisherRole.CONTRIBUTOR, true);
            it.put("chief", ANN, PublisherRole.OWNER, true);
        }),
        REMOVE_AND_ADD_UNDER_ANOTHER_ID("USER_CREATED_AGAIN", it -> {
            it.remove("ann");
            it.put("ann-2", ANN, PublisherRole.CONTRIBUTOR, true);
        });

        private final String listedAs;
        private final Consumer<EditedUsersScenarios> edit;

        Edit(String listedAs, Consumer<EditedUsersScenarios> edit) {
            this.listedAs = listedAs;
            this.edit = edit;
        }
    }

    /** When they do it: the first time that the program makes this call. */
    enum Moment {
        WHILE_SETTINGS_ARE_VERIFIED {
            @Override
            void reached(EditedUsersScenarios scenario, Answer<?> edit) {
                willAnswer(edit).given(scenario.partnerCenter).settingsOf(any(), any());
            }
        },
        BEFORE_THE_SWITCH {
            @Override
            void reached(EditedUsersScenarios scenario, Answer<?> edit) {
                willAnswer(edit).given(scenario.portal).switchOver(any(), any(), any(), any());
            }
        };

        abstract void reached(EditedUsersScenarios scenario, Answer<?> edit);
    }

    static Stream<Arguments> edits() {
        return Arrays.stream(Edit.values())
                .flatMap(edit -> Arrays.stream(Moment.values()).map(moment -> Arguments.of(edit, moment)));
    }

    @ParameterizedTest
    @MethodSource("edits")
    void theNewAccountHasWhatTheOldOneHasInTheEnd(Edit edit, Moment moment) {
        put("ann", ANN, PublisherRole.CONTRIBUTOR, true);
        put("chief", CO_OWNER, PublisherRole.OWNER, true);
        start();
        moment.reached(this, once(() -> {
            edit.edit.accept(this);
            portal.editSettings(publisherId);
        }));

        provide(OWNER);

        assertThat(theCase().state()).isEqualTo(MigrationState.MIGRATED);
        assertThat(partnerCenter.principalsOf(publisherId)).containsExactlyInAnyOrderElementsOf(activeUsers());
        assertThat(theCase().usersLeftBehind())
                .extracting(user -> user.finding().code().name())
                .isEqualTo(edit.listedAs == null ? List.of() : List.of(edit.listedAs));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {" ann@contoso.com ", "ann@contoso.com\u00a0", "ann@contoso.com\u200b", "\ufeffAnn@Contoso.com"})
    void anAddressWithSomethingInvisibleAtItsEdgeArrives(String address) {
        put("ann", address, PublisherRole.CONTRIBUTOR, true);
        start();

        provide(OWNER);

        assertThat(theCase().state()).isEqualTo(MigrationState.MIGRATED);
        assertThat(theCase().usersLeftBehind()).isEmpty();
        assertThat(partnerCenter.principalsOf(publisherId))
                .containsExactlyInAnyOrder("MANAGER " + OWNER, "DEVELOPER " + ANN);
    }

    private static Answer<Object> once(Runnable edit) {
        var done = new AtomicBoolean();
        return call -> {
            if (done.compareAndSet(false, true)) {
                edit.run();
            }
            return call.callRealMethod();
        };
    }

    private List<String> activeUsers() {
        return portal.usersOf(publisherId).stream()
                .filter(PublisherUser::active)
                .map(user -> (user.role() == PublisherRole.OWNER ? "MANAGER " : "DEVELOPER ") + user.address())
                .toList();
    }

    private void put(String userId, String address, PublisherRole role, boolean active) {
        portal.putUser(
                publisherId, new PublisherUser(userId, address, userId, UserType.USER, role, active), version(), null);
    }

    private void remove(String userId) {
        portal.removeUser(publisherId, userId, version(), null);
    }

    private String version() {
        return portal.publisher(publisherId).version();
    }
}
