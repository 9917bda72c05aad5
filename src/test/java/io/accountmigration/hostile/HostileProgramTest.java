package io.accountmigration.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import io.accountmigration.program.AdjustableClock;
import io.accountmigration.system.Program;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterAll;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.bean.override.convention.TestBean;
import org.springframework.test.context.bean.override.mockito.MockitoBean;

/**
 * Starts the program with its sandbox, without the threads that run jobs and without schedules: both happen when a story
 * says so. One world at a time is played, since the clock and the troubles are those of the whole program.
 */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:hostile-world;DB_CLOSE_DELAY=-1;DB_CLOSE_ON_EXIT=FALSE;LOCK_TIMEOUT=10000;QUERY_CACHE_SIZE=256",
            "camunda.bpm.job-execution.enabled=false",
            "user-sync.poll-interval=P1D",
            "user-sync.wake-interval=P1D",
            "user-sync.adoption-interval=P1D",
            "migration.owners-refresh.interval=P1D",
            "readiness.recheck-poll=P1D",
            "user-sync.lag=PT1H",
            "logging.level.root=WARN",
            "logging.level.io.accountmigration=WARN",
            "logging.level.io.accountmigration.hostile=INFO",
        })
@ActiveProfiles("sandbox")
@Import({Staff.class, Engine.class, HostileWire.class, NumberedIds.class})
abstract class HostileProgramTest {

    private static final Logger LOG = LoggerFactory.getLogger(HostileProgramTest.class);

    /** So many are told as short as they can be, which takes its time. */
    private static final int STORIES = Integer.getInteger("stories", 5);

    /** Whether each call of a world that broke a promise is told, too. */
    private static final boolean TRAILS = Boolean.getBoolean("trails");

    private static final int TOLD_EACH = 100;
    private static final Instant BEGIN = Instant.parse("2027-01-04T00:00:00Z");

    @LocalServerPort
    private int port;

    @TestBean
    private AdjustableClock clock;

    /** Nothing happens by itself: only a story says when a schedule is due. */
    @MockitoBean(name = "taskScheduler")
    private ThreadPoolTaskScheduler schedules;

    @Autowired
    private Staff staff;

    /** Time goes on when something happens, and by as much in each play of a story. */
    static AdjustableClock clock() {
        return new AdjustableClock(Clock.fixed(BEGIN, ZoneOffset.UTC));
    }

    @AfterAll
    static void timeGoesOn() {
        ClockUtil.reset();
    }

    Storyteller storyteller() {
        return new Storyteller(staff, new Program("http://127.0.0.1:" + port));
    }

    /** Plays each world twice. */
    void requireSameTrails(List<World> worlds) {
        var storyteller = storyteller();
        for (var world : worlds) {
            assertThat(storyteller.trailOf(world)).as(world.toString()).isEqualTo(storyteller.trailOf(world));
        }
    }

    /** Plays these worlds, and tells each one that broke a promise. */
    void requireNothingBroken(List<World> worlds) {
        var storyteller = storyteller();
        var broken = new ArrayList<String>();
        var begin = System.nanoTime();
        var cpu = cpuMillis();
        var seed = worlds.get(0).seed();
        for (var number = 0; number < worlds.size(); number++) {
            storyteller.play(worlds.get(number)).ifPresent(story -> {
                // Told at once: to make it short takes its time.
                LOG.error("{}", story);
                if (TRAILS) {
                    LOG.info("{}", String.join("\n", story.trail()));
                }
                broken.add((broken.size() < STORIES ? storyteller.shrink(story) : story).toString());
                LOG.error("In short: {}", broken.get(broken.size() - 1));
            });
            if ((number + 1) % TOLD_EACH == 0) {
                LOG.info("{} worlds from seed {} so far, {} broken", number + 1, seed, broken.size());
            }
        }
        LOG.info(
                "{} worlds from seed {} in {} s, {} ms of processor each, {} broken; they ended as {}",
                worlds.size(),
                seed,
                (System.nanoTime() - begin) / 1_000_000_000,
                (cpuMillis() - cpu) / worlds.size(),
                broken.size(),
                storyteller.endings());
        assertThat(broken).isEqualTo(List.of());
    }

    /** What this process has used so far; its database may be another one. */
    private static long cpuMillis() {
        return ProcessHandle.current()
                .info()
                .totalCpuDuration()
                .map(Duration::toMillis)
                .orElse(0L);
    }
}
