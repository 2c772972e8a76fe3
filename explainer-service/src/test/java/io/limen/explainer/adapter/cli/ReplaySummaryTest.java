package io.limen.explainer.adapter.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.limen.explainer.application.Engine;
import io.limen.explainer.application.ExplainedCase;
import io.limen.explainer.application.SampleCase;
import io.limen.explainer.application.replay.RecordedExplanation;
import io.limen.explainer.application.replay.Replay;
import io.limen.explainer.application.stream.CaseIdentity;
import io.limen.explainer.domain.image.RegionOfInterest;
import io.limen.explainer.domain.replay.ExplanationValues;
import io.limen.explainer.domain.replay.FieldDifference;
import io.limen.explainer.domain.replay.ReplayComparison;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ReplaySummaryTest {

    private final ExplainedCase recomputed = SampleCase.twoEffects();

    private String summary(FieldDifference... differences) {
        RecordedExplanation recorded = new RecordedExplanation(
                recomputed.explanation().id(),
                new CaseIdentity("case", Optional.empty(), "site", Instant.EPOCH, Map.of()),
                recomputed.model().id(),
                new RecordedExplanation.Files("", "", ""),
                0,
                new RegionOfInterest(0, 0, 1, 1),
                recomputed.settings(),
                true,
                Optional.empty(),
                false,
                Optional.empty(),
                new ExplanationValues(new TreeMap<>()));
        StringWriter out = new StringWriter();
        new ReplaySummary(
                        new Replay(
                                recorded,
                                recomputed,
                                new ReplayComparison(7, 1234, List.of(differences)),
                                new Engine("1", "none", "cpu", 1, "")),
                        List.of(Path.of("out/heatmap.png")))
                .print(new PrintWriter(out));
        return out.toString().replace(recomputed.explanation().id(), "ID");
    }

    @Test
    void whatIsIdenticalIsSaidInThreeLines() {
        assertEquals("""
                explanation    ID
                compared       1,234 values of 7 fields, bit for bit
                result         identical
                written        out/heatmap.png
                """, summary());
    }

    @Test
    void everyFieldThatDiffersSaysHowManyValuesByHowMuchAndWhatMayBeWhy() {
        assertEquals(
                """
                explanation    ID
                compared       1,234 values of 7 fields, bit for bit
                result         differs in 4 of 7 fields
                differs        effects: 3 of 256 differ, by at most 0.25
                differs        draws: 256 values recorded, 255 now; of those that both have 0 of 255 differ
                differs        screening: 2 of 2 differ, by at most 1.0E-16, 1 of them no number or another word
                differs        inputTraits.?[2J: 1 of 1 differ, 1 of them no number or another word
                perhaps        the attribution does not say what computed it (schema before version 7)
                written        out/heatmap.png
                """,
                summary(
                        new FieldDifference("effects", 256, 256, 3, 0.25, 0),
                        new FieldDifference("draws", 256, 255, 0, 0, 0),
                        new FieldDifference("screening", 2, 2, 2, 1e-16, 1),
                        new FieldDifference("inputTraits.\u001b[2J", 1, 1, 1, 0, 1)));
    }
}
