package io.limen.explainer.adapter.djl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.djl.Device;
import io.limen.explainer.application.DeviceChoice;
import io.limen.explainer.application.ModelRejectedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DevicesTest {

    @Test
    void autoTakesTheFirstGpuWhereThereIsOne() throws ModelRejectedException {
        assertEquals(Device.gpu(0), Devices.find(DeviceChoice.parse("auto"), 2));
        assertEquals(Device.cpu(), Devices.find(DeviceChoice.parse("auto"), 0));
    }

    @Test
    void whatWasChosenIsTaken() throws ModelRejectedException {
        assertEquals(Device.cpu(), Devices.find(DeviceChoice.parse("cpu"), 2));
        assertEquals(Device.gpu(1), Devices.find(DeviceChoice.parse("gpu:1"), 2));
    }

    @Test
    void aGpuThatIsNotThere() {
        assertEquals("device gpu:0 is not there: libtorch finds no GPU", missing("gpu:0", 0));
        assertEquals("device gpu:1 is not there: libtorch finds 1 GPU", missing("gpu:1", 1));
        assertEquals("device gpu:9 is not there: libtorch finds 2 GPUs", missing("gpu:9", 2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "GPU", "gpu", "gpu:", "gpu:-1", "gpu:0 ", "gpu:99999", "cuda:0"})
    void whatIsNoDevice(String text) {
        assertEquals(
                "must be auto, cpu or gpu:N, not '" + text + "'",
                assertThrows(IllegalArgumentException.class, () -> DeviceChoice.parse(text))
                        .getMessage());
    }

    private static String missing(String choice, int gpus) {
        return assertThrows(ModelRejectedException.class, () -> Devices.find(DeviceChoice.parse(choice), gpus))
                .getMessage();
    }
}
