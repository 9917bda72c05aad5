package io.accountmigration.campaign.forecast;

/**
 * What moves take from something that gives only so much.
 *
 * @param limit what it is
 * @param perSecond how much it gives
 * @param burst how much it gives at once after a rest
 * @param cost how much a move takes
 */
record Supply(Limit limit, double perSecond, double burst, MoveCost cost) {

    Supply times(double factor) {
        return new Supply(limit, perSecond * factor, burst * factor, cost);
    }
}
