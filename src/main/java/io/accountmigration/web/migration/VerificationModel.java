package io.accountmigration.web.migration;

import io.accountmigration.migration.move.VerifiedItem.Result;
import io.accountmigration.web.page.DisplayedTime;
import java.util.List;
import java.util.Locale;

/** What the page of a case shows of its verification; {@code mayRepeat} is for operators, once the account has moved. */
record VerificationModel(
        DisplayedTime at,
        long moved,
        long notMoved,
        long differing,
        List<VerificationTable.VerifiedLine> lines,
        boolean mayRepeat) {

    static VerificationModel of(VerificationTable.Table table, boolean mayRepeat, Locale locale) {
        return new VerificationModel(
                DisplayedTime.of(table.verifiedAt(), locale),
                table.count(Result.MOVED),
                table.count(Result.NOT_MOVED),
                table.count(Result.DIFFERS),
                table.items(),
                mayRepeat);
    }
}
