package io.limen.producer.bootstrap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.limen.schemas.SegmentationResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CachedPublishingTest {

    @TempDir
    private Path folder;

    @BeforeEach
    void makeAFolderOfTwoCases() {
        new PublishingRun()
                .of(
                        "phantoms",
                        "--count",
                        "2",
                        "--size",
                        "32",
                        "--out",
                        dataset().toString());
    }

    @Test
    void theSecondRunPublishesTheSameRecords() throws IOException {
        List<SegmentationResult> without = publish();
        List<SegmentationResult> first = publish("--cache", cache());
        List<SegmentationResult> second = publish("--cache", cache());

        assertEquals(without, first);
        assertEquals(first, second);
    }

    /** What has the size and time of a file that was read before is not read again. */
    @Test
    void theSecondRunDoesNotLookInside() throws IOException {
        List<SegmentationResult> first = publish("--cache", cache());
        Path image = dataset().resolve("images/0000.png");
        FileTime time = Files.getLastModifiedTime(image);
        byte[] nothing = new byte[(int) Files.size(image)];
        Files.write(image, nothing);
        Files.setLastModifiedTime(image, time);

        assertEquals(first, publish("--cache", cache()));
    }

    @Test
    void aFileThatHasChangedIsReadAgain() throws IOException {
        List<SegmentationResult> first = publish("--cache", cache());
        Path image = dataset().resolve("images/0000.png");
        Files.write(image, Files.readAllBytes(dataset().resolve("images/0001.png")));
        Files.setLastModifiedTime(image, FileTime.fromMillis(1));

        List<SegmentationResult> second = publish("--cache", cache());

        assertNotEquals(first.get(0).getCaseId(), second.get(0).getCaseId());
        assertEquals(first.get(1), second.get(1));
    }

    @Test
    void otherOptionsMakeOtherCases() {
        publish("--cache", cache());

        assertNull(publish("--cache", cache(), "--no-ground-truth").get(0).getGroundTruth());
        assertNull(publish("--cache", cache(), "--masks", "prediction").get(0).getGroundTruth());
    }

    @Test
    void whatIsBlankedIsNotTakenFromACacheOfWhatWasNot() {
        List<SegmentationResult> plain = publish("--cache", cache());

        List<SegmentationResult> blanked = publish("--cache", cache(), "--blank", "0,0,16,16");

        assertNotEquals(plain.get(0).getImage(), blanked.get(0).getImage());
    }

    private Path dataset() {
        return folder.resolve("dataset");
    }

    private String cache() {
        return folder.resolve("cache").toString();
    }

    private List<SegmentationResult> publish(String... more) {
        PublishingRun run = new PublishingRun();
        List<String> arguments =
                new ArrayList<>(List.of("publish", "--dataset", dataset().toString(), "--model", "unet@1"));
        arguments.addAll(Arrays.asList(more));
        assertEquals(0, run.of(arguments.toArray(String[]::new)), run.err().toString());
        return run.published();
    }
}
