package io.accountmigration.outside.partnercenter;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonFormat;
import io.accountmigration.partner.Vetting;

/** How far a partner is verified, as Partner Center sends it. */
record VettingAnswer(
        @JsonFormat(with = JsonFormat.Feature.ACCEPT_CASE_INSENSITIVE_VALUES)
        Vetting vettingStatus) {

    VettingAnswer {
        requireNonNull(vettingStatus);
    }
}
