package io.accountmigration.process.engine;

import java.util.Objects;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.impl.AbstractQuery;
import org.camunda.bpm.engine.impl.FilterServiceImpl;
import org.camunda.bpm.engine.impl.QueryValidators.AdhocQueryValidator;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.TaskServiceImpl;
import org.camunda.bpm.engine.task.TaskQuery;

/** Refuses expressions at any depth of a query. The engine's own validation looks at the top only. */
final class ExpressionFreeQueries {

    private ExpressionFreeQueries() {}

    /** Makes queries that are validated as a whole whenever they are run, also as the extension of a filter. */
    static class Tasks extends TaskServiceImpl {

        @Override
        public TaskQuery createTaskQuery() {
            var query = new TaskQueryImpl(commandExecutor);
            query.removeValidator(AdhocQueryValidator.get());
            query.addValidator(ExpressionFreeQueries::requireNoExpression);
            return query;
        }
    }

    /** Stores no filter with an expression. */
    static class Filters extends FilterServiceImpl {

        @Override
        public Filter saveFilter(Filter filter) {
            if (filter != null && filter.getQuery() instanceof AbstractQuery<?, ?> query) {
                requireNoExpression(query);
            }
            return super.saveFilter(filter);
        }
    }

    private static void requireNoExpression(AbstractQuery<?, ?> query) {
        if (holdsExpression(query)) {
            throw new ExpressionNotAllowedException("a query must not hold expressions");
        }
    }

    /** The first query in the list of a query's parts is the query itself. */
    private static boolean holdsExpression(AbstractQuery<?, ?> query) {
        return !query.getExpressions().isEmpty()
                || query instanceof TaskQueryImpl tasks
                        && tasks.getQueries().stream()
                                .filter(part -> part != tasks)
                                .filter(Objects::nonNull)
                                .anyMatch(ExpressionFreeQueries::holdsExpression);
    }
}
