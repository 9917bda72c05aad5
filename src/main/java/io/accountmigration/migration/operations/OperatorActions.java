package io.accountmigration.migration.operations;

import java.util.List;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.repository.Repository;

/** What operators did to many cases at once. */
interface OperatorActions extends Repository<OperatorAction, UUID> {

    OperatorAction save(OperatorAction action);

    List<OperatorAction> findByOrderByActedAtDescIdDesc(Limit limit);
}
