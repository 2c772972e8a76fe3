package io.limen.explainer.application.evaluate.summary;

import io.limen.explainer.application.evaluate.CaseEvaluation;
import io.limen.explainer.application.evaluate.CaseEvaluation.Evaluated;
import io.limen.explainer.application.evaluate.CaseEvaluation.NotEvaluated;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Gathers what did not work. */
final class Failures {

    private final Map<Key, List<String>> cases = new LinkedHashMap<>();

    private record Key(String model, Optional<String> method, String reason) {}

    private Failures() {}

    /** Of all evaluations, by model, method and reason. */
    static List<Failure> of(List<CaseEvaluation> evaluations) {
        Failures failures = new Failures();
        evaluations.forEach(failures::add);
        return failures.cases.entrySet().stream()
                .map(entry -> new Failure(
                        entry.getKey().model(),
                        entry.getKey().method(),
                        entry.getKey().reason(),
                        entry.getValue()))
                .toList();
    }

    private void add(CaseEvaluation evaluation) {
        if (evaluation instanceof NotEvaluated not) {
            add(new Key(not.model(), Optional.empty(), not.reason()), not.caseName());
        } else if (evaluation instanceof Evaluated found) {
            found.methods()
                    .forEach(one -> one.failure()
                            .ifPresent(reason ->
                                    add(new Key(found.model(), Optional.of(one.method()), reason), found.caseName())));
        }
    }

    private void add(Key key, String caseName) {
        cases.computeIfAbsent(key, any -> new ArrayList<>()).add(caseName);
    }
}
