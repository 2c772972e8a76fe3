package io.limen.explainer.adapter.report.evaluation;

import io.limen.explainer.adapter.report.PageTemplate;
import io.limen.explainer.application.evaluate.CaseEvaluation;
import io.limen.explainer.application.evaluate.EvaluationSettings;
import io.limen.explainer.application.evaluate.EvaluationWorkplace;
import io.limen.explainer.application.evaluate.summary.EvaluationSummary;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** An evaluation as files: evaluation.json, cases.csv, tables.md, report.html, and every map in maps. */
public final class EvaluationFiles {

    private final PageTemplate page = PageTemplate.of(EvaluationFiles.class, "evaluation.html", "table");

    /**
     * Writes them. The picture of a case that can't be read again is left out of the page.
     *
     * @param folder where to, there already
     * @param cases for the pictures
     * @param settings the evaluations were made with
     * @param evaluations one per pair of model and case, cases and models in their orders
     * @return what was written, the page first
     */
    public List<Path> write(
            Path folder, EvaluationWorkplace.Cases cases, EvaluationSettings settings, List<CaseEvaluation> evaluations)
            throws IOException {
        EvaluationSummary summary = EvaluationSummary.of(evaluations, settings.seed());
        EvaluationView.Tables tables = EvaluationView.Tables.of(summary);
        Gallery gallery = Gallery.of(evaluations, cases.dataset());
        Path report = folder.resolve("report.html");
        Files.write(report, page.render(EvaluationView.of(summary, settings, tables, gallery)));
        Path markdown = folder.resolve("tables.md");
        Files.writeString(
                markdown,
                MarkdownTables.render(
                        "Evaluation of attribution methods and models",
                        EvaluationView.lead(summary.scope()),
                        tables.all()),
                StandardCharsets.UTF_8);
        Path json = folder.resolve("evaluation.json");
        Files.write(json, EvaluationJson.render(summary, settings, evaluations));
        Path csv = folder.resolve("cases.csv");
        CasesCsv.write(csv, evaluations);
        MapFiles.write(folder, evaluations);
        return List.of(report, markdown, json, csv, folder.resolve("maps"));
    }
}
