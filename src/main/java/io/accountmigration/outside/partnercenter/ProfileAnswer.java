package io.accountmigration.outside.partnercenter;

import static java.util.Objects.requireNonNull;

/** The partner profile as Partner Center sends it; that it is sent at all makes the number valid. */
record ProfileAnswer(String partnerName, String mpnId) {

    ProfileAnswer {
        requireNonNull(partnerName);
        requireNonNull(mpnId);
    }
}
