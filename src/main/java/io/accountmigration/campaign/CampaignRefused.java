package io.accountmigration.campaign;

import io.accountmigration.publisher.RequestRefused;

/** Something that was asked of a campaign is not done, and nothing has changed. */
public class CampaignRefused extends RequestRefused {

    /** The reason. Every endpoint answers with this status and the name as the code. */
    public enum Refusal {
        CAMPAIGN_NOT_FOUND(404),
        ACCOUNT_NOT_IN_CAMPAIGN(404),
        CAMPAIGN_NAME_MISSING(422),
        WAVE_SIZE_INVALID(422),
        START_RATE_INVALID(422),
        BRAKE_RATE_INVALID(422),
        TOO_MANY_ACCOUNTS(422),
        NO_READY_ACCOUNT(422),
        IDEMPOTENCY_KEY_REUSED(422),
        CAMPAIGN_NOT_RUNNING(409),
        CAMPAIGN_NOT_PAUSED(409),
        CAMPAIGN_NOT_AWAITING_GO(409),
        CAMPAIGN_OVER(409),
        OVERRIDE_NOT_POSSIBLE(409);

        private final int status;

        Refusal(int status) {
            this.status = status;
        }

        /** The HTTP status of this refusal. */
        public int status() {
            return status;
        }
    }

    private final Refusal refusal;

    private CampaignRefused(Refusal refusal, String subject) {
        super(refusal.name(), refusal.status(), subject);
        this.refusal = refusal;
    }

    /** A refusal whose text names the subject: a campaign, an account, a field. */
    public static CampaignRefused because(Refusal refusal, String subject) {
        return new CampaignRefused(refusal, subject);
    }

    /** Why. */
    public Refusal refusal() {
        return refusal;
    }
}
