package io.accountmigration.process.engine;

import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.el.VariableScopeElResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.springframework.beans.BeanUtils;
import org.springframework.beans.BeanWrapperImpl;
import org.springframework.beans.factory.BeanFactory;

/**
 * Finds what the models name: delegates, listeners and timer settings among the beans, then process variables. No other
 * bean, no property of anything else and no method is found.
 */
class ModelExpressionResolver extends VariableScopeElResolver {

    private final BeanFactory beans;

    ModelExpressionResolver(BeanFactory beans) {
        this.beans = beans;
    }

    @Override
    public Object getValue(ELContext context, Object base, Object property) {
        if (base == null && isForModels(String.valueOf(property))) {
            context.setPropertyResolved(true);
            return beans.getBean(String.valueOf(property));
        }
        if (base instanceof TimerExpressions && isText(base.getClass(), String.valueOf(property))) {
            context.setPropertyResolved(true);
            return new BeanWrapperImpl(base).getPropertyValue(String.valueOf(property));
        }
        return super.getValue(context, base, property);
    }

    private boolean isForModels(String name) {
        return beans.containsBean(name)
                && Stream.of(JavaDelegate.class, ExecutionListener.class, TaskListener.class, TimerExpressions.class)
                        .anyMatch(type -> beans.isTypeMatch(name, type));
    }

    private static boolean isText(Class<?> type, String property) {
        var described = BeanUtils.getPropertyDescriptor(type, property);
        return described != null && described.getPropertyType() == String.class;
    }
}
