package io.accountmigration.sandbox.data.sheet;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The ten ways in which a publisher can behave, each named after the publisher that shows it. */
public enum Kind {
    CONTOSO("Contoso, Ltd"),
    FABRIKAM("Fabrikam, Inc."),
    ADVENTURE_WORKS("Adventure Works Cycles"),
    NORTHWIND("Northwind Traders"),
    TAILSPIN("Tailspin Toys"),
    LITWARE("Litware, Inc."),
    PROSEWARE("Proseware, Inc."),
    WINGTIP("Wingtip Toys"),
    WOODGROVE("Woodgrove Bank"),
    ALPINE("Alpine Ski House");

    private final String company;

    Kind(String company) {
        this.company = company;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String company() {
        return company;
    }

    public static Optional<Kind> find(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
    }

    /** The kind of the n-th generated publisher (from 1): of each hundred most go straight through. */
    static Kind ofGenerated(int n) {
        // 37 and 100 have no common divisor, so the kinds are spread over the hundred instead of standing in blocks.
        int place = (n * 37) % 100;
        int[] upTo = {60, 68, 76, 83, 87, 90, 94, 97, 99, 100};
        int kind = 0;
        while (place >= upTo[kind]) {
            kind++;
        }
        return values()[kind];
    }
}
