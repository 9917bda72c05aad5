package io.accountmigration.migration;

import io.accountmigration.eligibility.Finding;
import io.accountmigration.eligibility.FindingCode;
import io.accountmigration.partner.Tenant;
import io.accountmigration.publisher.EmailAddress;
import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The work address of a case: in whose directory it is, whether its owner is known to read it, what is wrong with it. */
@Embeddable
public class WorkAddress {

    private static final Set<FindingCode> UNUSABLE = EnumSet.of(
            FindingCode.CONSUMER_ACCOUNT,
            FindingCode.NO_TENANT,
            FindingCode.UNMANAGED_TENANT,
            FindingCode.TENANT_MISMATCH);

    private String workEmail;
    private boolean workEmailProven;
    private String tenantId;

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
     * An address that differs from the previous one has to be confirmed again; the one that the owner signs in with is theirs.
     *
     * @param signIn that address, or null where it is not known to be the owner's still
     */
    void enter(EmailAddress address, String signIn) {
        if (!address.value().equals(workEmail)) {
            code = null;
            workEmailProven = false;
        }
        workEmail = address.value();
        workEmailProven = workEmailProven || EmailAddress.areSame(address.value(), signIn);
        tenantId = null;
        addressFinding = null;
    }

    /** It is what its owner signs in with. */
    void prove() {
        workEmailProven = true;
    }

    /** What was given will not do. */
    public void refuse(Finding finding) {
        addressFinding = finding;
    }

    /** Another partner ID is coming, with which it may well belong together. */
    public void forgetMismatch() {
        if (isMismatched()) {
            addressFinding = null;
        }
    }

    /** No code can reach it: another has to be given. */
    void undeliverable() {
        addressFinding = FindingCode.EMAIL_UNDELIVERABLE.naming(workEmail);
        code = null;
        tenantId = null;
    }

    /** It is a work account of this directory. */
    void accept(Tenant tenant) {
        tenantId = tenant.tenantId();
    }

    /** A code is on its way there; the one before is worth nothing. */
    void expectCode(UUID caseId, String plainCode, Instant validUntil) {
        code = new ConfirmationCode(caseId, plainCode, validUntil);
        addressFinding = null;
    }

    /** Compares what the owner typed with the code that was sent. */
    ConfirmationOutcome confirm(UUID caseId, String typed, Instant now) {
        if (code == null && addressFinding != null) {
            // None was sent, and why that is so still counts.
            return ConfirmationOutcome.WRONG;
        }
        if (code == null || code.isExpired(now)) {
            return beginAnew(FindingCode.CODE_EXPIRED.naming());
        }
        if (code.accepts(caseId, typed)) {
            workEmailProven = true;
            addressFinding = null;
            code = null;
            return ConfirmationOutcome.CONFIRMED;
        }
        addressFinding = FindingCode.CODE_WRONG.naming();
        return ConfirmationOutcome.WRONG;
    }

    /** The owner would rather give another. For the same one, the code that was sent still counts. */
    public ConfirmationOutcome beginAnew() {
        addressFinding = null;
        return ConfirmationOutcome.OTHER_ADDRESS;
    }

    /** Another has to be given, for this reason. */
    public ConfirmationOutcome beginAnew(Finding reason) {
        addressFinding = reason;
        code = null;
        return ConfirmationOutcome.OTHER_ADDRESS;
    }

    String value() {
        return workEmail;
    }

    boolean isProven() {
        return workEmailProven;
    }

    /** The directory that it is in, once that is known. */
    public Optional<String> tenantId() {
        return Optional.ofNullable(tenantId);
    }

    /** Whether a code was sent there that can still be entered. */
    public boolean hasCode() {
        return code != null;
    }

    /** Whether it belongs to a personal Microsoft account. */
    boolean isMicrosoftAccount() {
        return isRefusedFor(FindingCode.CONSUMER_ACCOUNT);
    }

    /** Whether it is in a directory of another organisation than the partner ID. */
    boolean isMismatched() {
        return isRefusedFor(FindingCode.TENANT_MISMATCH);
    }

    /** Whether the directory says that it never can be the work address as things are. */
    boolean isUnusable() {
        return addressFinding != null && UNUSABLE.contains(addressFinding.code());
    }

    private boolean isRefusedFor(FindingCode reason) {
        return addressFinding != null && addressFinding.code() == reason;
    }

    public Optional<Finding> problem() {
        return Optional.ofNullable(addressFinding);
    }
}
