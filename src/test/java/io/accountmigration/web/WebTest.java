package io.accountmigration.web;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.willAnswer;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import io.accountmigration.campaign.ControlCampaign;
import io.accountmigration.campaign.CreateCampaign;
import io.accountmigration.campaign.OverrideAccount;
import io.accountmigration.campaign.ViewCampaigns;
import io.accountmigration.campaign.forecast.CurrentForecasts;
import io.accountmigration.campaign.forecast.ForecastCampaigns;
import io.accountmigration.campaign.readiness.StartReadinessReport;
import io.accountmigration.campaign.readiness.ViewReadinessReports;
import io.accountmigration.eligibility.AssessEligibility;
import io.accountmigration.migration.Caller;
import io.accountmigration.migration.Migrations;
import io.accountmigration.migration.PublisherBanner;
import io.accountmigration.migration.ViewMigrations;
import io.accountmigration.migration.move.ViewVerification;
import io.accountmigration.migration.operations.CancelMigrations;
import io.accountmigration.migration.operations.FindStuckCases;
import io.accountmigration.migration.operations.ProcessVersions;
import io.accountmigration.migration.operations.RetryFailedSteps;
import io.accountmigration.migration.operations.ViewOperations;
import io.accountmigration.migration.owners.RefreshOwners;
import io.accountmigration.migration.owners.TakeOverMigration;
import io.accountmigration.migration.preparation.ChangePartnerId;
import io.accountmigration.migration.revert.CancelMigration;
import io.accountmigration.migration.start.StartMigration;
import io.accountmigration.migration.trail.VerifyTrails;
import io.accountmigration.publisher.PublisherPeople;
import io.accountmigration.publisher.PublisherReader;
import io.accountmigration.publisher.PublisherSnapshot;
import io.accountmigration.usersync.AcceptUserChange;
import io.accountmigration.usersync.StartUserSync;
import io.accountmigration.usersync.SyncLag;
import io.accountmigration.usersync.operations.DecideRemovals;
import io.accountmigration.usersync.operations.FindUserSyncsAwaitingOperator;
import io.accountmigration.usersync.operations.RequestReconciliation;
import io.accountmigration.usersync.operations.ViewSyncLag;
import io.accountmigration.usersync.operations.ViewUserSync;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Runs this module on a real port with the use cases mocked; all tests share the one context. */
@SpringBootTest(
        classes = WebTestApplication.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = "web.user-sync-patience=PT0.15S")
@AutoConfigureMockMvc
public abstract class WebTest {

    @Autowired
    protected MockMvc mvc;

    @LocalServerPort
    protected int port;

    @MockitoBean
    protected StartMigration startMigration;

    @MockitoBean
    protected CancelMigration cancelMigration;

    @MockitoBean
    protected TakeOverMigration takeOverMigration;

    @MockitoBean
    protected ChangePartnerId changePartnerId;

    @MockitoBean
    protected ViewMigrations viewMigrations;

    @MockitoBean
    protected Migrations migrations;

    @MockitoBean
    protected ProcessVersions processVersions;

    @MockitoBean
    protected VerifyTrails verifyTrails;

    @MockitoBean
    protected PublisherBanner publisherBanner;

    @MockitoBean
    protected PublisherReader publishers;

    @MockitoBean
    protected AssessEligibility assessEligibility;

    @MockitoBean
    protected AcceptUserChange acceptUserChange;

    @MockitoBean
    protected ViewUserSync viewUserSync;

    @MockitoBean
    protected RequestReconciliation requestReconciliation;

    @MockitoBean
    protected StartUserSync startUserSync;

    @MockitoBean
    protected StartReadinessReport startReadinessReport;

    @MockitoBean
    protected ViewReadinessReports viewReadinessReports;

    @MockitoBean
    protected DecideRemovals decideRemovals;

    @MockitoBean
    protected CreateCampaign createCampaign;

    @MockitoBean
    protected ControlCampaign controlCampaign;

    @MockitoBean
    protected OverrideAccount overrideAccount;

    @MockitoBean
    protected ViewCampaigns viewCampaigns;

    @MockitoBean
    protected ForecastCampaigns forecastCampaigns;

    @MockitoBean
    protected CurrentForecasts currentForecasts;

    @MockitoBean
    protected ViewVerification viewVerification;

    @MockitoBean
    protected ViewOperations viewOperations;

    @MockitoBean
    protected FindStuckCases findStuckCases;

    @MockitoBean
    protected FindUserSyncsAwaitingOperator findUserSyncsAwaitingOperator;

    @MockitoBean
    protected ViewSyncLag viewSyncLag;

    @BeforeEach
    void fewAccountsAreFollowed() {
        given(viewSyncLag.now()).willReturn(new SyncLag(120, 0, Duration.ofMinutes(7), Duration.ofMinutes(10)));
    }

    @MockitoBean
    protected RetryFailedSteps retryFailedSteps;

    @MockitoBean
    protected CancelMigrations cancelMigrations;

    @MockitoBean
    protected RefreshOwners refreshOwners;

    @MockitoBean
    protected PublisherPeople people;

    /** Until a test says otherwise, everybody is whom the portal knows by the name of the sign-in. */
    @BeforeEach
    void everybodyIsWhomThePortalKnows() {
        given(currentForecasts.of(any())).willReturn(Campaigns.TOO_EARLY);
        willAnswer(call -> Optional.of(call.getArgument(0))).given(people).addressOf(any());
        willAnswer(call -> call.<PublisherSnapshot>getArgument(0)
                        .owners()
                        .contains(call.<Caller>getArgument(1).userId().toLowerCase(Locale.ROOT)))
                .given(publisherBanner)
                .isOwner(any(), any());
    }

    /** Says that the call is answered here as no real one is, so that the answer is not held to the description. */
    protected static RequestPostProcessor madeUpAnswer() {
        return request -> {
            request.setAttribute(WebTestApplication.MADE_UP, true);
            return request;
        };
    }

    /** Sends the request as somebody who is signed in already. */
    protected static RequestPostProcessor as(String name) {
        return user(name).authorities(AuthorityUtils.createAuthorityList(People.authorityOf(name)));
    }
}
