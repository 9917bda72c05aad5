package io.accountmigration.web.page;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.accountmigration.migration.ProblemType;
import io.accountmigration.web.WebTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ProblemTypesPageTest extends WebTest {

    static List<ProblemType> types() {
        return ProblemType.all();
    }

    @ParameterizedTest
    @MethodSource("types")
    void everyKindOfProblemHasAPageThatEverybodyMayRead(ProblemType type) throws Exception {
        for (var language : List.of("en", "nl")) {
            mvc.perform(get(type.page()).header("Accept-Language", language))
                    .andExpect(status().isOk())
                    .andExpect(content().string(containsString("lang=\"" + language + "\"")))
                    .andExpect(content().string(containsString("<code>" + type.code() + "</code>")))
                    .andExpect(content().string(containsString(type.example())))
                    .andExpect(content().string(not(containsString("??"))));
        }
    }

    @Test
    void allKindsAreListedWithTheirPages() throws Exception {
        var page = mvc.perform(get("/problems")).andExpect(status().isOk());
        for (var type : types()) {
            page.andExpect(content().string(containsString("href=\"" + type.page() + "\"")));
        }
    }

    @Test
    void whatIsNoCodeHasNoPage() throws Exception {
        mvc.perform(get("/problems/NOBODY_KNOWS_THIS")).andExpect(status().isNotFound());
    }
}
