package io.accountmigration.web.campaign;

import io.accountmigration.campaign.CampaignPlan;
import io.accountmigration.publisher.InvisibleText;
import io.accountmigration.web.CallRefused;
import io.accountmigration.web.text.SingleLineText;
import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the form of a new campaign holds, as it was typed; it is shown again where it is refused. */
public record CampaignForm(
        String name,
        String publisherIds,
        String canarySize,
        String waveSize,
        String startsPerMinute,
        String brakeFailureRate,
        boolean goAutomatically) {

    private static final Pattern BETWEEN = Pattern.compile("[\\s\\p{Z},;]+");

    static CampaignForm empty() {
        return new CampaignForm("", "", "10", "100", "60", "5%", false);
    }

    public static CampaignForm typedIn(HttpServletRequest request) {
        return new CampaignForm(
                typed(request, "name"),
                typed(request, "publisherIds"),
                typed(request, "canarySize"),
                typed(request, "waveSize"),
                typed(request, "startsPerMinute"),
                typed(request, "brakeFailureRate"),
                Boolean.parseBoolean(typed(request, "goAutomatically")));
    }

    private static String typed(HttpServletRequest request, String field) {
        return Optional.ofNullable(request.getParameter(field)).orElse("");
    }

    /** @throws CallRefused naming the field that cannot be read */
    CampaignPlan plan() {
        if (!name.isBlank() && !SingleLineText.isGiven(name, CampaignBody.LONGEST_NAME)) {
            throw CallRefused.field("name");
        }
        return new CampaignPlan(
                name.strip(),
                accounts(),
                whole(canarySize, "canarySize"),
                whole(waveSize, "waveSize"),
                whole(startsPerMinute, "startsPerMinute"),
                share(),
                goAutomatically);
    }

    private Optional<List<String>> accounts() {
        var named = Stream.of(BETWEEN.split(publisherIds))
                .map(InvisibleText::trim)
                .filter(publisherId -> !publisherId.isEmpty())
                .toList();
        if (!named.stream().allMatch(CampaignBody.PUBLISHER_ID.asMatchPredicate())) {
            throw CallRefused.field("publisherIds");
        }
        return named.isEmpty() ? Optional.empty() : Optional.of(named);
    }

    private static int whole(String text, String field) {
        try {
            return Integer.parseInt(InvisibleText.trim(text));
        } catch (NumberFormatException noNumber) {
            throw CallRefused.field(field);
        }
    }

    /** A share such as 0.05 or 0,05, or the same in percent. */
    private double share() {
        var typed = InvisibleText.trim(brakeFailureRate).replace(',', '.');
        try {
            return typed.endsWith("%")
                    ? new BigDecimal(InvisibleText.trim(typed.substring(0, typed.length() - 1)))
                            .movePointLeft(2)
                            .doubleValue()
                    : Double.parseDouble(typed);
        } catch (NumberFormatException noNumber) {
            throw CallRefused.field("brakeFailureRate");
        }
    }
}
