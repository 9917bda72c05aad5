package io.accountmigration.hostile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.accountmigration.hostile.Fact.ListForm;
import io.accountmigration.program.AdjustableClock;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * What happens on the way between the program and the stand-ins: lists in any order and without their count, small pages,
 * a waiting time in each form, requests that arrive twice or late, and people who edit between two calls.
 */
@TestComponent
@Order(HostileWire.BEFORE_THE_STAND_INS)
class HostileWire extends OncePerRequestFilter {

    static final int BEFORE_THE_STAND_INS = -120;

    private static final Set<String> WRITES = Set.of("POST", "PUT", "PATCH", "DELETE");
    private static final int SMALL_PAGE = 2;
    private static final Duration A_MOMENT = Duration.ofMillis(7);

    private final ObjectMapper json;
    private final AdjustableClock clock;
    private final Trail trail = new Trail();
    private final List<Planned> planned = new ArrayList<>();
    private final List<RepeatedRequest> held = new ArrayList<>();
    private Random random = new Random(0);
    private Optional<ListForm> listForm = Optional.empty();
    private boolean smallPages;
    private boolean hasWritten;

    HostileWire(ObjectMapper json, AdjustableClock clock) {
        this.json = json;
        this.clock = clock;
    }

    /** What happens to one of the next calls. */
    private enum Way {
        EDIT,
        TWICE,
        LATE
    }

    private static final class Planned {

        private final Way way;
        private final Runnable then;
        private int after;

        private Planned(Way way, int after, Runnable then) {
            this.way = way;
            this.after = after;
            this.then = then;
        }

        private boolean isNow(boolean write) {
            return (way == Way.EDIT || write) && after-- == 0;
        }
    }

    /** Begins a world, in which nothing is odd yet. */
    synchronized void begin(long seed) {
        trail.beginAt(clock.instant());
        random = new Random(seed);
        listForm = Optional.empty();
        smallPages = false;
        hasWritten = true;
        planned.clear();
        held.clear();
    }

    /** Notes what happens, which takes a moment. */
    void note(String what) {
        clock.advance(A_MOMENT);
        trail.note(clock.instant(), what);
    }

    /** What happened since the world began. */
    List<String> trail() {
        return trail.lines();
    }

    synchronized void lists(ListForm form) {
        listForm = Optional.of(form);
    }

    synchronized void smallPages() {
        smallPages = true;
    }

    /** Whether a portal may have changed since somebody asked last. */
    synchronized boolean hasWritten() {
        var had = hasWritten;
        hasWritten = false;
        return had;
    }

    /** Has people edit before the call that follows so many others. */
    synchronized void edit(int after, Runnable edit) {
        planned.add(new Planned(Way.EDIT, after, edit));
    }

    /** Has the write that follows so many others arrive twice. */
    synchronized void repeat(int after) {
        planned.add(new Planned(Way.TWICE, after, () -> {}));
    }

    /** Has the write that follows so many others fail for its caller, and arrive before one of the next calls. */
    synchronized void holdBack(int after, int late) {
        planned.add(new Planned(Way.LATE, after, () -> planned.add(new Planned(Way.EDIT, late, this::deliver))));
    }

    /** No call is odd any more; what is late has arrived. */
    void end() {
        synchronized (this) {
            planned.clear();
        }
        deliver();
    }

    /** What is late arrives now, as it would long before anybody waits for it in vain. */
    void deliver() {
        List<RepeatedRequest> late;
        synchronized (this) {
            late = List.copyOf(held);
            held.clear();
        }
        late.forEach(RepeatedRequest::send);
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().matches("/(cpp|partner-center|graph|login)/.*");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var isWrite =
                WRITES.contains(request.getMethod()) && !request.getRequestURI().startsWith("/login/");
        var ways = isRepeated(request) ? List.<Planned>of() : next(isWrite);
        ways.forEach(plan -> plan.then.run());
        if (ways.stream().anyMatch(plan -> plan.way == Way.LATE)) {
            synchronized (this) {
                held.add(RepeatedRequest.of(request));
            }
            note(lineOf(request) + " late");
            breakOff(request);
        } else if (ways.stream().anyMatch(plan -> plan.way == Way.TWICE)) {
            note(lineOf(request) + " twice");
            var twice = RepeatedRequest.of(request);
            twice.send();
            twice.send().ifPresentOrElse(answer -> answer.copyTo(response), () -> breakOff(request));
        } else {
            answer(request, response, chain, isWrite);
        }
    }

