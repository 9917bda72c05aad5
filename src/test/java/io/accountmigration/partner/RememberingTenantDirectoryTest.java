package io.accountmigration.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.accountmigration.program.AdjustableClock;
import io.accountmigration.publisher.EmailAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RememberingTenantDirectoryTest {

    private static final Tenant CONTOSO = new Tenant("t-contoso", "Contoso, Ltd");
    private static final Tenant FABRIKAM = new Tenant("t-fabrikam", "Fabrikam, Inc.");
    private static final EmailAddress OWNER = new EmailAddress("owner@contoso.com");
    private static final EmailAddress COLLEAGUE = new EmailAddress("colleague@contoso.com");

    private final AdjustableClock clock =
            new AdjustableClock(Clock.fixed(Instant.parse("2026-03-02T09:00:00Z"), ZoneOffset.UTC));
    private AccountKind answer = new AccountKind.Work(CONTOSO);
    private int calls;
    private final TenantDirectory directory = new RememberingTenantDirectory(this::answer, clock);

    private AccountKind answer(EmailAddress address) {
        calls++;
        return answer;
    }

    @Test
    void aDomainThatIsAcceptedIsAskedForOnce() {
        assertThat(directory.kindOf(OWNER, List.of(CONTOSO))).isEqualTo(new AccountKind.Work(CONTOSO));
        assertThat(directory.kindOf(COLLEAGUE, List.of(FABRIKAM, CONTOSO))).isEqualTo(new AccountKind.Work(CONTOSO));
        assertThat(directory.kindOf(new EmailAddress("owner@fabrikam.com"), List.of(CONTOSO)))
                .isEqualTo(new AccountKind.Work(CONTOSO));

        assertThat(calls).isEqualTo(2);
    }

    @Test
    void whatIsKnownIsAskedForAgainAfterSomeMinutes() {
        directory.kindOf(OWNER, List.of(CONTOSO));
        clock.advance(Duration.ofMinutes(5));
        answer = new AccountKind.Unmanaged();

        assertThat(directory.kindOf(OWNER, List.of(CONTOSO))).isEqualTo(new AccountKind.Unmanaged());
    }

    static Stream<AccountKind> refusals() {
        return Stream.of(
                new AccountKind.Consumer(),
                new AccountKind.NoTenant(),
                new AccountKind.Unmanaged(),
                new AccountKind.Work(FABRIKAM));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void nobodyIsRefusedFromMemory(AccountKind refusal) {
        answer = refusal;
        assertThat(directory.kindOf(OWNER, List.of(CONTOSO))).isEqualTo(refusal);

        answer = new AccountKind.Work(CONTOSO);
        assertThat(directory.kindOf(OWNER, List.of(CONTOSO))).isEqualTo(new AccountKind.Work(CONTOSO));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void anAnswerOfNowReplacesWhatIsKnown(AccountKind refusal) {
        directory.kindOf(OWNER, List.of(CONTOSO));
        answer = refusal;

        assertThat(directory.kindOf(COLLEAGUE)).isEqualTo(refusal);
        assertThat(directory.kindOf(OWNER, List.of(CONTOSO))).isEqualTo(refusal);
    }

    @Test
    void aDirectoryThatDoesNotAnswerIsNotAnsweredFor() {
        directory.kindOf(OWNER, List.of(CONTOSO));
        TenantDirectory down = new RememberingTenantDirectory(
                address -> {
                    throw new TenantDirectoryUnavailable("down", null, null);
                },
                clock);

        assertThatThrownBy(() -> down.kindOf(OWNER, List.of(CONTOSO))).isInstanceOf(TenantDirectoryUnavailable.class);
        assertThat(directory.kindOf(COLLEAGUE, List.of(CONTOSO))).isEqualTo(new AccountKind.Work(CONTOSO));
    }
}
