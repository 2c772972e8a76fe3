package io.limen.explainer.adapter.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.limen.explainer.domain.faithfulness.CauseRule;
import io.limen.explainer.domain.image.Mask;
import io.limen.explainer.domain.image.RegionOfInterest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlantedYamlTest {

    private static final RegionOfInterest REGION = new RegionOfInterest(2, 3, 2, 2);

    @TempDir
    private Path model;

    private CauseRule rule(String yaml) throws IOException {
        Files.writeString(model.resolve("planted.yaml"), yaml);
        return PlantedYaml.of(model);
    }

    @Test
    void aRingIsAllAroundTheRegionAndEndsWithThePicture() throws IOException {
        CauseRule ring = rule("cause: ring\nwidthPx: 2\nexact: true\n");
        Mask cause = ring.cause(REGION, 5, 9, Optional.empty()).orElseThrow();
        // rows 0 to 4 of 5, columns 1 to 6, without the region
        assertEquals(5 * 6 - 4, cause.area());
        assertTrue(cause.at(0, 1) && cause.at(4, 6) && !cause.at(2, 3) && !cause.at(0, 0));
    }

    @Test
    void aRowGoesFromSideToSideButForTheRegion() throws IOException {
        CauseRule row = rule("cause: row\nrowPx: 3\nexact: true\n");
        assertEquals(
                9 - 2, row.cause(REGION, 5, 9, Optional.empty()).orElseThrow().area());
        assertEquals(Optional.empty(), row.cause(REGION, 3, 9, Optional.empty()));
    }

    @Test
    void theDataSetMarksTheCauseOfAModelThatSaysSoAndOfNoOther() throws IOException {
        Mask marked = new Mask(1, 2, new boolean[] {true, false});
        CauseRule byCase = rule("cause: mask\nexact: false\n");
        assertEquals(Optional.of(marked), byCase.cause(REGION, 1, 2, Optional.of(marked)));
        assertEquals(Optional.empty(), byCase.cause(REGION, 1, 2, Optional.empty()));
        Files.delete(model.resolve("planted.yaml"));
        assertEquals(new CauseRule.Nothing(), PlantedYaml.of(model));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"cause: ring", "cause: row", "cause: moon", "cause: ring\nwidthPx: 0", "size: 3", "[1, 2]", ": :"
            })
    void whatCantBeUnderstoodIsOneLineWithTheFilesName(String yaml) {
        IOException refusal = assertThrows(IOException.class, () -> rule(yaml));
        assertTrue(refusal.getMessage().startsWith(model.resolve("planted.yaml") + ": "), refusal.getMessage());
    }
}
