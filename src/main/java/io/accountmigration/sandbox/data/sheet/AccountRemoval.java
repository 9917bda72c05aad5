package io.accountmigration.sandbox.data.sheet;

import io.accountmigration.sandbox.data.SandboxDatabase;
import jakarta.persistence.EntityManager;
import java.util.List;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Forgets a publisher with all that came with it, except what other publishers share; or forgets everything. */
@Component
@Profile("sandbox")
public class AccountRemoval {

    private static final List<String> ALL_TABLES = List.of(
            "sandbox_write",
            "sandbox_answer",
            "sandbox_audit_record",
            "sandbox_account_user",
            "sandbox_account",
            "sandbox_partner_tenant",
            "sandbox_partner",
            "sandbox_microsoft_account",
            "sandbox_domain",
            "sandbox_tenant",
            "sandbox_cpp_user",
            "sandbox_publisher");

    private static final List<String> ONE_PUBLISHER = List.of(
            """
            delete from sandbox_audit_record where account_id in
                (select account_id from sandbox_account where publisher_key = :key)""",
            """
            delete from sandbox_account_user where account_id in
                (select account_id from sandbox_account where publisher_key = :key)""",
            "delete from sandbox_account where publisher_key = :key",
            "delete from sandbox_cpp_user where publisher_key = :key",
            "delete from sandbox_publisher where publisher_key = :key",
            """
            delete from sandbox_partner_tenant where mpn_id in
                (select mpn_id from sandbox_partner where made_by = :key)
                and mpn_id not in (select membership_id from sandbox_publisher where membership_id is not null)""",
            """
            delete from sandbox_partner where made_by = :key
                and mpn_id not in (select membership_id from sandbox_publisher where membership_id is not null)
                and (global_mpn_id is null or global_mpn_id not in
                    (select membership_id from sandbox_publisher where membership_id is not null))""",
            "delete from sandbox_microsoft_account where made_by = :key",
            """
            delete from sandbox_domain where made_by = :key
                and tenant_id not in (select tenant_id from sandbox_partner_tenant)""",
            """
            delete from sandbox_tenant where made_by = :key
                and tenant_id not in (select tenant_id from sandbox_partner_tenant)""");

    private final EntityManager entities;

    public AccountRemoval(SandboxDatabase database) {
        this.entities = database.entityManager();
    }

    void remove(String key) {
        ONE_PUBLISHER.forEach(statement ->
                entities.createNativeQuery(statement).setParameter("key", key).executeUpdate());
        entities.clear();
    }

    void removeAll() {
        ALL_TABLES.forEach(
                table -> entities.createNativeQuery("delete from " + table).executeUpdate());
        entities.clear();
    }
}
