package io.accountmigration.web;

import io.accountmigration.web.filter.ProblemResponses;
import io.accountmigration.web.filter.RequestFirewallFilter;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import org.apache.catalina.filters.FailedRequestFilter;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.web.servlet.server.CookieSameSiteSupplier;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.converter.yaml.MappingJackson2YamlHttpMessageConverter;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;

/** The languages people are spoken to in, and what handlers may ask for. */
@Configuration(proxyBeanMethods = false)
class WebConfiguration implements WebMvcConfigurer {

    private static final Locale DUTCH = Locale.forLanguageTag("nl");

    private final CallerArgumentResolver callerArgument;

    WebConfiguration(CallerArgumentResolver callerArgument) {
        this.callerArgument = callerArgument;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(callerArgument);
    }

    /** The library that reads our own tables brings another way to write bodies, to which no limit of JSON applies. */
    @Override
    public void extendMessageConverters(List<HttpMessageConverter<?>> converters) {
        converters.removeIf(MappingJackson2YamlHttpMessageConverter.class::isInstance);
    }

    @Bean
    static LocaleResolver localeResolver() {
        var resolver = new AcceptHeaderLocaleResolver();
        resolver.setSupportedLocales(List.of(Locale.ENGLISH, DUTCH));
        resolver.setDefaultLocale(Locale.ENGLISH);
        return resolver;
    }

    @Bean
    static MessageSource messageSource() {
        var texts = new ResourceBundleMessageSource();
        texts.setBasename("texts/web");
        texts.setDefaultEncoding("UTF-8");
        texts.setFallbackToSystemLocale(false);
        return texts;
    }

    /** Parameters that cannot be read in full are refused: too many, too long, or badly encoded. */
    @Bean
    static FilterRegistrationBean<FailedRequestFilter> failedRequestFilter() {
        var filter = new FilterRegistrationBean<>(new FailedRequestFilter());
        filter.setOrder(RequestFirewallFilter.ORDER - 1);
        return filter;
    }

    /** Also on the way to the error page, which such a request never reaches. */
    @Bean
    static RequestRejectedHandler requestRejectedHandler(ProblemResponses problems) {
        return (request, response, rejected) -> problems.write(
                "REQUEST_INVALID", HttpServletResponse.SC_BAD_REQUEST, request.getMethod(), request, response);
    }

    @Bean
    static CookieSameSiteSupplier sessionCookieSameSite() {
        return CookieSameSiteSupplier.ofLax().whenHasName("JSESSIONID");
    }
}
