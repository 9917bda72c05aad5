package io.accountmigration.publisher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.willAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PublisherReaderTest {

    private static final int PUBLISHERS = 50_000;
    private static final int READERS_AT_ONCE = 4;

    private final CloudPartnerPortal portal = mock();
    private final PublisherReader reader = new PublisherReader(portal, new OutsideCallScope(Clock.systemUTC()));
    private final ExecutorService people = Executors.newCachedThreadPool();

    @AfterEach
    void nobodyReadsOn() {
        people.shutdownNow();
        reader.destroy();
    }

    @Test
    void allPublishersAreListedHoweverManyThereAre() {
        portalHas(PUBLISHERS);

        assertThat(reader.allIds()).hasSize(PUBLISHERS).containsEntry("p00000", "P00000");
        verify(portal, times(PUBLISHERS / 1000 + 1)).publisherIdsAfter(anyString(), anyInt());
    }

    @Test
    void whatOnlyLooksLikeAnIdOfAnotherPublisherIsNotTakenForIt() {
        // The second id begins with the Kelvin sign.
        given(portal.publisherIdsAfter("", 1000)).willReturn(List.of("kontoso", "\u212Aontoso"));

        assertThat(reader.allIds()).isEqualTo(Map.of("kontoso", "kontoso", "\u212Aontoso", "\u212Aontoso"));
    }

    /** A list of many pages takes as long as it takes, and somebody who waits for one answer gets it in between. */
    @Test
    void aLongListKeepsNobodyWaiting() {
        var allBegun = new CountDownLatch(READERS_AT_ONCE);
        var somebodyWaits = new CountDownLatch(1);
        var answered = new CountDownLatch(1);
        var one = new CompletableFuture<List<PublisherUser>>();
        portalHas(3000);
        willAnswer(call -> {
                    allBegun.countDown();
                    somebodyWaits.await();
                    return page("");
                })
                .given(portal)
                .publisherIdsAfter("", 1000);
        willAnswer(call -> {
                    answered.await();
                    return page("P00999");
                })
                .given(portal)
                .publisherIdsAfter("P00999", 1000);
        given(portal.usersOf("contoso")).willReturn(List.of());

        var lists = Stream.generate(() -> CompletableFuture.supplyAsync(reader::allIds, people))
                .limit(READERS_AT_ONCE)
                .toList();
        await(allBegun);
        var somebody = new Thread(() -> one.complete(reader.usersOf("contoso")));
        somebody.start();
        Awaitility.await().until(() -> somebody.getState() == Thread.State.TIMED_WAITING);
        somebodyWaits.countDown();
        assertThat(one.orTimeout(10, TimeUnit.SECONDS).join()).isEmpty();
        answered.countDown();

        assertThat(lists).allSatisfy(list -> assertThat(list.join()).hasSize(3000));
    }

    private void portalHas(int publishers) {
        willAnswer(call -> page(call.getArgument(0)).stream()
                        .filter(id -> number(id) < publishers)
                        .toList())
                .given(portal)
                .publisherIdsAfter(anyString(), anyInt());
    }

    private static List<String> page(String after) {
        var first = after.isEmpty() ? 0 : number(after) + 1;
        return IntStream.range(first, first + 1000).mapToObj("P%05d"::formatted).toList();
    }

    private static int number(String id) {
        return Integer.parseInt(id.substring(1));
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