    private static boolean isRepeated(HttpServletRequest request) {
        return request.getHeader(RepeatedRequest.MARK) != null;
    }

    private synchronized void noteWrite(boolean isWrite) {
        hasWritten |= isWrite;
    }

    private synchronized List<Planned> next(boolean write) {
        var now = planned.stream().filter(plan -> plan.isNow(write)).toList();
        planned.removeAll(now);
        return now;
    }

    /** As the sandbox does it. */
    private static void breakOff(HttpServletRequest request) {
        request.setAttribute("sandbox.broken", Boolean.TRUE);
    }

    private static String lineOf(HttpServletRequest request) {
        return request.getMethod() + " " + request.getRequestURI();
    }

    private void answer(HttpServletRequest request, HttpServletResponse response, FilterChain chain, boolean isWrite)
            throws ServletException, IOException {
        var kept = new ContentCachingResponseWrapper(response);
        chain.doFilter(smallPages ? new SmallPages(request) : request, kept);
        // As long as nobody has the answer, the story stands still.
        noteWrite(isWrite);
        note(lineOf(request) + " " + kept.getStatus());
        if (kept.getHeader(HttpHeaders.RETRY_AFTER) != null) {
            kept.setHeader(
                    HttpHeaders.RETRY_AFTER,
                    RetryAfterForm.any(random)
                            .text(clock.instant(), Integer.parseInt(kept.getHeader(HttpHeaders.RETRY_AFTER))));
        }
        if (request.getMethod().equals("GET") && listForm.isPresent()) {
            spoilList(kept, listForm.get());
        }
        kept.copyBodyToResponse();
    }

    private void spoilList(ContentCachingResponseWrapper kept, ListForm form) throws IOException {
        var list = list(kept.getContentAsByteArray());
        if (list.isEmpty()) {
            return;
        }
        if (form.isUnordered()) {
            var items = new ArrayList<JsonNode>();
            list.get().path("items").forEach(items::add);
            Collections.shuffle(items, random);
            ((ArrayNode) list.get().path("items")).removeAll().addAll(items);
        }
        if (form.isUncounted()) {
            list.get().remove("totalCount");
        }
        kept.resetBuffer();
        json.writeValue(kept.getOutputStream(), list.get());
    }

    private Optional<ObjectNode> list(byte[] body) throws IOException {
        try {
            return body.length > 0
                            && json.readTree(body) instanceof ObjectNode object
                            && object.path("items").isArray()
                    ? Optional.of(object)
                    : Optional.empty();
        } catch (JsonProcessingException cut) {
            return Optional.empty();
        }
    }

    /** A feed that answers less at once than it is asked for. */
    private static final class SmallPages extends HttpServletRequestWrapper {

        private static final String SIZE = "size";

        private SmallPages(HttpServletRequest request) {
            super(request);
        }

        @Override
        public String[] getParameterValues(String name) {
            var given = super.getParameterValues(name);
            return name.equals(SIZE) && given != null ? new String[] {String.valueOf(SMALL_PAGE)} : given;
        }

        @Override
        public String getParameter(String name) {
            var values = getParameterValues(name);
            return values == null ? null : values[0];
        }

        @Override
        public Map<String, String[]> getParameterMap() {
            var all = new HashMap<>(super.getParameterMap());
            all.replaceAll((name, values) -> getParameterValues(name));
            return all;
        }
    }
}
