package io.accountmigration.outside.partnercenter;

import io.accountmigration.outside.Answer;
import io.accountmigration.outside.Call;
import io.accountmigration.partner.PartnerCenterUnavailable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Reads a collection page by page, to the end: a part of it is a failure. */
final class Pages<T> {

    private static final int MAX_PAGES = 200;

    private final LinkedHashMap<Object, T> items = new LinkedHashMap<>();
    private final Set<Integer> totals = new HashSet<>();
    private int pages;
    private int received;
    private int lastTotal;
    private boolean eachCountsItself = true;

    private Pages() {}

    /**
     * All items, each once.
     *
     * @param call the call for the collection, created for each page
     * @param nameOf by what an item is known again
     * @param goesOn whether an answer is a page; if one is not, there is no result
     */
    static <T> Optional<List<T>> read(
            Supplier<Call> call, Class<T> type, Function<T, Object> nameOf, Predicate<Answer> goesOn) {
        var read = new Pages<T>();
        Optional<PageAnswer.Link> next = Optional.empty();
        while (read.pages < MAX_PAGES) {
            var answer = ask(call.get(), next);
            if (!goesOn.test(answer)) {
                return Optional.empty();
            }
            var page = answer.as(PageAnswer.class);
            read.add(page.totalCount(), answer.pageItems(type), nameOf);
            next = page.next();
            if (next.isEmpty()) {
                return Optional.of(read.complete(answer));
            }
        }
        throw new PartnerCenterUnavailable("a collection did not end after " + MAX_PAGES + " pages", null, null);
    }

    private static Answer ask(Call call, Optional<PageAnswer.Link> page) {
        page.ifPresent(link -> {
            call.at(link.uri());
            link.continuationToken().ifPresent(token -> call.header("MS-ContinuationToken", token));
        });
        return call.send();
    }

    private void add(int total, List<T> page, Function<T, Object> nameOf) {
        pages++;
        page.forEach(item -> items.putIfAbsent(nameOf.apply(item), item));
        received += page.size();
        lastTotal = total;
        totals.add(total);
        eachCountsItself &= total == page.size();
    }

    /**
     * A collection that grows while it is read shifts items from page to page: a repeated one then hides a missed one.
     * Where each page counts itself only, the way on is all there is to go by.
     */
    private List<T> complete(Answer last) {
        var addsUp = items.size() == lastTotal || received == lastTotal && totals.size() == 1 || eachCountsItself;
        if (!addsUp) {
            throw last.unreadable("totalCount");
        }
        return new ArrayList<>(items.values());
    }
}
