package io.limen.explainer.adapter.djl;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.limen.explainer.application.ModelDescription.Normalisation;
import io.limen.explainer.domain.intervention.Intervention;
import io.limen.explainer.domain.intervention.PatchBank;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is meant for a GPU, on the CPU. */
class DeviceBatchTest {

    private static final Normalisation SHIFT =
            new Normalisation(new float[] {0.4f, 0.5f, 0.6f}, new float[] {0.2f, 0.25f, 0.3f});

    private final PatchBank bank = ProbedImage.bank(5);
    private final List<Intervention> interventions = ProbedImage.interventions(60, 5);
    private TorchModule module;
    private Batches batches;

    @BeforeEach
    void load() throws Exception {
        new TorchScriptLoader(1);
        module = TorchModule.load(TestModel.file("smooth"), Device.cpu());
        batches = new Batches(module, SHIFT);
    }

    @Test
    void holdsWhatABatchInTheHostHolds() {
        try (Batch host = batches.onHost(ProbedImage.IMAGE, bank, 7);
                Batch device = batches.onDevice(ProbedImage.IMAGE, bank, 7)) {
            assertEquals(host.shape(), device.shape());
            assertArrayEquals(all(host), all(device));
            for (int from = 0; from + 7 <= interventions.size(); from += 4) {
                List<Intervention> some = interventions.subList(from, from + 3 + from % 5);
                host.treat(some);
                device.treat(some);
                assertArrayEquals(all(host), all(device));
            }
        }
    }

    @Test
    void givesPartsAsTheModelTakesThem() {
        try (Batch device = batches.onDevice(ProbedImage.IMAGE, bank, 4);
                Batch host = batches.onHost(ProbedImage.IMAGE, bank, 4);
                NDManager scope = module.scope()) {
            device.treat(interventions.subList(0, 4));
            host.treat(interventions.subList(0, 4));
            NDArray part = device.images(scope, 1, 2);
            assertEquals(host.images(scope, 1, 2).getShape(), part.getShape());
            assertArrayEquals(host.images(scope, 1, 2).toFloatArray(), part.toFloatArray());
            assertArrayEquals(
                    module.run(host.images(scope, 1, 2), MemoryLayout.PLAIN)
                            .get(0)
                            .toFloatArray(),
                    module.run(part, MemoryLayout.PLAIN).get(0).toFloatArray());
        }
    }

    private float[] all(Batch batch) {
        try (NDManager scope = module.scope()) {
            return batch.images(scope, 0, batch.slots()).toFloatArray();
        }
    }
}
