package io.accountmigration.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CampaignPlanTest {

    @Test
    void anAccountThatIsNamedTwiceCountsOnce() {
        assertThat(accounts("contoso", " Contoso ", "CONTOSO")).containsExactly("contoso");
    }

    @Test
    void accountsThatOnlyLookAlikeAreTwo() {
        assertThat(accounts("kelvin", "\u212aelvin")).containsExactly("kelvin", "\u212aelvin");
    }

    private static List<String> accounts(String... publisherIds) {
        return new CampaignPlan("Campaign", Optional.of(List.of(publisherIds)), 1, 1, 60, 0.05, false)
                .publisherIds()
                .orElseThrow();
    }
}
