package io.accountmigration.web.migration;

import static io.accountmigration.web.People.OWNER;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyBoolean;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.accountmigration.migration.operations.ProcessUpgrade;
import io.accountmigration.migration.operations.ProcessUpgrade.Obstacle;
import io.accountmigration.web.WebTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.ResultActions;

class ProcessUpgradesApiTest extends WebTest {

    @Test
    void anAdministratorIsToldWhatEachEarlierVersionWouldDo() throws Exception {
        given(processVersions.upgrade(any(), eq(true)))
                .willReturn(List.of(new ProcessUpgrade(
                        "account-migration", 1, 3, 5, 3, 1, List.of(new Obstacle("userTask_x", "no target", 1)))));

        ask("admin", "{\"dryRun\":true}")
                .andExpect(status().isOk())
                .andExpect(content().json("""
                                        {"dryRun":true,"upgrades":[{"process":"account-migration","fromVersion":1,
                                         "toVersion":3,"instances":5,"carried":3,"leftForNow":1,"obstacles":
                                         [{"activity":"userTask_x","reason":"no target","instances":1}]}]}
                                        """));
    }

    @Test
    void nothingIsCarriedUnlessThatIsAskedFor() throws Exception {
        ask("admin", "{}").andExpect(status().isOk());
        verify(processVersions).upgrade(any(), eq(true));

        ask("admin", "{\"dryRun\":false}").andExpect(jsonPath("$.dryRun").value(false));
        verify(processVersions).upgrade(any(), eq(false));
    }

    @ParameterizedTest
    @ValueSource(strings = {OWNER, "operator", "auditor", "service"})
    void nobodyElseUpgrades(String caller) throws Exception {
        ask(caller, "{\"dryRun\":true}")
                .andExpect(status().isForbidden())
                .andExpect(jsonPath("$.code").value("NOT_ALLOWED"));
        verify(processVersions, never()).upgrade(any(), anyBoolean());
    }

    private ResultActions ask(String caller, String body) throws Exception {
        return mvc.perform(post("/api/process-upgrades")
                .with(as(caller))
                .contentType(MediaType.APPLICATION_JSON)
                .content(body));
    }
}
