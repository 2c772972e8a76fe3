package io.limen.explainer.adapter.djl;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.limen.architecture.OwnProcess;
import io.limen.explainer.application.DeviceChoice;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Switches it off for its whole process. */
@Tag(OwnProcess.TAG)
class NnpackTest {

    @Test
    void libtorchTriesItUnlessItIsSwitchedOff() throws Exception {
        Devices.find(new DeviceChoice.Cpu());
        boolean usable = Files.exists(Path.of("/sys/devices/system/cpu/cpu0/cache"));
        assertEquals(Optional.of(usable), Nnpack.isOn());

        Nnpack.off();

        assertEquals(Optional.of(false), Nnpack.isOn());
    }
}
