package io.accountmigration.notification;

import io.accountmigration.campaign.CampaignAlerts;
import io.accountmigration.campaign.PauseCause;
import io.accountmigration.migration.Migrations;
import io.accountmigration.partner.AccountCondition;
import io.accountmigration.publisher.OutageChange;
import io.accountmigration.usersync.FailureReason;
import io.accountmigration.usersync.UserSyncAlerts;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Writes to operators what needs them. */
@Component
class OperatorMailSender implements UserSyncAlerts, CampaignAlerts {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final MailComposer mailComposer;

    OperatorMailSender(MailComposer mailComposer) {
        this.mailComposer = mailComposer;
    }

    @Override
    public void quarantined(String publisherId, FailureReason reason, Instant until) {
        mailComposer.sendToOperators("quarantined", page(publisherId), publisherId, reason.name(), TIME.format(until));
    }

    @Override
    public void accountLost(String publisherId, AccountCondition condition) {
        mailComposer.sendToOperators("accountLost", Migrations.linkOf(publisherId), publisherId, condition.name());
    }

    @Override
    public void removalsStaged(String publisherId, long count) {
        mailComposer.sendToOperators("removals", page(publisherId), publisherId, String.valueOf(count));
    }

    @Override
    public void lastOwnerHeld(String publisherId) {
        mailComposer.sendToOperators("lastOwnerHeld", page(publisherId), publisherId);
    }

    @Override
    public void removalsStagedEverywhere(String publisherId) {
        mailComposer.sendToOperators("removalsEverywhere", "/operations", publisherId);
    }

    @Override
    public void braked(UUID campaignId, String name, PauseCause cause, String detail) {
        mailComposer.sendToOperators("campaignBraked." + cause, campaignPage(campaignId), name, detail);
    }

    @Override
    public void awaitsGo(UUID campaignId, String name, int wave) {
        mailComposer.sendToOperators("campaignAwaitsGo", campaignPage(campaignId), name, String.valueOf(wave));
    }

    /** One mail when an outage has lasted, and one when it is over, for the whole program. */
    @EventListener
    void outage(OutageChange change) {
        if (change instanceof OutageChange.Lasting lasting) {
            mailComposer.sendToOperators("outage", "/operations", lasting.system(), TIME.format(lasting.since()));
        } else if (change instanceof OutageChange.Ended ended && ended.told()) {
            mailComposer.sendToOperators("outageOver", "/operations", ended.system(), TIME.format(ended.since()));
        }
    }

    private static String campaignPage(UUID campaignId) {
        return "/operations/campaigns/" + campaignId;
    }

    private static String page(String publisherId) {
        return "/publishers/" + publisherId;
    }
}
