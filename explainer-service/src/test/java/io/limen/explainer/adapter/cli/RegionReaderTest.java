package io.limen.explainer.adapter.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.limen.explainer.application.CaseToExplain;
import io.limen.explainer.application.ModelDescription;
import io.limen.explainer.application.ModelDescription.InputSize;
import io.limen.explainer.application.RegionSelection;
import io.limen.explainer.application.SampleCase;
import io.limen.explainer.domain.image.Image;
import io.limen.explainer.domain.image.RegionOfInterest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegionReaderTest {

    @TempDir
    Path folder;

    private final RegionReader reader = new RegionReader(new SizeDecoder());

    /** An image of 8x16 pixels for a model that takes 16x32 (height x width). */
    @ParameterizedTest
    @CsvSource({"16x8 first pixel, 2", "32x16 first pixel, 1"})
    void aMaskIsReadAtTheImagesSizeOrAtTheModels(String mask, int side) throws Exception {
        assertEquals(new RegionSelection.Given(new RegionOfInterest(0, 0, side, side)), placed(mask));
    }

    @Test
    void theRestOfTheCaseStaysAsItWas() throws Exception {
        CaseToExplain subject = subject();

        CaseToExplain placed = reader.place(subject, new RegionOption.LargestObject(), model());

        assertEquals(new RegionSelection.LargestObject(), placed.region());
        assertEquals(subject.image(), placed.image());
        assertEquals(subject.imageSha256(), placed.imageSha256());
    }

    private RegionSelection placed(String mask) throws IOException, UserMistakeException {
        Path file = Files.writeString(folder.resolve("region.png"), mask);
        return reader.place(subject(), new RegionOption.MaskFile(file), model()).region();
    }

    private static CaseToExplain subject() {
        return new CaseToExplain(
                new Image(8, 16, 3, new float[3 * 8 * 16]),
                "a".repeat(64),
                Optional.empty(),
                Optional.empty(),
                new RegionSelection.BoundaryWindow());
    }

    private static ModelDescription model() {
        ModelDescription own = SampleCase.model();
        return new ModelDescription(
                own.id(),
                own.sha256(),
                Optional.of(new InputSize(16, 32)),
                own.channels(),
                own.normalisation(),
                own.output(),
                own.threshold());
    }
}
