package io.limen.explainer.application.evaluate.summary;

import java.util.List;
import java.util.Optional;

/**
 * What did not work, and why.
 *
 * @param method that failed; empty when the case was not evaluated at all
 * @param reason in one line
 * @param cases in which it did not
 */
public record Failure(String model, Optional<String> method, String reason, List<String> cases) {

    public Failure {
        cases = List.copyOf(cases);
    }
}
