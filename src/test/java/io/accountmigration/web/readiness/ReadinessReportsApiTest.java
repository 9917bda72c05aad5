package io.accountmigration.web.readiness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.given;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.accountmigration.campaign.readiness.ReadinessCategory;
import io.accountmigration.campaign.readiness.SelectedRow;
import io.accountmigration.campaign.readiness.StartReadinessReport.OnError;
import io.accountmigration.campaign.readiness.StartReadinessReport.Started;
import io.accountmigration.web.Reports;
import io.accountmigration.web.WebTest;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.MediaType;

class ReadinessReportsApiTest extends WebTest {

    private static final String REPORTS = "/api/readiness-reports";
    private static final String REPORT = REPORTS + "/" + Reports.ID;

    @Test
    void aListBeginsAReport() throws Exception {
        given(startReadinessReport.on(
                        List.of(new SelectedRow(1, "contoso")), OnError.REJECT, "operator", Optional.empty()))
                .willReturn(new Started(Reports.ID, List.of()));
        given(viewReadinessReports.of(Reports.ID)).willReturn(Optional.of(Reports.running()));

        mvc.perform(post(REPORTS)
                        .with(as("operator"))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"publisherIds\":[\"contoso\"]}"))
                .andExpect(status().isCreated())
                .andExpect(header().string("Location", REPORT))
                .andExpect(content().json("""
                    {"state":"RUNNING","requestedBy":"operator","accounts":3,"assessed":2,
                     "needs":{"ENROL":1,"UNKNOWN":1},"rejected":1,"rejectedRows":[],"endedAt":null}\
                    """));
    }

    @ParameterizedTest
    @CsvSource({"?onError=perhaps", "?maxAge=yesterday", "?maxAge=-PT1H", "?maxAge=P9999D"})
    void anOptionThatMeansNothingIsRefused(String query) throws Exception {
        mvc.perform(post(REPORTS + query)
                        .with(as("operator"))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"publisherIds\":[\"contoso\"]}"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("code").value("REQUEST_INVALID"));
    }

    @ParameterizedTest
    @CsvSource({"owner@contoso.com", "service", "auditor"})
    void reportsAreForOperators(String caller) throws Exception {
        for (var path : List.of(REPORT, REPORT + "/results", REPORT + "/rejected-rows")) {
            mvc.perform(get(path).with(as(caller))).andExpect(status().isForbidden());
        }
        mvc.perform(post(REPORTS)
                        .with(as(caller))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{}"))
                .andExpect(status().isForbidden());
    }

    @Test
    void resultsComeInPagesAndByNeed() throws Exception {
        given(viewReadinessReports.of(Reports.ID)).willReturn(Optional.of(Reports.running()));
        given(viewReadinessReports.results(Reports.ID, Optional.of(ReadinessCategory.ENROL), 4, 2))
                .willReturn(List.of(Reports.blocked(5, "1"), Reports.blocked(6, "1")));

        mvc.perform(get(REPORT + "/results?need=ENROL&cursor=4&limit=1").with(as("operator")))
                .andExpect(status().isOk())
                .andExpect(jsonPath("items.length()").value(1))
                .andExpect(jsonPath("items[0].findings[0].code").value("PARTNER_ID_NOT_FOUND"))
                .andExpect(jsonPath("next").value("5"));
    }

    @ParameterizedTest
    @CsvSource({"cursor=x", "cursor=-2", "cursor=12345678901", "limit=0", "limit=1001", "need=NOTHING"})
    void aPageThatCannotBeIsRefused(String query) throws Exception {
        given(viewReadinessReports.of(Reports.ID)).willReturn(Optional.of(Reports.running()));

        mvc.perform(get(REPORT + "/results?" + query).with(as("operator"))).andExpect(status().isBadRequest());
    }

    @Test
    void theFileHasEveryResultAndNoFormula() throws Exception {
        given(viewReadinessReports.of(Reports.ID)).willReturn(Optional.of(Reports.running()));
        given(viewReadinessReports.results(eq(Reports.ID), any(), anyInt(), anyInt()))
                .willReturn(List.of(Reports.blocked(0, "=1+1")), List.of(Reports.unknown(1)), List.of());

        var file = mvc.perform(get(REPORT + "/results").accept("text/csv").with(as("operator")))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();

        assertThat(file.lines())
                .containsExactly(
                        "publisherId,need,findings,names,users,assessedAt,reused,failure",
                        "contoso,ENROL,PARTNER_ID_NOT_FOUND,'=1+1,2,2026-03-02T09:00:00Z,true,",
                        "fabrikam,UNKNOWN,,,0,2026-03-02T09:00:00Z,false,Cloud Partner Portal");
    }

    @Test
    void anUnknownReportIsNotFound() throws Exception {
        mvc.perform(get(REPORT).with(as("operator")))
                .andExpect(status().isNotFound())
                .andExpect(jsonPath("code").value("REPORT_NOT_FOUND"));
    }
}
