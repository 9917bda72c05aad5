package io.accountmigration.web.campaign;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.accountmigration.campaign.CampaignPlan;
import io.accountmigration.publisher.InvisibleText;
import io.accountmigration.web.CallRefused;
import io.accountmigration.web.api.StrictText;
import io.accountmigration.web.text.SingleLineText;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The request to create a campaign; omitted fields have their defaults, except the name. */
@JsonIgnoreProperties(ignoreUnknown = true)
record CampaignBody(
        @Schema(requiredMode = RequiredMode.REQUIRED, example = "Northern Europe", maxLength = 200)
        @JsonDeserialize(using = StrictText.class)
        String name,

        @Schema(description = "Left out: all accounts that readiness reports found ready", nullable = true)
        @JsonDeserialize(contentUsing = StrictText.class)
        List<String> publisherIds,

        @Schema(
                defaultValue = "10",
                types = {"integer", "null"})
        BigDecimal canarySize,

        @Schema(
                defaultValue = "100",
                types = {"integer", "null"})
        BigDecimal waveSize,

        @Schema(
                defaultValue = "60",
                types = {"integer", "null"})
        BigDecimal startsPerMinute,

        @Schema(
                description = "0.05 if left out",
                types = {"number", "null"})
        BigDecimal brakeFailureRate,

        @Schema(defaultValue = "false", nullable = true) Boolean goAutomatically) {

    static final String EXAMPLE = """
            {"name": "Northern Europe", "publisherIds": ["contoso", "fabrikam", "northwind"], "canarySize": 1,
             "waveSize": 100, "startsPerMinute": 60, "brakeFailureRate": 0.05, "goAutomatically": false}""";

    static final int LONGEST_NAME = 200;
    static final Pattern PUBLISHER_ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");

    CampaignPlan plan() {
        if (name != null && !name.isBlank() && !SingleLineText.isGiven(name, LONGEST_NAME)) {
            throw CallRefused.field("name");
        }
        return new CampaignPlan(
                name == null ? "" : name.strip(),
                Optional.ofNullable(publisherIds).map(CampaignBody::readable),
                whole(canarySize, 10, "canarySize"),
                whole(waveSize, 100, "waveSize"),
                whole(startsPerMinute, 60, "startsPerMinute"),
                brakeFailureRate == null ? 0.05 : brakeFailureRate.doubleValue(),
                Boolean.TRUE.equals(goAutomatically));
    }

    private static List<String> readable(List<String> publisherIds) {
        return publisherIds.stream()
                .map(publisherId -> publisherId == null ? "" : InvisibleText.trim(publisherId))
                .peek(CampaignBody::requirePublisherId)
                .toList();
    }

    private static void requirePublisherId(String publisherId) {
        if (!PUBLISHER_ID.matcher(publisherId).matches()) {
            throw CallRefused.field("publisherIds");
        }
    }

    private static int whole(BigDecimal number, int otherwise, String name) {
        if (number == null) {
            return otherwise;
        }
        try {
            return number.intValueExact();
        } catch (ArithmeticException notWhole) {
            throw CallRefused.field(name);
        }
    }
}
