package io.limen.aggregator.browser;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** One stage for all tests, and a visit of its own for each, which ends with the test and finds fault with what the page did. */
final class StageExtension implements ParameterResolver, AfterEachCallback {

    private static final Namespace NAMESPACE = Namespace.create(StageExtension.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        Class<?> wanted = parameter.getParameter().getType();
        return wanted == Visit.class || wanted == Stage.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
        Stage stage = test.getRoot().getStore(NAMESPACE).computeIfAbsent(Stage.class, type -> Stage.set(), Stage.class);
        return parameter.getParameter().getType() == Stage.class
                ? stage
                : test.getStore(NAMESPACE).computeIfAbsent(Visit.class, type -> stage.visit(), Visit.class);
    }

    @Override
    public void afterEach(ExtensionContext test) {
        Visit visit = test.getStore(NAMESPACE).remove(Visit.class, Visit.class);
        if (visit != null) {
            visit.end(test.getExecutionException().isPresent());
        }
    }
}
