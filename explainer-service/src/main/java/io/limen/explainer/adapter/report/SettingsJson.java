package io.limen.explainer.adapter.report;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.limen.explainer.domain.attribution.Budget;
import io.limen.explainer.domain.attribution.ExplanationSettings;
import io.limen.explainer.domain.intervention.DrawSchedule.Published;

/** What was asked of an explanation, under the names of the record's fields. */
final class SettingsJson {

    private SettingsJson() {}

    static void put(ObjectNode root, ExplanationSettings settings) {
        root.put("schedule", settings.schedule().label());
        settings.schedule()
                .targetStandardError()
                .ifPresentOrElse(
                        target -> root.put("targetStandardError", target), () -> root.putNull("targetStandardError"));
        root.put("seed", settings.seed());
        ObjectNode node = root.putObject("settings");
        if (settings.schedule() instanceof Published published) {
            node.put("screeningDraws", published.screeningDraws());
            node.put("draws", published.draws());
        }
        node.put("tau", settings.schedule().tau());
        Budget budget = settings.budget();
        settings.components()
                .ifPresent(components -> node.put("componentDonors", components.donors())
                        .put("componentChannels", components.topChannels()));
        node.put("faithfulness", settings.faithfulness());
        node.put("maxForwards", budget.maxForwards() == Long.MAX_VALUE ? null : (Long) budget.maxForwards());
    }
}
