package io.accountmigration.campaign.wave;

import io.accountmigration.campaign.AccountMoveOrder;
import io.accountmigration.campaign.AccountMoveOrder.Candidate;
import io.accountmigration.campaign.AccountStartStatus;
import io.accountmigration.campaign.Campaign;
import io.accountmigration.campaign.CampaignAccount;
import io.accountmigration.campaign.CampaignAccounts;
import io.accountmigration.campaign.CampaignWave;
import io.accountmigration.campaign.CampaignWaves;
import io.accountmigration.publisher.Publisher;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Takes accounts that have become ready since the campaign was planned into waves behind the others. */
@Component
class AddNewlyReadyAccounts {

    private final CampaignAccounts accounts;
    private final CampaignWaves waves;
    private final AccountMoveOrder order;

    AddNewlyReadyAccounts(CampaignAccounts accounts, CampaignWaves waves, AccountMoveOrder order) {
        this.accounts = accounts;
        this.waves = waves;
        this.order = order;
    }

    /** Looks at the newest verdicts of those that were not ready. */
    void add(Campaign campaign) {
        var waiting =
                accounts
                        .findByCampaignIdAndStandingOrderByPosition(campaign.id(), AccountStartStatus.NOT_READY)
                        .stream()
                        .collect(Collectors.toMap(CampaignAccount::publisherKey, account -> account));
        var ready = order
                .of(waiting.values().stream().map(CampaignAccount::publisherId).toList())
                .stream()
                .filter(Candidate::isPlannable)
                .toList();
        var last = waves.findFirstByCampaignIdOrderByNumberDesc(campaign.id())
                .map(CampaignWave::number)
                .orElse(0);
        for (var place = 0; place < ready.size(); place++) {
            var number = last + 1 + place / campaign.waveSize();
            if (place % campaign.waveSize() == 0) {
                waves.save(new CampaignWave(campaign.id(), number));
            }
            var candidate = ready.get(place);
            waiting.get(Publisher.keyOf(candidate.publisherId())).becameReady(candidate.need(), number);
        }
    }
}
