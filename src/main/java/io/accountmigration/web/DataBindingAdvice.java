package io.accountmigration.web;

import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;

/**
 * Request parameters fill the constructor of an object at most, whichever handler asks for it: the paths that a caller
 * names reach no setter and let no collection grow.
 */
@ControllerAdvice
class DataBindingAdvice {

    @InitBinder
    void fillConstructorsOnly(WebDataBinder binder) {
        binder.setAutoGrowNestedPaths(false);
        binder.setDeclarativeBinding(true);
    }
}
