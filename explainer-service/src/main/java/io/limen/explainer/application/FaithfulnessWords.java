package io.limen.explainer.application;

import io.limen.explainer.domain.faithfulness.joint.Agreement;
import io.limen.explainer.domain.faithfulness.joint.Agreement.Measured;
import io.limen.explainer.domain.faithfulness.joint.Agreement.Undefined;
import io.limen.explainer.domain.faithfulness.joint.Contrast;
import io.limen.explainer.domain.faithfulness.joint.MapFaithfulness;
import io.limen.explainer.domain.faithfulness.joint.MapFaithfulness.Verdict;
import io.limen.explainer.domain.faithfulness.joint.MeanChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How far a map can be trusted, in plain sentences without a full stop. */
public final class FaithfulnessWords {

    private FaithfulnessWords() {}

    /** First of the agreement, then of the contrast where there is one, then what both say together. */
    public static List<String> of(MapFaithfulness found) {
        List<String> sentences = new ArrayList<>();
        sentences.add(
                found.agreement() instanceof Measured measured
                        ? agreement(measured, found.sets())
                        : reason(((Undefined) found.agreement()).reason()));
        found.contrast().ifPresent(contrast -> sentences.add(contrast(contrast)));
        found.verdict().map(FaithfulnessWords::verdict).ifPresent(sentences::add);
        return sentences;
    }

    private static String agreement(Measured found, int sets) {
        return say(
                "correlation %.2f (95 %% interval %.2f to %.2f; the donors' chance lets a map reach about %.2f) between what the"
                        + " map foretells of %,d sets with few and many of the blocks that it calls strongest and what replacing them did",
                found.correlation(), found.low(), found.high(), found.ceiling(), sets);
    }

    private static String verdict(Verdict verdict) {
        return switch (verdict) {
            case FORETELLS ->
                "the map foretells what such sets do, and its strongest blocks matter more than almost any others would; in"
                        + " simulation some 2 in 100 maps pass so that have nothing to do with the model, of smooth ones 13";
            case CONTRARY ->
                "contrary to what the map foretells: sets of which it foretells more loss lost less; don't rely on it";
            case SETS_ALONE ->
                "the map foretells what such sets do, but its strongest blocks do not stand out from others: read it with care";
            case NOT_SHOWN -> "it is not shown that the map foretells what such sets do: read it with care";
        };
    }

    /** Why there is no correlation. */
    public static String reason(Agreement.Reason reason) {
        return switch (reason) {
            case NOTHING_CHANGED ->
                "undefined: no joint replacement changed the region's Dice, so there is nothing to be faithful to";
            case TOO_FEW_CHANGES -> "undefined: too few sets of blocks changed the region's Dice for a correlation";
            case ALL_ALIKE -> "undefined: all sets of blocks of one size changed the region's Dice alike";
            case NOTHING_FORETOLD ->
                "undefined: the map foretells the same of all sets of blocks or all but one, yet they did not change the region's Dice alike";
            case TOO_FEW_BLOCKS -> "not measured: too few blocks can reach the region";
            case BUDGET -> "not measured: the budget left too few passes";
            case MODEL -> "not measured: the model refused an image with several blocks replaced";
        };
    }

    private static String contrast(Contrast found) {
        return say(
                "the %s replaced together: %s Dice points (the map foretells %+.1f); as many others at random: %s%s",
                found.blocks() == 1 ? "strongest block" : say("%,d strongest blocks", found.blocks()),
                change(found.strongest()),
                found.foretold(),
                change(found.others()),
                found.strongestMatterMore() ? "" : ": not told apart");
    }

    private static String change(MeanChange change) {
        return say("%+.1f", change.points())
                + change.interval()
                        .map(interval -> say(" (%+.1f to %+.1f)", interval.low(), interval.high()))
                        .orElse(" each time");
    }

    private static String say(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
