package io.accountmigration.web.readiness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.verify;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.accountmigration.campaign.readiness.ReadinessReportView;
import io.accountmigration.campaign.readiness.SelectedRow;
import io.accountmigration.campaign.readiness.StartReadinessReport.OnError;
import io.accountmigration.campaign.readiness.StartReadinessReport.Started;
import io.accountmigration.web.Reports;
import io.accountmigration.web.WebTest;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.data.domain.ScrollPosition;
import org.springframework.data.domain.Window;

class ReadinessPageTest extends WebTest {

    private static final String PAGE = "/operations/readiness";
    private static final String MARKUP = "<b>x</b>";

    @Test
    void onlyOperatorsFindIt() throws Exception {
        given(viewReadinessReports.page(any(), anyInt())).willReturn(noReports());

        for (var caller : List.of("owner@contoso.com", "auditor", "service")) {
            mvc.perform(get(PAGE).with(as(caller))).andExpect(status().isForbidden());
            mvc.perform(get(PAGE + "/" + Reports.ID).with(as(caller))).andExpect(status().isForbidden());
        }
        mvc.perform(get(PAGE).with(as("operator"))).andExpect(status().isOk());
    }

    @Test
    void pastedLinesBeginAReport() throws Exception {
        var rows = List.of(new SelectedRow(1, "contoso"), new SelectedRow(2, "fabrikam"));
        given(startReadinessReport.on(rows, OnError.SKIP, "operator", Optional.of(Duration.ZERO)))
                .willReturn(new Started(Reports.ID, List.of()));

        mvc.perform(post(PAGE)
                        .with(as("operator"))
                        .with(csrf())
                        .param("publisherIds", "contoso\r\nfabrikam")
                        .param("skip", "true")
                        .param("anew", "true"))
                .andExpect(redirectedUrl(PAGE + "/" + Reports.ID));
    }

    @Test
    void oneButtonTakesAllPublishers() throws Exception {
        given(startReadinessReport.onAll("operator", Optional.empty())).willReturn(Reports.ID);

        mvc.perform(post(PAGE).with(as("operator")).with(csrf()).param("all", "true"))
                .andExpect(redirectedUrl(PAGE + "/" + Reports.ID));
        verify(startReadinessReport).onAll("operator", Optional.empty());
    }

    @Test
    void aRunningReportRenewsItselfAndEscapesWhatItFound() throws Exception {
        given(viewReadinessReports.of(Reports.ID)).willReturn(Optional.of(Reports.running()));
        given(viewReadinessReports.results(eq(Reports.ID), any(), anyInt(), anyInt()))
                .willReturn(List.of(Reports.blocked(0, MARKUP), Reports.unknown(1)));

        var page = mvc.perform(get(PAGE + "/" + Reports.ID).with(as("operator")))
                .andExpect(status().isOk())
                .andExpect(header().string("Refresh", "5"))
                .andReturn()
                .getResponse()
                .getContentAsString();

        assertThat(page)
                .contains(
                        "2 of 3 accounts",
                        "&lt;b&gt;x&lt;/b&gt;",
                        "Cloud Partner Portal did not answer",
                        "known before")
                .doesNotContain(MARKUP);
    }

    @Test
    void theRestOfALongListIsOnTheNextPage() throws Exception {
        given(viewReadinessReports.of(Reports.ID)).willReturn(Optional.of(Reports.running()));
        given(viewReadinessReports.results(Reports.ID, Optional.empty(), -1, 51))
                .willReturn(IntStream.range(0, 51)
                        .mapToObj(position -> Reports.blocked(position, "1"))
                        .toList());

        var page = mvc.perform(get(PAGE + "/" + Reports.ID + "?still=true").with(as("operator")))
                .andExpect(header().doesNotExist("Refresh"))
                .andReturn()
                .getResponse()
                .getContentAsString();

        assertThat(page).contains("after=49");
    }

    @Test
    void anUnknownReportIsNotFound() throws Exception {
        given(viewReadinessReports.of(Reports.ID)).willReturn(Optional.empty());

        mvc.perform(get(PAGE + "/" + Reports.ID).with(as("operator"))).andExpect(status().isNotFound());
    }

    private static Window<ReadinessReportView> noReports() {
        return Window.from(List.of(), index -> ScrollPosition.keyset(), false);
    }
}
