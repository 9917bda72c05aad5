package io.accountmigration.campaign.readiness;

import io.accountmigration.campaign.readiness.RejectedRow.Reason;
import io.accountmigration.publisher.InvisibleText;
import io.accountmigration.publisher.Publisher;
import io.accountmigration.publisher.PublisherReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Splits the rows of a selection into those that name a publisher and those that do not. */
@Component
public class SelectAccounts {

    /** The publishers, in the portal's spelling and in the order of the rows; and the rows that name none. */
    public record Selection(List<String> publisherIds, List<RejectedRow> rejected) {}

    private static final Pattern PUBLISHER_ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");

    private final PublisherReader publishers;

    SelectAccounts(PublisherReader publishers) {
        this.publishers = publishers;
    }

    /** Goes through the rows; asks the portal which publishers there are. */
    public Selection select(List<SelectedRow> rows) {
        var known = publishers.allIds();
        var seen = new HashSet<String>();
        var publisherIds = new ArrayList<String>();
        var rejected = new ArrayList<RejectedRow>();
        for (var row : rows) {
            var key = Optional.ofNullable(row.content())
                    .map(InvisibleText::trim)
                    .filter(id -> PUBLISHER_ID.matcher(id).matches())
                    .map(Publisher::keyOf);
            if (key.isEmpty()) {
                rejected.add(RejectedRow.of(row, Reason.NOT_A_PUBLISHER_ID));
            } else if (!seen.add(key.get())) {
                rejected.add(RejectedRow.of(row, Reason.DUPLICATE));
            } else if (!known.containsKey(key.get())) {
                rejected.add(RejectedRow.of(row, Reason.UNKNOWN_PUBLISHER));
            } else {
                publisherIds.add(known.get(key.get()));
            }
        }
        return new Selection(publisherIds, rejected);
    }
}
