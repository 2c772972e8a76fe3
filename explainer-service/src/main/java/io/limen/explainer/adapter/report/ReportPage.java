package io.limen.explainer.adapter.report;

import io.limen.explainer.adapter.report.ReportView.Panel;
import io.limen.explainer.adapter.report.ReportView.Scale;
import io.limen.explainer.application.ExplainedCase;
import io.limen.explainer.application.FaithfulnessWords;
import io.limen.explainer.domain.attribution.Explanation;
import java.util.Base64;
import java.util.List;

/** The explanation as one page that needs nothing else: pictures inside, no script, every value escaped. */
final class ReportPage {

    private static final String TEMPLATE = "report.html";

    private final CasePictures pictures;
    private final PageTemplate template;

    ReportPage(CasePictures pictures) {
        this.pictures = pictures;
        this.template = PageTemplate.of(ReportPage.class, TEMPLATE);
    }

    /** UTF-8 bytes of the page. */
    byte[] render(ExplainedCase subject) {
        return template.render(view(subject));
    }

    private ReportView view(ExplainedCase subject) {
        Explanation explanation = subject.explanation();
        CaseFacts facts = new CaseFacts(subject);
        return new ReportView(
                subject.model().id().toString(),
                facts.lead(),
                facts.groundTruth(),
                panels(explanation, facts.groundTruth()),
                scale(ColourScale.of(explanation.map())),
                facts.figures(),
                StrategyWords.of(explanation.strategy()),
                trust(explanation),
                InfluentialBlocks.of(explanation.map()),
                facts.repeat(),
                facts.command(),
                subject.assumptions(),
                explanation.components().map(NetworkSection::of).orElse(null));
    }

    private static List<String> trust(Explanation explanation) {
        return explanation.faithfulness().map(FaithfulnessWords::of).orElse(List.of()).stream()
                .map(words -> Character.toUpperCase(words.charAt(0)) + words.substring(1) + ".")
                .toList();
    }

    private List<Panel> panels(Explanation explanation, boolean groundTruth) {
        return List.of(
                panel(
                        "The image",
                        "As the model sees it. Green: the region explained.",
                        pictures.imagePanel(explanation)),
                panel(
                        "The mask",
                        "White: what the model segmented." + (groundTruth ? " Yellow line: the ground truth." : ""),
                        pictures.maskPanel(explanation)),
                panel(
                        "What the region depends on",
                        "Red supports, blue hinders. White line: the "
                                + (groundTruth ? "ground truth." : "model's mask."),
                        pictures.overlayPanel(explanation)),
                panel(
                        "The attribution map",
                        "The same effects without the image. Dots: significant blocks.",
                        pictures.heatmapPanel(explanation)));
    }

    private static Panel panel(String title, String caption, byte[] png) {
        return new Panel(
                title, caption, title + ". " + caption, Base64.getEncoder().encodeToString(png));
    }

    /** Numbers and colours of a legend. */
    static Scale scale(ColourScale colours) {
        double limit = colours.limit();
        StringBuilder gradient = new StringBuilder("linear-gradient(to right");
        for (int step = -4; step <= 4; step++) {
            gradient.append(", ").append(ColourScale.css(colours.colour(limit * step / 4)));
        }
        return new Scale(
                Numbers.effect(-limit, limit),
                Numbers.effect(-limit / 2, limit),
                Numbers.effect(limit / 2, limit),
                Numbers.effect(limit, limit),
                gradient.append(")").toString(),
                ColourScale.css(colours.colour(-limit * 0.75)),
                ColourScale.css(colours.colour(limit * 0.75)));
    }
}
