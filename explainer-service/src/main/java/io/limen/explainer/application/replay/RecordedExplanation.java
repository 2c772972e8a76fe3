package io.limen.explainer.application.replay;

import io.limen.explainer.application.Engine;
import io.limen.explainer.application.ModelId;
import io.limen.explainer.application.stream.CaseIdentity;
import io.limen.explainer.application.stream.SourceRecord;
import io.limen.explainer.domain.attribution.Budget;
import io.limen.explainer.domain.attribution.ExplanationSettings;
import io.limen.explainer.domain.image.RegionOfInterest;
import io.limen.explainer.domain.replay.ExplanationValues;
import java.util.Optional;

/**
 * An explanation as it was published, with all that is needed to compute it again.
 *
 * @param id its id
 * @param identity the case
 * @param model the model
 * @param files digests of what it was computed from
 * @param targetClass index of the class explained
 * @param region the region explained
 * @param settings what was asked
 * @param settingsRecorded whether the record said all of them; otherwise the usual ones are assumed where it did not
 * @param computation what computed it; empty from a worker that did not say
 * @param budgetExhausted whether the budget ended before the schedule did
 * @param source where the case lies; empty from a worker that did not say
 * @param values what came out
 */
public record RecordedExplanation(
        String id,
        CaseIdentity identity,
        ModelId model,
        Files files,
        int targetClass,
        RegionOfInterest region,
        ExplanationSettings settings,
        boolean settingsRecorded,
        Optional<Computation> computation,
        boolean budgetExhausted,
        Optional<SourceRecord> source,
        ExplanationValues values) {

    /**
     * SHA-256 of what an explanation is computed from.
     *
     * @param model of model.pt
     * @param image of the image file
     * @param bank of the donor patches
     */
    public record Files(String model, String image, String bank) {}

    /**
     * What computed it.
     *
     * @param engine library, device, threads
     * @param method version of the method that is part of the id
     * @param descriptionSha256 digest of the model's description
     */
    public record Computation(Engine engine, String method, String descriptionSha256) {}

    /** Whether the clock cut it short: what it then came to can't be repeated. */
    boolean cutByTheClock() {
        return budgetExhausted && settings.budget().maxForwards() == Budget.UNLIMITED.maxForwards();
    }

    /** The settings without a limit on the time, which is no part of the id. */
    ExplanationSettings unhurried() {
        return new ExplanationSettings(
                settings.blockSize(),
                settings.regionSize(),
                settings.schedule(),
                settings.seed(),
                new Budget(settings.budget().maxForwards(), Budget.UNLIMITED.maxDuration()),
                settings.components(),
                settings.faithfulness());
    }
}
