package io.limen.explainer.adapter.report;

import io.limen.explainer.application.ExplainedCase;
import io.limen.explainer.application.ExplanationDocuments;
import io.limen.explainer.domain.attribution.Explanation;
import java.util.ArrayList;
import java.util.List;

/** explanation.json, heatmap.png, overlay.png and report.html, and the region as a mask when it is no rectangle. */
public final class ExplanationFiles implements ExplanationDocuments {

    /** A mask that {@code --roi mask:FILE} reads back. */
    static final String REGION = "region.png";

    private final CasePictures pictures = new CasePictures();
    private final ExplanationJson json = new ExplanationJson();
    private final ReportPage page = new ReportPage(pictures);

    @Override
    public Rendered of(ExplainedCase subject) {
        Explanation explanation = subject.explanation();
        Lettering lettering = CasePictures.lettering(explanation);
        List<Document> documents = new ArrayList<>(List.of(
                new Document("explanation.json", json.render(subject)),
                new Document("heatmap.png", pictures.heatmap(explanation, lettering)),
                new Document("overlay.png", pictures.overlay(explanation, lettering)),
                new Document("report.html", page.render(subject))));
        if (explanation.map().region().membership().isPresent()) {
            documents.add(new Document(REGION, pictures.region(explanation)));
        }
        return new Rendered(
                documents,
                lettering.missing()
                        ? List.of("this Java runtime has no fonts: heatmap.png and overlay.png have no numbers")
                        : List.of());
    }
}
