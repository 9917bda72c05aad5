package io.accountmigration.migration;

import io.accountmigration.eligibility.Finding;
import io.accountmigration.eligibility.FindingCode;
import io.accountmigration.partner.Tenant;
import io.accountmigration.publisher.EmailAddress;
import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** The work address of a case: in whose directory it is, whether its owner is known to read it, what is wrong with it. */
@Embeddable
class WorkAddress {

    private String workEmail;
    private boolean workEmailProven;
    private String tenantId;
    private String tenantName;

    @Convert(converter = JsonColumn.OfFinding.class)
    private Finding addressFinding;

    @Embedded
    private ConfirmationCode code;

    protected WorkAddress() {}

    /** One that is offered until an owner gives another. */
    WorkAddress(String offered) {
        workEmail = offered;
    }

    /**
     * Another than before has to be proven anew; the one that the owner signs in with is theirs.
     *
     * @param signIn that address, or null where it is not known to be the owner's still
     */
    void enter(EmailAddress address, String signIn) {
        if (!address.value().equals(workEmail)) {
            code = null;
            workEmailProven = false;
        }
        workEmail = address.value();
        workEmailProven = workEmailProven || address.value().equalsIgnoreCase(signIn);
        tenantId = null;
        tenantName = null;
        addressFinding = null;
    }

    /** What was given will not do. */
    void refuse(Finding finding) {
        addressFinding = finding;
    }

    /** It is a work account of this directory. */
    void accept(Tenant tenant) {
        tenantId = tenant.tenantId();
        tenantName = tenant.displayName();
    }

    /** A code is on its way there. Sending another gives no further attempts. */
    void expectCode(UUID caseId, String plainCode, Instant validUntil) {
        code = new ConfirmationCode(caseId, plainCode, validUntil, code == null ? 0 : code.attempts());
        addressFinding = null;
    }

    /** Compares what the owner typed with the code that was sent. */
    Confirmation confirm(UUID caseId, String typed, Instant now) {
        if (code == null || code.isExpired(now)) {
            return beginAnew(FindingCode.CODE_EXPIRED.naming());
        }
        if (code.accepts(caseId, typed)) {
            workEmailProven = true;
            addressFinding = null;
            code = null;
            return Confirmation.CONFIRMED;
        }
        if (code.isUsedUp()) {
            return beginAnew(FindingCode.CODE_WRONG.naming());
        }
        addressFinding = FindingCode.CODE_WRONG.naming();
        return Confirmation.WRONG;
    }

    /** The owner would rather give another. */
    Confirmation beginAnew() {
        return beginAnew(null);
    }

    private Confirmation beginAnew(Finding reason) {
        addressFinding = reason;
        code = null;
        return Confirmation.OTHER_ADDRESS;
    }

    String value() {
        return workEmail;
    }

    boolean isProven() {
        return workEmailProven;
    }

    /** The directory that it is in, once that is known. */
    Optional<Tenant> tenant() {
        return Optional.ofNullable(tenantId).map(known -> new Tenant(known, tenantName));
    }

    /** Whether it belongs to a personal Microsoft account. */
    boolean isMicrosoftAccount() {
        return isRefusedFor(FindingCode.CONSUMER_ACCOUNT);
    }

    /** Whether it is in a directory of another organisation than the partner ID. */
    boolean isMismatched() {
        return isRefusedFor(FindingCode.TENANT_MISMATCH);
    }

    private boolean isRefusedFor(FindingCode reason) {
        return addressFinding != null && addressFinding.code() == reason;
    }

    Optional<Finding> problem() {
        return Optional.ofNullable(addressFinding);
    }
}
