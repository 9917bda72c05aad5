package io.accountmigration;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.accountmigration.eligibility.TenantMismatch;
import io.accountmigration.partner.Tenant;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.springframework.data.repository.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The modules and which may use which. Rules are methods: as fields some test runners leave them out. */
@AnalyzeClasses(packages = "io.accountmigration", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String HOUSE = "io.accountmigration";

    private static final List<String> FEATURES =
            List.of("publisher", "partner", "eligibility", "migration", "usersync", "campaign");

    /** Each module with those that it may use besides itself. */
    private static final Map<String, List<String>> MODULES = Map.ofEntries(
            Map.entry("publisher", List.of()),
            Map.entry("partner", List.of("publisher")),
            Map.entry("eligibility", List.of("publisher", "partner")),
            Map.entry("migration", List.of("publisher", "partner", "eligibility")),
            Map.entry("usersync", List.of("publisher", "partner")),
            Map.entry("campaign", List.of("publisher", "migration", "eligibility")),
            Map.entry(
                    "process",
                    Stream.concat(FEATURES.stream(), Stream.of("program")).toList()),
            Map.entry("program", FEATURES),
            Map.entry("outside", List.of("publisher", "partner")),
            Map.entry("notification", FEATURES),
            Map.entry("web", FEATURES),
            Map.entry("sandbox", List.of()));

    /** One package per process, as in {@code processes/}: none of them uses another one. */
    private static final List<String> PROCESSES =
            List.of("migration", "verification", "usersync", "campaign", "readiness", "ownersearch", "mail");

    /** Settings that the models read, and steps of the schema of the engine's tables. */
    private static final List<String> NAMED_BY_THE_ENGINE = List.of(
            "Timers",
            "EngineSchemaStep",
            "V1CreateEngineTables",
            "V10IndexJobsByDueDate",
            "V15IndexSuspendedInstances");

    /** The page that names each class which uses an inner class of the engine, with its reason. */
    private static final Path LEAVING_THE_ENGINE =
            Path.of("src", "site", "markdown", "decisions", "0013-leaving-camunda-7.md");

    private static final String THEIR_TABLE = "| Class | Inner classes | Why | In Operaton |";

    private static final Pattern FIRST_CELL = Pattern.compile("\\| `(\\w+)` \\|.*");

    /** Of the engine itself; its web applications and its REST interface come on top. */
    private static final int AT_MOST = 12;

    /** Sees imports of constants too, which leave no trace in a compiled class. */
    private static final Pattern INNER_IMPORT = Pattern.compile("import (static )?org\\.camunda\\.[\\w.]*impl\\.");

    /** Lies in an inner package, yet the engine's public interface returns it. */
    private static final DescribedPredicate<JavaClass> INNER =
            resideInAPackage("org.camunda..impl..").and(not(JavaClass.Predicates.type(Authentication.class)));

    @ArchTest
    static void everyClassIsInARoom(JavaClasses house) {
        var modules = MODULES.keySet().stream().map(ArchitectureTest::module).toArray(String[]::new);

        classes()
                .that(not(resideInAPackage(HOUSE)))
                .should()
                .resideInAnyPackage(modules)
                .check(house);
    }

    @ArchTest
    static void aRoomUsesOnlyTheRoomsItMay(JavaClasses house) {
        MODULES.forEach((name, others) -> classes()
                .that()
                .resideInAPackage(module(name))
                .should()
                .onlyDependOnClassesThat(not(resideInAPackage(HOUSE + "..")).or(resideInAnyPackage(with(name, others))))
                .allowEmptyShould(true)
                .check(house));
    }

    @ArchTest
    static void noRoomsDependOnEachOtherInACircle(JavaClasses house) {
        slices().matching(HOUSE + ".(*)..").should().beFreeOfCycles().check(house);
    }

    @ArchTest
    static void theWaysToOutsideSystemsDoNotKnowEachOther(JavaClasses house) {
        slices().matching(HOUSE + ".outside.(*)")
                .should()
                .notDependOnEachOther()
                .check(house);
    }

    /** State and ports lie at the top, and know nothing of the packages below that work with them. */
    @ArchTest
    static void thePackagesOfAFeatureFormNoCircle(JavaClasses house) {
        for (var feature : List.of("usersync", "campaign", "sandbox.data")) {
            slices().matching(HOUSE + ".(" + feature + "..)")
                    .should()
                    .beFreeOfCycles()
                    .check(house);
        }
    }

    @ArchTest
    static void noPackageHoldsMoreThanOneThing(JavaClasses house) {
        var sizes = house.stream()
                .filter(JavaClass::isTopLevelClass)
                .collect(Collectors.groupingBy(JavaClass::getPackageName, Collectors.counting()));

        assertThat(sizes).allSatisfy((module, classes) -> assertThat(classes).isLessThanOrEqualTo(40));
    }

    @ArchTest
    static void theEngineIsKnownInOneRoomOnly(JavaClasses house) {
        noClasses()
                .that()
                .resideOutsideOfPackage(module("process"))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.camunda..")
                .check(house);
    }

    @ArchTest
    static void theRoomOfAProcessKnowsNoOther(JavaClasses house) {
        for (var process : PROCESSES) {
            var others = Stream.concat(PROCESSES.stream(), Stream.of("access", "operations"))
                    .filter(other -> !other.equals(process))
                    .map(other -> module("process." + other))
                    .toArray(String[]::new);
            noClasses()
                    .that()
                    .resideInAPackage(module("process." + process))
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(others)
                    .check(house);
        }
    }

    @ArchTest
    static void theRoomsOfTheEngineFormNoCircle(JavaClasses house) {
        slices().matching(HOUSE + ".process.(*)..").should().beFreeOfCycles().check(house);
    }

    /** Names of variables and timers count: the models read them. */
    @ArchTest
    static void theRoomOfTheEngineHoldsNothingThatKnowsNoEngine(JavaClasses house) {
        classes()
                .that()
                .resideInAPackage(module("process"))
                // Guards the engine's endpoints, and so knows their paths and bodies instead of its classes.
                .and()
                .resideOutsideOfPackage(module("process.access"))
                .and()
                .areTopLevelClasses()
                .and()
                .haveSimpleNameNotEndingWith("package-info")
                .should(knowTheEngine())
                .check(house);
    }

    @ArchTest
    static void theInnerClassesOfTheEngineAreUsedWhereThePageSaysWhy(JavaClasses house) throws IOException {
        var listed = listedOnThePage();

        assertThat(listed).isNotEmpty().doesNotHaveDuplicates();
        assertThat(dependingOn(INNER.and(resideInAPackage("org.camunda.bpm.engine.impl..")), house))
                .hasSizeLessThanOrEqualTo(AT_MOST);
        assertThat(Stream.concat(dependingOn(INNER, house).stream(), importingInnerClasses())
                        .distinct())
                .containsExactlyInAnyOrderElementsOf(listed);
    }

    @ArchTest
    static void onlyOneClassDisclosesTheOrganisationOfAPartnerId(JavaClasses house) {
        noClasses()
                .that(not(areNestedIn(List.of("TenantMismatch"))))
                .should()
                .callMethod(Tenant.class, "displayName")
                .check(house);
        noClasses()
                .that(not(areNestedIn(List.of("TenantNameDisclosure"))))
                .should()
                .callMethod(TenantMismatch.class, "named")
                .check(house);
    }

    @ArchTest
    static void delegatesAreKnownToTheEngineOnly(JavaClasses house) {
        classes()
                .that()
                .implement(JavaDelegate.class)
                .should()
                .bePackagePrivate()
                .check(house);
    }

    @ArchTest
    static void timeComesFromTheOneClock(JavaClasses house) {
        var now = target(nameMatching("now|system.*|tick.*")).and(target(owner(resideInAPackage("java.time"))));

        noClasses()
                // The sandbox's tokens last in real time, whatever hour it plays: so their holders count.
                .that(not(areNestedIn(List.of("ClockConfiguration", "Tokens"))))
                .should()
                .callMethodWhere(now)
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callConstructor(Date.class)
                .check(house);
    }

    /** Two addresses may be the same although their letters or invisible edges differ, and only seem so with some letters. */
    @ArchTest
    static void addressesAreComparedInOneWay(JavaClasses house) {
        noClasses()
                .that()
                .resideInAnyPackage(
                        HOUSE + ".migration..",
                        HOUSE + ".usersync..",
                        HOUSE + ".outside.cpp..",
                        HOUSE + ".web.migration..")
                .should()
                .accessTargetWhere(JavaAccess.Predicates.target(nameMatching("equalsIgnoreCase")))
                .check(house);
    }

    @ArchTest
    static void everythingIsInjectedByConstructor(JavaClasses house) {
        NO_CLASSES_SHOULD_USE_FIELD_INJECTION.check(house);
    }

    @ArchTest
    static void aDelegatesTransactionIsTheOnlyOne(JavaClasses house) {
        noMethods().should().beAnnotatedWith(aTransactionOfItsOwn()).check(house);
    }

    @ArchTest
    static void repositoriesAreInterfacesWithPluralNames(JavaClasses house) {
        classes()
                .that()
                .areAssignableTo(Repository.class)
                .should()
                .beInterfaces()
                .andShould()
                .haveSimpleNameEndingWith("s")
                .check(house);
    }

    @ArchTest
    static void packagesAndClassesAreNamedForWhatTheyAre(JavaClasses house) {
        noClasses()
                .should()
                .resideInAnyPackage("..util..", "..common..", "..impl..", "..config..", "..dto..")
                .orShould()
                .haveNameMatching(".*(Service|Impl|Utils?|Helper|Constants)")
                .check(house);
    }

    @ArchTest
    static void theMainClassIsBareAndAlone(JavaClasses house) {
        assertThat(house.stream().filter(resideInAPackage(HOUSE)))
                .singleElement()
                .satisfies(main -> {
                    assertThat(main.getMethods())
                            .extracting(JavaMember::getName)
                            .containsExactly("main");
                    assertThat(main.getFields()).isEmpty();
                });
    }

    private static List<String> listedOnThePage() throws IOException {
        return Files.readAllLines(LEAVING_THE_ENGINE).stream()
                .dropWhile(line -> !line.equals(THEIR_TABLE))
                .takeWhile(line -> line.startsWith("|"))
                .map(FIRST_CELL::matcher)
                .filter(Matcher::matches)
                .map(row -> row.group(1))
                .toList();
    }

    private static Set<String> dependingOn(DescribedPredicate<JavaClass> types, JavaClasses house) {
        return house.stream()
                .filter(type -> type.getDirectDependenciesFromSelf().stream()
                        .anyMatch(dependency -> types.test(dependency.getTargetClass())))
                .map(type -> outermost(type).getSimpleName())
                .collect(Collectors.toSet());
    }

    private static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(ArchitectureTest::outermost).orElse(type);
    }

    private static Stream<String> importingInnerClasses() throws IOException {
        var importing = new ArrayList<String>();
        try (var files = Files.walk(Path.of("src", "main", "java"))) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                if (INNER_IMPORT.matcher(Files.readString(file)).find()) {
                    importing.add(file.getFileName().toString().replace(".java", ""));
                }
            }
        }
        return importing.stream();
    }

    private static String module(String name) {
        return HOUSE + "." + name + "..";
    }

    private static String[] with(String name, List<String> others) {
        var modules = new ArrayList<>(others);
        modules.add(name);
        return modules.stream().map(ArchitectureTest::module).toArray(String[]::new);
    }

    private static DescribedPredicate<JavaClass> areNestedIn(List<String> names) {
        return DescribedPredicate.describe("are one of " + names, type -> names.stream()
                .anyMatch(name ->
                        type.getName().endsWith("." + name) || type.getName().contains("." + name + "$")));
    }

    private static ArchCondition<JavaClass> knowTheEngine() {
        return new ArchCondition<>("know the engine, or name what its models read") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                var known = Stream.concat(
                                Stream.of(type),
                                type.getPackage().getClasses().stream()
                                        .filter(nested -> nested.getName().startsWith(type.getName() + "$")))
                        .anyMatch(ArchitectureTest::knowsTheEngine);
                events.add(new SimpleConditionEvent(type, known, type.getName() + " knows no engine"));
            }
        };
    }

    /** Itself, by a class beside it that it uses or is used by, or since the engine's scripts or models name it. */
    private static boolean knowsTheEngine(JavaClass type) {
        return usesTheEngine(type)
                || Stream.concat(
                                type.getDirectDependenciesFromSelf().stream().map(Dependency::getTargetClass),
                                type.getDirectDependenciesToSelf().stream().map(Dependency::getOriginClass))
                        .filter(resideInAPackage(module("process")))
                        .filter(other -> !other.getName().startsWith(type.getName()))
                        .anyMatch(ArchitectureTest::usesTheEngine)
                || NAMED_BY_THE_ENGINE.stream().anyMatch(type.getSimpleName()::endsWith);
    }

    private static boolean usesTheEngine(JavaClass type) {
        return Stream.concat(
                        type.getDirectDependenciesFromSelf().stream().map(Dependency::getTargetClass),
                        type.getCodeUnits().stream()
                                .flatMap(code -> code.getTryCatchBlocks().stream())
                                .flatMap(block -> block.getCaughtThrowables().stream()))
                .anyMatch(resideInAPackage("org.camunda.."));
    }

    private static DescribedPredicate<JavaAnnotation<?>> aTransactionOfItsOwn() {
        return DescribedPredicate.describe(
                "a transaction of its own",
                annotation -> annotation.getRawType().isEquivalentTo(Transactional.class)
                        && annotation.as(Transactional.class).propagation() == Propagation.REQUIRES_NEW);
    }
}
