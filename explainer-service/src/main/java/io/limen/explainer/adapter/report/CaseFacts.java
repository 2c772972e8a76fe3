package io.limen.explainer.adapter.report;

import io.limen.explainer.adapter.report.ReportView.Fact;
import io.limen.explainer.application.ExplainedCase;
import io.limen.explainer.domain.attribution.BlockEffect;
import io.limen.explainer.domain.attribution.Explanation;
import io.limen.explainer.domain.attribution.ReferenceMode;
import io.limen.explainer.domain.attribution.ScreeningAudit;
import io.limen.explainer.domain.image.RegionOfInterest;
import io.limen.explainer.domain.intervention.DrawSchedule.Published;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** What is to be said of one case in sentences and figures. */
final class CaseFacts {

    private final ExplainedCase subject;
    private final Explanation explanation;
    private final List<BlockEffect> effects;
    private final double scale;

    CaseFacts(ExplainedCase subject) {
        this.subject = subject;
        this.explanation = subject.explanation();
        this.effects = explanation.map().effects();
        this.scale = ColourScale.of(explanation.map()).limit();
    }

    boolean groundTruth() {
        return explanation.referenceMode() == ReferenceMode.GROUND_TRUTH;
    }

    /** The result in a sentence or two. */
    String lead() {
        Optional<BlockEffect> strongest = strongest();
        Optional<String> warning = subject.budgetWarning();
        if (warning.isPresent()) {
            return "No conclusion: " + warning.get() + ".";
        }
        if (strongest.isEmpty()) {
            return "None of the " + Numbers.count(effects.size())
                    + " blocks outside the green region has an effect on its segmentation that can be told from"
                    + " chance with the draws spent.";
        }
        BlockEffect effect = strongest.get();
        return "%s of the %s blocks outside the green region matter for its segmentation. The strongest one %s the agreement with the %s by %s \u00b1 %s Dice points when its content is replaced by that of other images."
                .formatted(
                        Numbers.count(significant().size()),
                        Numbers.count(effects.size()),
                        effect.ate() < 0 ? "lowers" : "raises",
                        groundTruth() ? "ground truth" : "model's own mask",
                        Numbers.magnitude(Math.abs(effect.ate()), scale),
                        Numbers.magnitude(effect.standardError(), scale));
    }

    /** Key figures. */
    List<Fact> figures() {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact(
                "Dice in the region",
                Numbers.magnitude(explanation.baselineDice(), 1),
                groundTruth()
                        ? "of 100, model against ground truth, before any change"
                        : "of 100 by definition: the reference is the model's own mask"));
        long supporting =
                significant().stream().filter(effect -> effect.ate() < 0).count();
        facts.add(new Fact(
                "Blocks that matter",
                Numbers.count(significant().size()),
                "of %s (%s); %s support, %s hinder"
                        .formatted(
                                Numbers.count(effects.size()),
                                Numbers.percent(significant().size() / (double) Math.max(1, effects.size())),
                                Numbers.count(supporting),
                                Numbers.count(significant().size() - supporting))));
        strongest()
                .ifPresent(effect -> facts.add(new Fact(
                        "Strongest effect",
                        Numbers.effect(effect.ate(), scale),
                        "\u00b1 " + Numbers.magnitude(effect.standardError(), scale) + " Dice points (standard error), "
                                + effect.draws() + " draws; the segmented area "
                                + (effect.areaEffect() < 0 ? "shrinks" : "grows") + " by "
                                + Numbers.percent(Math.abs(effect.areaEffect())) + " of the region")));
        explanation
                .deployedAgreement()
                .ifPresent(agreement -> facts.add(new Fact(
                        "Deployed mask",
                        Numbers.magnitude(agreement, 1),
                        "Dice of 100 between the mask that came with the case and this model's")));
        explanation
                .screening()
                .filter(audit -> audit.screenedOut() > 0)
                .ifPresent(audit -> facts.add(screening(audit)));
        facts.add(new Fact(
                "Work",
                Numbers.count(explanation.cost().forwards()),
                "forward passes in "
                        + Numbers.seconds(explanation.cost().elapsed().toMillis())
                        + (explanation.cost().budgetExhausted()
                                ? "; the budget ended first, so error bars are wider"
                                : "")));
        return facts;
    }

    /** What is needed to repeat the explanation. */
    List<Fact> repeat() {
        RegionOfInterest region = explanation.map().region();
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("Explanation", explanation.id(), ""));
        facts.add(new Fact(
                "Model",
                subject.model().id().toString(),
                "SHA-256 " + subject.model().sha256()));
        facts.add(new Fact(
                "Image",
                "%d \u00d7 %d px as the model sees it (width \u00d7 height)"
                        .formatted(
                                explanation.input().width(), explanation.input().height()),
                "SHA-256 " + subject.imageSha256()));
        facts.add(new Fact("Donor patches", "SHA-256", explanation.cost().bankSha256()));
        facts.add(new Fact(
                "Region",
                (region.membership().isEmpty() ? "" : Numbers.count(region.area()) + " px of an object within ")
                        + "row %d, column %d, %d \u00d7 %d px (height \u00d7 width)"
                                .formatted(region.y(), region.x(), region.height(), region.width()),
                ""));
        facts.add(new Fact("Schedule", schedule(), ""));
        facts.add(new Fact("Seed", String.valueOf(subject.settings().seed()), ""));
        return facts;
    }

    /** The command that repeats the explanation, with the files left to the reader. */
    String command() {
        return RepeatCommand.of(subject);
    }

    private String schedule() {
        String label = subject.settings().schedule().label() + ", blocks of "
                + subject.settings().blockSize() + " px";
        if (subject.settings().schedule() instanceof Published published) {
            return label
                    + ", %d screening draws, then %d fresh draws for blocks that moved; effects under %s Dice points count as zero"
                            .formatted(published.screeningDraws(), published.draws(), published.tau());
        }
        OptionalDouble target = subject.settings().schedule().targetStandardError();
        return label
                + (target.isPresent()
                        ? ", until the root-mean-square standard error is " + target.getAsDouble() + " Dice points"
                        : ", until as precise as 50 draws of every block would be");
    }

    private Fact screening(ScreeningAudit audit) {
        return new Fact(
                "Recall of screening",
                Numbers.percent(audit.recall()),
                Numbers.percent(audit.lower()) + " to " + Numbers.percent(audit.upper()),
                "of the blocks that matter were kept, with the 95 % interval; "
                        + Numbers.count(audit.audited())
                        + " of "
                        + Numbers.count(audit.screenedOut())
                        + " given up were measured all the same");
    }

    private List<BlockEffect> significant() {
        return effects.stream().filter(BlockEffect::significant).toList();
    }

    private Optional<BlockEffect> strongest() {
        return significant().stream().max(Comparator.comparingDouble(effect -> Math.abs(effect.ate())));
    }
}
