package io.limen.aggregator.bootstrap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.kafka.streams.errors.ProcessorStateException;
import org.apache.kafka.streams.errors.StreamsException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateDiskTest {

    @Test
    void aFullDiskIsKnownHoweverDeepItsFaultIsWrapped() {
        IOException full = new IOException("/state/0_1/.checkpoint.tmp (No space left on device)");

        assertTrue(StateDisk.isFull(new StreamsException(new ProcessorStateException("Error while writing", full))));
        assertTrue(StateDisk.isFull(new ProcessorStateException("Disk quota exceeded")));
    }

    @Test
    void anotherFaultIsNone() {
        assertFalse(StateDisk.isFull(new StreamsException("Broken pipe", new IOException())));
    }

    @Test
    void aFolderThatIsNotThereYetHasTheRoomOfTheOneItComesIn(@TempDir Path folder) {
        assertTrue(new StateDisk(folder.resolve("a/b")).hasRoom());
        assertFalse(new StateDisk(Path.of("/proc/limen")).hasRoom());
    }

    @Test
    void theLineSaysWhereAndWhatComesOfIt() {
        assertEquals(
                "no space left for the state in /s (limen.state-dir): nothing is counted until there is some, nothing is lost",
                new StateDisk(Path.of("/s")).noSpace());
    }
}
