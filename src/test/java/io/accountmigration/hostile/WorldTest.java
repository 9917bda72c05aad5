package io.accountmigration.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WorldTest {

    private static final int WORLDS = 2_000;
    private static final int SELDOM = WORLDS / 100;

    private static final List<World> MANY = World.from(1, WORLDS).toList();

    @ParameterizedTest
    @EnumSource
    void everythingThatGoesWrongInRealityGoesWrongInWorlds(Topic topic) {
        assertThat(MANY.stream().filter(topic::isIn).count()).isGreaterThan(SELDOM);
    }

    @ParameterizedTest
    @EnumSource
    void everyKindOfEventHappens(Event.Kind kind) {
        assertThat(MANY.stream()
                        .flatMap(world -> world.events().stream())
                        .filter(event -> event.kind() == kind)
                        .count())
                .isGreaterThan(SELDOM);
    }

    @Test
    void everyTroubleHappens() {
        var seen = MANY.stream()
                .flatMap(world -> world.events().stream())
                .filter(event -> event.kind() == Event.Kind.FAULT)
                .map(event -> Trouble.of(event.number()))
                .distinct()
                .toList();

        assertThat(seen).containsExactlyInAnyOrderElementsOf(Trouble.all());
    }

    @Test
    void aFewWorldsShowEveryTopic() {
        var few = Topic.shownBy(World.from(1, HostileWorldTest.AMONG));

        assertThat(few).hasSizeLessThan(WORLDS / 100);
        assertThat(Topic.values()).allMatch(topic -> few.stream().anyMatch(topic::isIn));
    }

    @Test
    void aSeedMakesTheSameWorldEachTime() {
        assertThat(World.of(7)).isEqualTo(World.of(7)).isNotEqualTo(World.of(8));
    }
}
