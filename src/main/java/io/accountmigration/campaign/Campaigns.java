package io.accountmigration.campaign;

import io.accountmigration.campaign.CampaignRefused.Refusal;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** All campaigns, the living and the ended. */
public interface Campaigns extends Repository<Campaign, UUID> {

    Campaign saveAndFlush(Campaign campaign);

    Optional<Campaign> findById(UUID id);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select c from Campaign c where c.id = :id")
    Optional<Campaign> findForUpdate(UUID id);

    List<Campaign> findByOrderByCreatedAtDescIdDesc(Limit limit);

    List<Campaign> findByEndedAtIsNull();

    /** The campaign, held until the transaction ends. */
    default Campaign hold(UUID id) {
        return findForUpdate(id).orElseThrow(() -> CampaignRefused.because(Refusal.CAMPAIGN_NOT_FOUND, id.toString()));
    }
}
