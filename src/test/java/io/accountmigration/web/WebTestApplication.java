package io.accountmigration.web;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import io.accountmigration.description.DescribedAnswers;
import io.accountmigration.eligibility.FindingTexts;
import io.accountmigration.migration.ProblemFactory;
import io.accountmigration.publisher.OutsideCallScope;
import io.accountmigration.web.filter.RequestSettings;
import io.accountmigration.web.signin.SignInSettings;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.springdoc.core.configuration.SpringDocConfiguration;
import org.springdoc.core.properties.SpringDocConfigProperties;
import org.springdoc.core.properties.SwaggerUiConfigProperties;
import org.springdoc.core.properties.SwaggerUiOAuthProperties;
import org.springdoc.webmvc.core.configuration.MultipleOpenApiSupportConfiguration;
import org.springdoc.webmvc.core.configuration.SpringDocWebMvcConfiguration;
import org.springdoc.webmvc.ui.SwaggerConfig;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.PropertyPlaceholderAutoConfiguration;
import org.springframework.boot.autoconfigure.http.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.autoconfigure.jackson.JacksonAutoConfiguration;
import org.springframework.boot.autoconfigure.security.servlet.SecurityAutoConfiguration;
import org.springframework.boot.autoconfigure.security.servlet.SecurityFilterAutoConfiguration;
import org.springframework.boot.autoconfigure.thymeleaf.ThymeleafAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.DispatcherServletAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.HttpEncodingAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.ServletWebServerFactoryAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.WebMvcAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.error.ErrorMvcAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.autoconfigure.web.servlet.MockMvcBuilderCustomizer;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.util.function.SingletonSupplier;

/** This module alone, on a server of its own, without engine and database. */
@Configuration
@TestComponent
@ComponentScan
@Import({ProblemFactory.class, FindingTexts.class, OutsideCallScope.class, SimpleMeterRegistry.class})
@EnableConfigurationProperties({WebSettings.class, SignInSettings.class, RequestSettings.class})
@ImportAutoConfiguration({
    PropertyPlaceholderAutoConfiguration.class,
    ServletWebServerFactoryAutoConfiguration.class,
    DispatcherServletAutoConfiguration.class,
    HttpEncodingAutoConfiguration.class,
    HttpMessageConvertersAutoConfiguration.class,
    JacksonAutoConfiguration.class,
    WebMvcAutoConfiguration.class,
    ErrorMvcAutoConfiguration.class,
    ThymeleafAutoConfiguration.class,
    SecurityAutoConfiguration.class,
    SecurityFilterAutoConfiguration.class,
    SpringDocConfiguration.class,
    SpringDocConfigProperties.class,
    SpringDocWebMvcConfiguration.class,
    MultipleOpenApiSupportConfiguration.class,
    SwaggerConfig.class,
    SwaggerUiConfigProperties.class,
    SwaggerUiOAuthProperties.class
})
class WebTestApplication {

    static final String MADE_UP = "made-up";

    /** Whatever a test asks for, the interface answers as it is described. */
    @Bean
    MockMvcBuilderCustomizer describedAnswers(ObjectProvider<MockMvc> mvc) {
        var described = SingletonSupplier.of(() -> read(mvc.getObject()));
        return builder -> builder.alwaysDo(result -> {
            var request = result.getRequest();
            var response = result.getResponse();
            if (request.getRequestURI().startsWith("/api/")
                    && !request.getRequestURI().equals("/api/failing")
                    && request.getAttribute(MADE_UP) == null) {
                described
                        .obtain()
                        .check(
                                request.getMethod(),
                                request.getRequestURI(),
                                response.getStatus(),
                                response.getContentType(),
                                response.getContentAsString(StandardCharsets.UTF_8));
            }
        });
    }

    private static DescribedAnswers read(MockMvc mvc) {
        try {
            return new DescribedAnswers(
                    mvc.perform(get("/v3/api-docs").with(user("service").roles("SERVICE")))
                            .andReturn()
                            .getResponse()
                            .getContentAsString(StandardCharsets.UTF_8));
        } catch (Exception unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
