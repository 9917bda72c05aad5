package io.accountmigration.eligibility;

import io.accountmigration.publisher.PersonLimits;
import io.accountmigration.publisher.PersonLimits.Kind;
import io.accountmigration.publisher.PersonLimits.Limit;
import java.time.Duration;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps the names of partners' organisations from owners who try one partner ID or address after the other: they tell
 * which company is behind an ID. This is the only way to a finding with a name.
 */
@Component
public class TenantNameDisclosure {

    /** Who will read what is found: these owners, or staff. Where a case has no owner left, that is nobody. */
    public record Audience(boolean isStaff, Set<String> owners) {

        /** Operators and services, who see names without a limit. */
        public static final Audience STAFF = new Audience(true, Set.of());

        /** These owners, by the address they sign in with; the name counts as disclosed to all of them. */
        public static Audience owners(Collection<String> addresses) {
            return new Audience(
                    false,
                    addresses.stream()
                            .map(address -> address.toLowerCase(Locale.ROOT))
                            .collect(Collectors.toUnmodifiableSet()));
        }
    }

    private final PersonLimits limits;
    private final TenantNameSettings settings;

    TenantNameDisclosure(PersonLimits limits, TenantNameSettings settings) {
        this.limits = limits;
        this.settings = settings;
    }

    /** This mismatch as the audience may see it: without the name where one of them has seen too many names. */
    @Transactional
    public Finding tell(TenantMismatch mismatch, Audience audience) {
        if (audience.owners().isEmpty() && !audience.isStaff()) {
            return mismatch.unnamed();
        }
        var limitsOfOwners = audience.owners().stream().map(this::limit).toList();
        return limits.take(limitsOfOwners).isEmpty() ? mismatch.named() : mismatch.unnamed();
    }

    private Limit limit(String owner) {
        return new Limit(Kind.TENANT_NAME, "person/" + owner, settings.tenantNames(), Duration.ofDays(1));
    }
}
