package io.accountmigration;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import io.accountmigration.system.WholeProgramTest;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestPropertySource;

/** What tests keep to, so that a build takes as long as it should and ends as the one before. */
@AnalyzeClasses(packages = "io.accountmigration", importOptions = ImportOption.OnlyIncludeTests.class)
class TestRulesTest {

    @ArchTest
    static void everythingRandomBeginsWithTheSeedOfTheRun(JavaClasses tests) {
        noClasses()
                .that(not(type(Seed.class)))
                .should()
                .callConstructor(Random.class)
                .orShould()
                .callMethod(ThreadLocalRandom.class, "current")
                .orShould()
                .callMethod(Math.class, "random")
                .check(tests);
    }

    /** Tests run in the order of their names; one that starts another program in between makes this one start again. */
    @ArchTest
    static void testsBesideEachOtherShareOneProgram(JavaClasses tests) {
        classes()
                .that(assignableTo(WholeProgramTest.class))
                .and()
                .resideInAPackage("io.accountmigration.system")
                .and()
                .haveSimpleNameEndingWith("Test")
                .should()
                .notBeAnnotatedWith(DirtiesContext.class)
                .andShould()
                .notBeAnnotatedWith(ContextConfiguration.class)
                .andShould()
                .notBeAnnotatedWith(TestPropertySource.class)
                .check(tests);
    }
}
