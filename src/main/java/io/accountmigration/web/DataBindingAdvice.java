package io.accountmigration.web;

import io.accountmigration.publisher.InvisibleText;
import java.beans.PropertyEditorSupport;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;

/**
 * Request parameters fill the constructor of an object at most, whichever handler asks for it: the paths that a caller
 * names reach no setter and let no collection grow. What is invisible at the edges of a text counts for nothing.
 */
@ControllerAdvice
class DataBindingAdvice {

    @InitBinder
    void fillConstructorsOnly(WebDataBinder binder) {
        binder.setAutoGrowNestedPaths(false);
        binder.setDeclarativeBinding(true);
        binder.registerCustomEditor(String.class, new PropertyEditorSupport() {
            @Override
            public void setAsText(String text) {
                setValue(InvisibleText.trim(text));
            }
        });
    }
}
