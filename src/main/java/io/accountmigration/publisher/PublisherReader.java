package io.accountmigration.publisher;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;
import org.springframework.stereotype.Component;

/**
 * Reads Cloud Partner Portal for somebody who waits for the answer: few at once and not for long, so that a slow portal
 * cannot use up the threads and connections of everything else.
 */
@Component
public class PublisherReader implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(PublisherReader.class);
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration COME_BACK = Duration.ofSeconds(2);
    private static final int AT_ONCE = 4;
    private static final int LISTED_AT_ONCE = 1000;

    private final CloudPartnerPortal portal;
    private final Semaphore places = new Semaphore(AT_ONCE, true);
    private final ExecutorService calls =
            Executors.newFixedThreadPool(AT_ONCE, new CustomizableThreadFactory("publisher-reader-"));

    private final OutsideCallScope scope;

    PublisherReader(CloudPartnerPortal portal, OutsideCallScope scope) {
        this.portal = portal;
        this.scope = scope;
    }

    /**
     * The publisher with its users, or nothing where the portal knows none of that id.
     *
     * @throws CloudPartnerPortalUnavailable when the portal does not answer within two seconds, or cannot
     */
    public Optional<PublisherSnapshot> read(String publisherId) {
        if (!Publisher.canHaveId(publisherId)) {
            return Optional.empty();
        }
        return withinPatience(() -> portal.find(publisherId)
                .map(publisher -> new PublisherSnapshot(publisher, portal.usersOf(publisher.id()))));
    }

    /**
     * The user entries of a publisher, the disabled ones too.
     *
     * @throws CloudPartnerPortalUnavailable when the portal does not answer within two seconds, or cannot
     */
    public List<PublisherUser> usersOf(String publisherId) {
        return withinPatience(() -> portal.usersOf(publisherId));
    }

    /**
     * The publishers that a person is an active user of.
     *
     * @throws CloudPartnerPortalUnavailable when the portal does not answer within two seconds, or cannot
     */
    public List<PublisherMembership> publishersOf(EmailAddress address) {
        return withinPatience(() -> portal.publishersOf(address));
    }

    private <T> T withinPatience(Supplier<T> reading) {
        var priority = scope.current().priority();
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        try {
            if (!places.tryAcquire(PATIENCE.toNanos(), TimeUnit.NANOSECONDS)) {
                throw new CloudPartnerPortalUnavailable("too many readers at once", COME_BACK, null);
            }
            // A call that outlives its caller keeps its place until it ends.
            var call = CompletableFuture.supplyAsync(() -> scope.at(priority, reading), calls)
                    .whenComplete((answer, failure) -> places.release());
            return call.get(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (TimeoutException slow) {
            throw new CloudPartnerPortalUnavailable("no answer within " + PATIENCE, COME_BACK, slow);
        } catch (ExecutionException | CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CloudPartnerPortalUnavailable("interrupted", null, interrupted);
        }
    }

    /**
     * The ids of all publishers in the portal's spelling, by their {@link Publisher#keyOf key}.
     *
     * @throws CloudPartnerPortalUnavailable when the portal does not answer for a page within two seconds, or cannot
     */
    public Map<String, String> allIds() {
        var ids = new HashMap<String, String>();
        for (var page = idsAfter(""); !page.isEmpty(); ) {
            page.forEach(id -> ids.put(Publisher.keyOf(id), id));
            page = page.size() < LISTED_AT_ONCE ? List.of() : idsAfter(page.get(page.size() - 1));
        }
        return ids;
    }

    /** Between two pages somebody else has a turn. */
    private List<String> idsAfter(String publisherId) {
        return withinPatience(() -> portal.publisherIdsAfter(publisherId, LISTED_AT_ONCE));
    }

    /** Makes the first connection before the first person has to wait for it. */
    @EventListener(ApplicationReadyEvent.class)
    void warmUp() {
        calls.execute(() -> {
            try {
                portal.find("warm-up");
                portal.usersOf("warm-up");
            } catch (OutsideUnavailable unavailable) {
                LOG.warn("{} does not answer yet: {}", unavailable.system(), unavailable.getMessage());
            }
        });
    }

    @Override
    public void destroy() {
        calls.shutdownNow();
    }
}
