package io.accountmigration.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.MutablePropertyValues;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.MethodParameter;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.test.util.ReflectionTestUtils;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.method.annotation.ModelAttributeMethodProcessor;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;

/** No caller fills objects of the program by naming their properties, at any handler of the running program. */
class DataBindingTest extends WholeProgramTest {

    private static final Map<String, String> PATHS =
            Map.of("text", "x", "words[]", "x", "words[3]", "x", "lines[200].text", "x", "byName[a].text", "x");

    @Autowired
    private WebApplicationContext context;

    @Autowired
    private RequestMappingHandlerAdapter adapter;

    @Test
    void noHandlerTakesAFormAsAnObject() {
        assertThat(handlers().stream()
                        .flatMap(handler -> Arrays.stream(handler.getMethodParameters()))
                        .filter(this::isBoundByName))
                .isEmpty();
    }

    @Test
    void whereOneWouldNoPropertyIsSetAndNothingGrows() {
        assertThat(handlers()).hasSizeGreaterThan(100).allSatisfy(handler -> {
            var form = new Form();
            binderOf(handler, form).bind(new MutablePropertyValues(PATHS));

            assertThat(form).usingRecursiveComparison().isEqualTo(new Form());
        });
    }

    @Test
    void eachOfThesePathsWouldSetSomethingOtherwise() {
        assertThat(PATHS).allSatisfy((path, value) -> {
            var form = new Form();
            new WebDataBinder(form).bind(new MutablePropertyValues(Map.of(path, value)));

            assertThat(form).usingRecursiveComparison().isNotEqualTo(new Form());
        });
    }

    private List<HandlerMethod> handlers() {
        return context.getBeansOfType(RequestMappingInfoHandlerMapping.class).values().stream()
                .flatMap(mapping -> mapping.getHandlerMethods().values().stream())
                .toList();
    }

    private boolean isBoundByName(MethodParameter parameter) {
        return adapter.getArgumentResolvers().stream()
                .filter(resolver -> resolver.supportsParameter(parameter))
                .findFirst()
                .filter(ModelAttributeMethodProcessor.class::isInstance)
                .isPresent();
    }

    /** A binder made as for a call of this handler, with all that is registered for it. */
    private WebDataBinder binderOf(HandlerMethod handler, Object target) throws Exception {
        WebDataBinderFactory factory = ReflectionTestUtils.invokeMethod(adapter, "getDataBinderFactory", handler);
        return factory.createBinder(new ServletWebRequest(new MockHttpServletRequest()), target, "form");
    }

    /** Has one property of each kind that can be named. */
    public static class Form {

        private String text = "";
        private List<String> words = new ArrayList<>(List.of("first"));
        private List<Form> lines = new ArrayList<>();
        private Map<String, Form> byName = new HashMap<>();

        public String getText() {
            return text;
        }

        public void setText(String text) {
            this.text = text;
        }

        public List<String> getWords() {
            return words;
        }

        public void setWords(List<String> words) {
            this.words = words;
        }

        public List<Form> getLines() {
            return lines;
        }

        public void setLines(List<Form> lines) {
            this.lines = lines;
        }

        public Map<String, Form> getByName() {
            return byName;
        }

        public void setByName(Map<String, Form> byName) {
            this.byName = byName;
        }
    }
}
