package io.accountmigration.process.engine;

import java.lang.reflect.Method;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.el.Expression;
import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.impl.juel.ExpressionFactoryImpl;
import org.camunda.bpm.impl.juel.ExpressionFactoryImpl.Profile;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELException;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
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
        return new ModelExpressionResolver(beans);
    }
}
