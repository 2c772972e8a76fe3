package io.limen.producer.bootstrap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.limen.schemas.SegmentationResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResumedPublishingTest {

    @TempDir
    private Path folder;

    private Path journal;

    @BeforeEach
    void makeAFolderOfSixCases() {
        journal = folder.resolve("run.journal");
        new PublishingRun()
                .of(
                        "phantoms",
                        "--count",
                        "6",
                        "--size",
                        "32",
                        "--out",
                        dataset().toString());
    }

    @Test
    void aRunThatIsStoppedAndResumedPublishesEveryCaseOnce() {
        PublishingRun stopped = new PublishingRun(2);
        PublishingRun resumed = new PublishingRun();

        int first = publish(stopped, "--rate", "1");
        int second = publish(resumed);

        assertEquals(130, first);
        assertEquals(0, second);
        assertEquals(
                List.of("Published 4 of 4 cases in 0.0 s, 4 with ground truth, 0 failed, 2 published earlier."),
                resumed.out());
        List<SegmentationResult> all = new ArrayList<>(stopped.published());
        all.addAll(resumed.published());
        assertEquals(6, all.size());
        assertEquals(
                6, all.stream().map(SegmentationResult::getCaseId).distinct().count());
    }

    /** The broker has two cases that the journal says nothing whole about. */
    @Test
    void aRunThatIsKilledIsResumedFromItsLastWholeLine() throws IOException {
        PublishingRun killed = new PublishingRun();
        publish(killed);
        byte[] whole = Files.readAllBytes(journal);
        Files.write(journal, Arrays.copyOf(whole, whole.length - 20));
        PublishingRun resumed = new PublishingRun();

        publish(resumed);

        assertEquals(
                killed.published().stream()
                        .skip(4)
                        .map(SegmentationResult::getCaseId)
                        .toList(),
                resumed.published().stream().map(SegmentationResult::getCaseId).toList());
    }

    @Test
    void whatFailedIsTriedAgain() throws IOException {
        Path image = dataset().resolve("images/0003.png");
        byte[] good = Files.readAllBytes(image);
        Files.write(image, new byte[0]);
        publish(new PublishingRun());
        Files.write(image, good);
        PublishingRun resumed = new PublishingRun();

        int exitCode = publish(resumed);

        assertEquals(0, exitCode);
        assertEquals(1, resumed.published().size());
    }

    @Test
    void nothingLeftIsNoFailure() {
        publish(new PublishingRun());
        PublishingRun again = new PublishingRun();

        int exitCode = publish(again);

        assertEquals(0, exitCode);
        assertEquals(List.of(), again.published());
    }

    @Test
    void theJournalOfAnotherRunIsRefused() {
        publish(new PublishingRun());
        PublishingRun other = new PublishingRun();

        int exitCode = publish(other, "--masks", "prediction");

        assertEquals(2, exitCode);
        assertEquals(1, other.err().size(), other.err().toString());
        assertTrue(
                other.err().get(0).contains("was begun with other options"),
                other.err().toString());
    }

    private Path dataset() {
        return folder.resolve("dataset");
    }

    private int publish(PublishingRun run, String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "publish", "--dataset", dataset().toString(), "--model", "unet@1", "--resume", journal.toString()));
        arguments.addAll(List.of(more));
        return run.of(arguments.toArray(String[]::new));
    }
}
