package io.accountmigration.process.engine;

import java.lang.reflect.Method;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.el.Expression;
import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.engine.impl.el.VariableScopeElResolver;
import org.camunda.bpm.impl.juel.ExpressionFactoryImpl;
import org.camunda.bpm.impl.juel.ExpressionFactoryImpl.Profile;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELException;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.springframework.beans.BeanUtils;
import org.springframework.beans.BeanWrapperImpl;
import org.springframework.beans.factory.BeanFactory;

/** Evaluates the expressions of models and no others: their language has no functions and calls no methods. */
class ModelExpressionManager extends JuelExpressionManager {

    private final BeanFactory beans;

    ModelExpressionManager(BeanFactory beans) {
        this.beans = beans;
        // The grammar of this profile has no calls of methods.
        setExpressionFactory(new ExpressionFactoryImpl(Profile.JEE5));
    }

    @Override
    public void addFunction(String name, Method function) {
        // The engine offers the caller's name and the time; no model and no filter asks for them.
    }

    @Override
    public Expression createExpression(String expression) {
        try {
            return super.createExpression(expression);
        } catch (ELException unreadable) {
            throw new ExpressionNotAllowedException("the expression is not in the language of the models", unreadable);
        }
    }

    /** Only queries evaluate without a scope, among them nested and stored ones, which the engine does not validate. */
    @Override
    public ELContext getElContext(VariableScope scope) {
        if (scope == null) {
            throw new ExpressionNotAllowedException("only expressions of models are evaluated");
        }
        return super.getElContext(scope);
    }

    @Override
    protected ELResolver createElResolver() {
        return new ModelResolver(beans);
    }

    /** Finds delegates, listeners and timer settings among the beans, then process variables; nothing else has a name. */
    private static class ModelResolver extends VariableScopeElResolver {

        private final BeanFactory beans;

        ModelResolver(BeanFactory beans) {
            this.beans = beans;
        }

        @Override
        public Object getValue(ELContext context, Object base, Object property) {
            var name = String.valueOf(property);
            if (base == null && isForModels(name)) {
                context.setPropertyResolved(true);
                return beans.getBean(name);
            }
            if (base instanceof TimerExpressions && isText(base.getClass(), name)) {
                context.setPropertyResolved(true);
                return new BeanWrapperImpl(base).getPropertyValue(name);
            }
            return super.getValue(context, base, property);
        }

        private boolean isForModels(String name) {
            return beans.containsBean(name)
                    && Stream.of(
                                    JavaDelegate.class,
                                    ExecutionListener.class,
                                    TaskListener.class,
                                    TimerExpressions.class)
                            .anyMatch(type -> beans.isTypeMatch(name, type));
        }

        private static boolean isText(Class<?> type, String property) {
            var described = BeanUtils.getPropertyDescriptor(type, property);
            return described != null && described.getPropertyType() == String.class;
        }
    }
}
