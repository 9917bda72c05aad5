package io.accountmigration.outside.budget;

import java.util.Map;
import java.util.function.Function;

/** Where the ledgers lie. */
interface LedgerRows {

    /** Changes a ledger while nobody else can. */
    <T> T change(String system, Function<Ledger, T> change);

    /** All ledgers as they are. */
    Map<String, Ledger> read();
}
