package io.accountmigration.ports;

import io.accountmigration.migration.Caller;
import io.accountmigration.migration.Migration;
import io.accountmigration.migration.Migrations;
import io.accountmigration.partner.AccountKind;
import io.accountmigration.partner.Tenant;
import io.accountmigration.partner.Vetting;
import io.accountmigration.program.AdjustableClock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.mockito.Mockito;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** One publisher with one owner and nothing in the way, until a test says otherwise. */
public abstract class OnePublisher {

    public static final String OWNER = "owner@contoso.com";
    public static final String CO_OWNER = "co-owner@contoso.com";
    public static final String PARTNER_ID = "1000";
    public static final Tenant CONTOSO = new Tenant("tenant-contoso", "Contoso, Ltd");
    public static final Tenant OTHER = new Tenant("tenant-other", "Another Company");
    public static final Caller OPERATOR = new Caller("operator", Set.of(Caller.Role.OPERATOR));

    private static final AtomicInteger PUBLISHERS = new AtomicInteger();

    @Autowired
    public InMemoryPortal portal;

    @Autowired
    public InMemoryPartnerCenter partnerCenter;

    @Autowired
    protected InMemoryPartnerNetwork partnerNetwork;

    @Autowired
    protected InMemoryDirectory directory;

    @Autowired
    protected AdjustableClock clock;

    @Autowired
    protected Migrations migrations;

    @Autowired
    protected JdbcTemplate database;

    protected final String publisherId = "Contoso." + PUBLISHERS.incrementAndGet();

    @BeforeEach
    void nothingIsInTheWay() {
        Mockito.reset(portal, partnerCenter, partnerNetwork, directory);
        // What the program has heard in another test and remembers for some minutes is forgotten.
        clock.advance(Duration.ofMinutes(10));
        portal.clear();
        // The same people play in all tests.
        database.update("delete from person_use");
        partnerNetwork.clear();
        partnerNetwork.add(PARTNER_ID, Vetting.AUTHORIZED, CONTOSO);
        directory.add("contoso.com", new AccountKind.Work(CONTOSO));
        directory.add("other.com", new AccountKind.Work(OTHER));
        directory.add("outlook.com", new AccountKind.Consumer());
        directory.add("unmanaged.com", new AccountKind.Unmanaged());
        portal.add(publisherId, Optional.of(PARTNER_ID), OWNER);
    }

    protected Migration theCase() {
        return migrations.latest(publisherId).orElseThrow();
    }

    protected String problem() {
        return theCase().problem().map(finding -> finding.code().name()).orElse("none");
    }
}
