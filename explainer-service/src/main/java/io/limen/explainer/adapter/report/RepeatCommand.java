package io.limen.explainer.adapter.report;

import io.limen.explainer.application.ExplainedCase;
import io.limen.explainer.domain.attribution.ExplanationSettings;
import io.limen.explainer.domain.attribution.ReferenceMode;
import io.limen.explainer.domain.image.RegionOfInterest;
import io.limen.explainer.domain.intervention.DrawSchedule.Published;

/** The command that computes an explanation again. */
final class RepeatCommand {

    private RepeatCommand() {}

    /** The command that repeats the explanation, with the files left to the reader. */
    static String of(ExplainedCase subject) {
        RegionOfInterest region = subject.explanation().map().region();
        ExplanationSettings settings = subject.settings();
        StringBuilder command = new StringBuilder("limen explain --model MODEL --image IMAGE");
        command.append(subject.explanation().referenceMode() == ReferenceMode.GROUND_TRUTH ? " --reference MASK" : "")
                .append(" --bank BANK");
        command.append(
                region.membership().isPresent()
                        ? " --roi mask:" + ExplanationFiles.REGION
                        : " --roi %d,%d,%d,%d".formatted(region.y(), region.x(), region.height(), region.width()));
        command.append(" --block ").append(settings.blockSize());
        command.append(" --schedule ").append(settings.schedule().label());
        if (settings.schedule() instanceof Published published) {
            command.append(" --screening-draws ").append(published.screeningDraws());
            command.append(" --draws ").append(published.draws());
        }
        settings.schedule()
                .targetStandardError()
                .ifPresent(target -> command.append(" --target-se ").append(target));
        command.append(" --tau ").append(settings.schedule().tau());
        if (settings.budget().maxForwards() != Long.MAX_VALUE) {
            command.append(" --max-forwards ").append(settings.budget().maxForwards());
        }
        settings.components()
                .ifPresent(components -> command.append(" --components --component-donors ")
                        .append(components.donors())
                        .append(" --component-channels ")
                        .append(components.topChannels()));
        if (settings.faithfulness() != ExplanationSettings.USUAL_FAITHFULNESS) {
            command.append(" --faithfulness ").append(settings.faithfulness());
        }
        return command.append(" --seed ")
                .append(settings.seed())
                .append(" --out DIR")
                .toString();
    }
}
