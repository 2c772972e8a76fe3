package io.limen.explainer.application.evaluate;

import io.limen.explainer.application.evaluate.method.AttributionMethod;
import io.limen.explainer.domain.faithfulness.CauseRule;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Port: where the cases of an evaluation come from and where its results go. */
public interface EvaluationWorkplace {

    /** The cases that a person named. @param folder where they lie */
    record Cases(Path folder, Dataset dataset) {}

    /**
     * Lists the cases of a folder.
     *
     * @param names a file with the names of the only cases wanted, one a line
     * @param first how many at most
     * @throws IOException in one line: there are none, or a file can't be read
     */
    Cases cases(Path folder, Optional<Path> names, Optional<Integer> first) throws IOException;

    /**
     * Where the cause of a model lies that was planted.
     *
     * @param model its folder
     * @throws IOException in one line: what the folder says of it can't be understood
     */
    CauseRule plantedCause(Path model) throws IOException;

    /**
     * Opens the folder of the results.
     *
     * @param out where they go; there already
     */
    Desk open(
            Path out,
            Cases cases,
            List<EvaluatedModel> models,
            EvaluationSettings settings,
            List<AttributionMethod> methods);

    /** One evaluation. */
    interface Desk {

        EvaluationJournal journal();

        /** Writes tables, maps and the page. @return what was written */
        List<Path> report(List<CaseEvaluation> found) throws IOException;
    }
}
