package io.accountmigration.system;

import java.util.Locale;

/** The ten ways in which a publisher of the sandbox behaves. */
public enum Kind {
    CONTOSO,
    FABRIKAM,
    ADVENTURE_WORKS,
    NORTHWIND,
    TAILSPIN,
    LITWARE,
    PROSEWARE,
    WINGTIP,
    WOODGROVE,
    ALPINE;

    /** The word for it, which is also the id of the publisher that shows it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
