package io.accountmigration.sandbox.data.sheet;

/**
 * What a publisher of the first day is called.
 *
 * @param domain of the addresses with which its people sign in to Cloud Partner Portal
 * @param otherDomain of its company's tenant, where that is another one
 * @param unknownPartnerId a number that the Partner Network does not know
 */
record DefaultNames(
        String publisherId,
        String displayName,
        String tenantName,
        String word,
        String domain,
        String otherDomain,
        String partnerId,
        String unknownPartnerId) {

    private static final int FIRST_NAMED = 4_391_507;
    private static final int FIRST_GENERATED = 5_000_000;
    private static final int FIRST_UNKNOWN = 9_000_000;

    static DefaultNames named(Kind kind) {
        var word = kind.word();
        var suffix = kind == Kind.ADVENTURE_WORKS ? "-cycles.com" : "-inc.com";
        return new DefaultNames(
                word,
                kind == Kind.ADVENTURE_WORKS ? "Adventure Works" : kind.company(),
                kind.company(),
                word,
                word + ".com",
                word + suffix,
                String.valueOf(FIRST_NAMED + kind.ordinal()),
                String.valueOf(FIRST_UNKNOWN + 100_000 + kind.ordinal()));
    }

    /** The n-th generated publisher, from 1. */
    static DefaultNames generated(int n, String publisherId) {
        var word = "p" + n;
        return new DefaultNames(
                publisherId,
                publisherId,
                publisherId + " Group",
                word,
                word + ".example",
                word + "-inc.example",
                String.valueOf(FIRST_GENERATED + n),
                String.valueOf(FIRST_UNKNOWN + 200_000 + n));
    }
}
