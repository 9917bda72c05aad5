package io.accountmigration.crash;

import io.accountmigration.partner.PartnerCenter;
import io.accountmigration.publisher.CloudPartnerPortal;
import io.accountmigration.publisher.RequestKey;
import jakarta.mail.internet.MimeMessage;
import java.util.UUID;
import org.aopalliance.intercept.MethodInterceptor;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.mail.javamail.JavaMailSender;

/** A switch of the tests: every try of a write goes under another name, and every try of a mail under another id. */
@TestConfiguration(proxyBeanMethods = false)
class BrokenIdempotency {

    @Bean
    static BeanPostProcessor forgetsWhatItDid() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                var forgets = bean instanceof PartnerCenter
                        || bean instanceof CloudPartnerPortal
                        || bean instanceof JavaMailSender;
                return forgets ? forgetful(bean) : bean;
            }
        };
    }

    private static Object forgetful(Object bean) {
        var factory = new ProxyFactory(bean);
        factory.setProxyTargetClass(bean instanceof JavaMailSender);
        factory.addAdvice((MethodInterceptor) call -> {
            var arguments = call.getArguments();
            for (int i = 0; i < arguments.length; i++) {
                arguments[i] = renamed(arguments[i]);
            }
            return call.proceed();
        });
        return factory.getProxy();
    }

    private static Object renamed(Object argument) throws Exception {
        if (argument instanceof RequestKey key) {
            return new RequestKey(UUID.randomUUID(), key.step(), key.subject());
        }
        if (argument instanceof MimeMessage message) {
            var copy = new MimeMessage(message);
            copy.setHeader("Message-ID", "<" + UUID.randomUUID() + "@forgetful.example>");
            return copy;
        }
        return argument;
    }
}
