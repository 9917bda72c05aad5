package io.accountmigration.partner;

/** What kind of account an address signs in with. The domain alone does not decide it. */
public sealed interface AccountKind {

    /** A work account in a managed directory. */
    record Work(Tenant tenant) implements AccountKind {}

    /** A personal Microsoft account, and no work account of the same address. */
    record Consumer() implements AccountKind {}

    /** No directory has the address's domain. */
    record NoTenant() implements AccountKind {}

    /** A directory that nobody administers: people came by confirming an e-mail address. */
    record Unmanaged() implements AccountKind {}
}
