package io.limen.explainer.adapter.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.limen.explainer.application.evaluate.CaseEvaluation;
import io.limen.explainer.application.evaluate.CaseEvaluation.Evaluated;
import io.limen.explainer.application.evaluate.CaseEvaluation.NotEvaluated;
import io.limen.explainer.application.evaluate.MethodScores;
import io.limen.explainer.application.evaluate.Perception;
import io.limen.explainer.domain.faithfulness.Metric;
import io.limen.explainer.domain.image.BlockGrid;
import io.limen.explainer.domain.image.Window;
import io.limen.explainer.domain.saliency.BlockRelevance;
import io.limen.explainer.domain.strategy.PerceptualStrategy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalFilesTest {

    private static final String MODEL = "unet@1";

    @TempDir
    private Path folder;

    private JournalFiles journal(String madeOf) {
        return new JournalFiles(folder, Map.of(MODEL, madeOf));
    }

    private static Evaluated evaluated() {
        return new Evaluated(
                MODEL,
                "ISIC 0001/..\u00e9",
                new Window(8, 16, 32, 32),
                new BlockGrid(60, 50, 32),
                List.of(0, 3),
                Optional.of(93.25),
                88.125,
                Optional.of(new Perception(
                        PerceptualStrategy.LOCAL,
                        Map.of("locality", 0.875),
                        Collections.nCopies(48, 1 / 48.0),
                        Map.of("contrast", 0.1))),
                List.of(
                        new MethodScores(
                                "rise",
                                Optional.of(new BlockRelevance(new double[] {1 / 3.0, -7e-300})),
                                Map.of(Metric.DELETION, -1 / 3.0, Metric.FORWARDS, 4000.0),
                                Optional.empty()),
                        new MethodScores(
                                "smoothgrad", Optional.empty(), Map.of(), Optional.of("can't be differentiated"))));
    }

    @Test
    void whatIsFoundAgainIsWhatWasKeptToTheLastDigit() {
        journal("a").save(evaluated(), "1");
        Evaluated found = (Evaluated)
                journal("a").find(MODEL, evaluated().caseName(), "1").orElseThrow();
        assertEquals(evaluated().methods().get(1), found.methods().get(1));
        assertEquals(
                evaluated().methods().get(0).metrics(), found.methods().get(0).metrics());
        assertEquals(1 / 3.0, found.methods().get(0).relevance().orElseThrow().values()[0]);
        assertEquals(evaluated().perception(), found.perception());
        assertEquals(evaluated().region(), found.region());
        assertEquals(evaluated().grid(), found.grid());
        assertEquals(evaluated().treated(), found.treated());
        assertEquals(evaluated().imageDice(), found.imageDice());
        CaseEvaluation not = new NotEvaluated(MODEL, "b", "no foreground");
        journal("a").save(not, "1");
        assertEquals(Optional.of(not), journal("a").find(MODEL, "b", "1"));
    }

    @Test
    void whatWasMadeOfSomethingElseIsNotFound() {
        journal("a").save(evaluated(), "1");
        assertTrue(journal("b").find(MODEL, evaluated().caseName(), "1").isEmpty());
        assertTrue(journal("a").find(MODEL, evaluated().caseName(), "2").isEmpty());
        assertTrue(journal("a").find(MODEL, "another", "1").isEmpty());
    }

    @Test
    void aFileThatIsNoneIsAsGoodAsNoFile() throws IOException {
        journal("a").save(evaluated(), "1");
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String whole = Files.readString(file);
                Files.writeString(file, whole.substring(0, whole.length() / 2));
            }
        }
        assertTrue(journal("a").find(MODEL, evaluated().caseName(), "1").isEmpty());
    }

    @Test
    void noNameLeadsOutOfTheFolder() throws IOException {
        Path inner = folder.resolve("found");
        new JournalFiles(inner, Map.of(MODEL, "a")).save(new NotEvaluated(MODEL, "../../x", "none"), "1");
        try (Stream<Path> entries = Files.list(folder)) {
            assertEquals(List.of(inner), entries.toList());
        }
    }
}
