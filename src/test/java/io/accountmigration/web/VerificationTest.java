package io.accountmigration.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.accountmigration.eligibility.FindingCode;
import io.accountmigration.migration.MigrationRefused;
import io.accountmigration.migration.MigrationState;
import io.accountmigration.migration.Refusal;
import io.accountmigration.migration.move.VerificationReport;
import io.accountmigration.migration.move.VerifiedItem;
import io.accountmigration.migration.move.VerifiedItem.Kind;
import io.accountmigration.migration.move.VerifiedItem.Result;
import io.accountmigration.web.file.Csv;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class VerificationTest extends WebTest {

    private static final String FORMULA = "=cmd|' /C calc'!A0";

    @BeforeEach
    void thereIsAReport() {
        var report = mock(VerificationReport.class);
        given(report.verifiedAt()).willReturn(Cases.SINCE);
        given(report.items())
                .willReturn(List.of(
                        new VerifiedItem(Kind.SETTINGS, "COMPANY", null, Result.MOVED, null, List.of()),
                        new VerifiedItem(Kind.SETTINGS, "PAYOUT", null, Result.DIFFERS, null, List.of("iban", "name")),
                        new VerifiedItem(
                                Kind.USER,
                                "u7",
                                FORMULA,
                                Result.NOT_MOVED,
                                FindingCode.USER_IS_GROUP.naming("<b>team</b>"),
                                List.of()),
                        new VerifiedItem(Kind.OFFERS, "OFFERS", null, Result.NOT_MOVED, null, List.of())));
        given(viewVerification.find(eq("contoso"), any())).willReturn(Optional.of(report));
        given(viewVerification.of(eq("contoso"), any())).willReturn(report);
        given(viewMigrations.latest(eq("contoso"), any())).willReturn(Cases.ended(MigrationState.MIGRATED));
    }

    @Test
    void thePageOfTheCaseSaysWhatHasMovedWhatHasNotAndWhatDiffers() throws Exception {
        assertThat(mvc.perform(get("/migrations/contoso").with(as(People.OWNER)).accept("text/html"))
                        .andExpect(status().isOk())
                        .andReturn()
                        .getResponse()
                        .getContentAsString())
                .contains("1 moved, 2 not moved, 1 differ", "These differ in Partner Center: iban, name.")
                .contains("&lt;b&gt;team&lt;/b&gt;", "/migrations/contoso/verification.csv")
                .contains("not part of the migration")
                .doesNotContain("<b>team</b>", "action=\"/migrations/contoso/verification\"");
    }

    @Test
    void operatorsHaveItComparedAgain() throws Exception {
        mvc.perform(get("/migrations/contoso").with(as("operator")).accept("text/html"))
                .andExpect(content().string(containsString("action=\"/migrations/contoso/verification\"")));
        mvc.perform(post("/migrations/contoso/verification")
                        .with(as("operator"))
                        .with(csrf()))
                .andExpect(redirectedUrl("/migrations/contoso"));
        verify(viewVerification).again(eq("contoso"), any());
    }

    @Test
    void programsReadIt() throws Exception {
        mvc.perform(get("/api/migrations/contoso/verification").with(as("service")))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.items.length()").value(4))
                .andExpect(jsonPath("$.items[1].result").value("DIFFERS"))
                .andExpect(jsonPath("$.items[1].differences[0]").value("iban"))
                .andExpect(jsonPath("$.items[2].code").value("USER_IS_GROUP"));
        mvc.perform(post("/api/migrations/contoso/verification").with(as("operator")))
                .andExpect(status().isAccepted());
    }

    @Test
    void theFileIsNoFormula() throws Exception {
        for (var request : List.of(
                get("/api/migrations/contoso/verification").with(as("service")).accept(Csv.MEDIA_TYPE),
                get("/migrations/contoso/verification.csv").with(as(People.OWNER)))) {
            mvc.perform(request)
                    .andExpect(status().isOk())
                    .andExpect(content().contentTypeCompatibleWith("text/csv"))
                    .andExpect(content().string(containsString("'=cmd|")))
                    .andExpect(content().string(containsString("SETTINGS,PAYOUT,,DIFFERS")));
        }
    }

    @Test
    void beforeTheMoveIsVerifiedThereIsNone() throws Exception {
        given(viewVerification.of(eq("fabrikam"), any()))
                .willThrow(MigrationRefused.because(Refusal.VERIFICATION_NOT_FOUND, "fabrikam"));

        mvc.perform(get("/api/migrations/fabrikam/verification").with(as("service")))
                .andExpect(status().isNotFound())
                .andExpect(jsonPath("$.code").value("VERIFICATION_NOT_FOUND"));
    }
}
