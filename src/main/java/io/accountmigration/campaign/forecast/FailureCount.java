package io.accountmigration.campaign.forecast;

/** @param failed null where there are none at all */
record FailureCount(Long failed, long all) {

    double rate() {
        return failed == null || all == 0 ? 0 : (double) failed / all;
    }
}
