package io.limen.producer.bootstrap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.limen.producer.adapter.cli.ProgressLines;
import io.limen.producer.application.CaseContent;
import io.limen.producer.application.CaseOrigin;
import io.limen.producer.application.CaseSource;
import io.limen.producer.application.MaskChoice;
import io.limen.producer.application.Privacy;
import io.limen.producer.application.Reading.Readable;
import io.limen.producer.application.SourceCase;
import io.limen.producer.application.VolumeChoice;
import io.limen.producer.domain.image.Mask;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Public data sets that lie beside the checkout; skipped without them. */
class SharedDataSetsTest {

    private static final Path SHARED = Path.of("../../shared/data");

    @ParameterizedTest
    @CsvSource({"ham10000-256, 300", "drive, 40", "nuclei-256, 150"})
    void everyImageOfADataSetHasItsMask(String name, int images) {
        Path folder = SHARED.resolve(name);
        assumeTrue(Files.isDirectory(folder), "the data set is not here");

        CaseSource source = new FolderSources(
                        Privacy.DEFAULT, new ProgressLines(new PrintWriter(System.out), InstantSource.system()))
                .open(new CaseOrigin.Folder(folder, Optional.empty(), MaskChoice.PLAIN, VolumeChoice.PLAIN, false));

        assertEquals(
                "layout folders: " + images + " images, " + images + " with a mask",
                source.notes().get(0));
        assertEquals(images, source.size());
        assertTrue(groundTruth(source.at(0)).area() > 0);
    }

    private static Mask groundTruth(SourceCase first) {
        if (first.read() instanceof Readable<CaseContent> content) {
            return content.value().groundTruth().orElseThrow();
        }
        throw new AssertionError(first.name() + " can't be read");
    }
}
