package io.limen.explainer.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.limen.explainer.domain.faithfulness.joint.Agreement;
import io.limen.explainer.domain.faithfulness.joint.Agreement.Reason;
import io.limen.explainer.domain.faithfulness.joint.Contrast;
import io.limen.explainer.domain.faithfulness.joint.MapFaithfulness;
import io.limen.explainer.domain.faithfulness.joint.MeanChange;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FaithfulnessWordsTest {

    private static final MeanChange STRONGEST = change(-31.25, -33, -29.5);
    private static final MeanChange OTHERS = change(-2.5, -4.75, -0.25);
    private static final MeanChange APART = change(-28.75, -31, -26.5);

    private static MeanChange change(double points, double low, double high) {
        return new MeanChange(points, Optional.of(new MeanChange.Interval(low, high)));
    }

    private static Contrast contrast(int blocks, MeanChange difference) {
        return new Contrast(blocks, 8, -40.5, STRONGEST, OTHERS, difference);
    }

    private static List<String> words(double correlation, double low, double high, Contrast contrast) {
        return FaithfulnessWords.of(new MapFaithfulness(
                64, 24, new Agreement.Measured(correlation, low, high, 0.74), false, Optional.ofNullable(contrast)));
    }

    private static String verdict(double correlation, double low, double high, Contrast contrast) {
        List<String> words = words(correlation, low, high, contrast);
        return words.get(words.size() - 1);
    }

    @Test
    void figuresComeBeforeWhatTheySay() {
        List<String> words = words(0.8, 0.5, 0.9, contrast(12, APART));
        assertEquals(
                List.of(
                        "correlation 0.80 (95 % interval 0.50 to 0.90; the donors' chance lets a map reach about 0.74) between"
                                + " what the map foretells of 24 sets with few and many of the blocks that it calls strongest and"
                                + " what replacing them did",
                        "the 12 strongest blocks replaced together: -31.3 (-33.0 to -29.5) Dice points (the map foretells"
                                + " -40.5); as many others at random: -2.5 (-4.8 to -0.3)"),
                words.subList(0, 2));
        assertEquals(3, words.size());
    }

    @Test
    void bothMeasuresTogetherSpeakForTheMap() {
        String verdict = verdict(0.8, 0.5, 0.9, contrast(12, APART));
        assertTrue(
                verdict.startsWith(
                        "the map foretells what such sets do, and its strongest blocks matter more than almost any"),
                verdict);
        assertTrue(verdict.contains("of smooth ones 13"), verdict);
    }

    @Test
    void theCorrelationAloneDoesNot() {
        String care = "the map foretells what such sets do, but its strongest blocks do not stand out from others:"
                + " read it with care";
        assertEquals(care, verdict(0.8, 0.5, 0.9, contrast(12, change(-1, -3, 1))));
        assertEquals(care, verdict(0.8, 0.5, 0.9, null));
        Contrast wide = new Contrast(12, 8, -40.5, STRONGEST, change(-20, -24, -16), change(-11.25, -15, -7));
        assertEquals(care, verdict(0.8, 0.5, 0.9, wide));
    }

    @Test
    void anIntervalWithZeroShowsNothing() {
        String care = "it is not shown that the map foretells what such sets do: read it with care";
        assertEquals(care, verdict(0.2, -0.1, 0.5, contrast(12, APART)));
        assertEquals(care, verdict(0.2, 0, 0.5, contrast(12, APART)));
        assertEquals(care, verdict(-0.2, -0.5, 0, contrast(12, APART)));
    }

    @Test
    void anIntervalBelowZeroIsTheContrary() {
        assertEquals(
                "contrary to what the map foretells: sets of which it foretells more loss lost less; don't rely on it",
                verdict(-0.6, -0.8, -0.2, contrast(12, APART)));
    }

    @Test
    void whatIsNotApartSaysSo() {
        String contrast = words(0.8, 0.5, 0.9, contrast(12, change(-1, -3, 1))).get(1);
        assertTrue(contrast.endsWith(": not told apart"), contrast);
    }

    @Test
    void drawsThatCameOutAlikeHaveNoInterval() {
        MeanChange alike = new MeanChange(-3, Optional.empty());
        Contrast one = new Contrast(1, 8, -5, alike, new MeanChange(0, Optional.empty()), alike);
        List<String> words = words(0.8, 0.5, 0.9, one);
        assertEquals(
                "the strongest block replaced together: -3.0 each time Dice points (the map foretells -5.0); as many"
                        + " others at random: +0.0 each time",
                words.get(1));
        assertTrue(words.get(2).startsWith("the map foretells what such sets do, and"), words.get(2));
    }

    @ParameterizedTest
    @EnumSource(Reason.class)
    void withoutACorrelationThereIsAReasonAndNoVerdict(Reason reason) {
        List<String> words = FaithfulnessWords.of(MapFaithfulness.unmeasured(0, reason));
        assertEquals(List.of(FaithfulnessWords.reason(reason)), words);
        assertTrue(words.get(0).matches("(undefined|not measured): .+"), words.get(0));
    }

    @Test
    void everyReasonIsToldInItsOwnWords() {
        assertEquals(
                Reason.values().length,
                Arrays.stream(Reason.values())
                        .map(FaithfulnessWords::reason)
                        .collect(Collectors.toSet())
                        .size());
    }
}
