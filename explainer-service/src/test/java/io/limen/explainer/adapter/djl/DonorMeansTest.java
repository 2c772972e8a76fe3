package io.limen.explainer.adapter.djl;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.djl.Device;
import io.limen.explainer.application.ModelRejectedException;
import io.limen.explainer.domain.component.ComponentAnalysis;
import io.limen.explainer.domain.image.Image;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DonorMeansTest {

    private static final BatchPlan PLAN = new BatchPlan(MemoryLayout.PLAIN, 4);

    private static final MadeOfModel NOWHERE = new MadeOfModel("0", "", Optional.empty());

    private final KeptMeans kept = new KeptMeans(new MeansOnDisk(NOWHERE));
    private TorchModule module;
    private TwinNetwork twin;
    private ProbedNetwork probed;

    @BeforeEach
    void open() throws Exception {
        new TorchScriptLoader(4);
        Path file = TestModel.file("one-channel");
        module = TorchModule.load(file, Device.cpu());
        Image image = PlantedNetwork.image();
        twin = new TwinSource(file, Device.cpu(), NOWHERE).open(module, TestModel.NONE, image);
        TorchNetwork model = new TorchNetwork(
                module,
                TestModel.description(Optional.empty(), TestModel.NONE, TestModel.ONE_CLASS),
                4,
                new BatchPlans("", "", module.layouts(), Optional.empty()),
                new FreePages());
        probed = new ProbedNetwork(model, twin, new ComponentListing(twin).of(image), kept);
    }

    @AfterEach
    void close() {
        twin.close();
        module.close();
    }

    private static List<Image> donors(int seed) {
        List<Image> donors = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            donors.add(TestModel.noise(PlantedNetwork.HEIGHT, PlantedNetwork.WIDTH, seed + i));
        }
        return donors;
    }

    private DonorMeans means(List<Image> donors, MemoryLayout layout) {
        return new DonorMeans(probed, donors, layout);
    }

    private float[] first(DonorMeans means) throws ModelRejectedException {
        return means.of(probed.listed().get(0));
    }

    /** A network that is closed can't run. */
    @Test
    void donorsThatTheModelHasMetAreNotRunAgainAndCountAllTheSame() throws ModelRejectedException {
        DonorMeans before = means(donors(1), MemoryLayout.PLAIN);
        float[] found = first(before);
        twin.close();
        DonorMeans after = means(donors(1), MemoryLayout.PLAIN);
        assertEquals(0, after.forwards());
        assertArrayEquals(found, first(after));
        assertEquals(6, before.forwards());
        assertEquals(6, after.forwards());
    }

    @Test
    void otherDonorsAndAnotherOrderOfMemoryAreRun() throws ModelRejectedException {
        DonorMeans some = means(donors(1), MemoryLayout.PLAIN);
        float[] found = first(some);
        assertFalse(Arrays.equals(found, first(means(donors(2), MemoryLayout.PLAIN))));
        twin.close();
        DonorMeans others = means(donors(3), MemoryLayout.PLAIN);
        assertThrows(RuntimeException.class, () -> first(others));
        DonorMeans otherOrder = means(donors(1), MemoryLayout.CHANNELS_LAST);
        assertThrows(RuntimeException.class, () -> first(otherOrder));
    }

    @Test
    void theSameCaseCostsAndFindsTheSameTheSecondTime() throws ModelRejectedException {
        PlantedNetwork network = PlantedNetwork.load("skip-alone");
        ComponentAnalysis.Measured once = network.measured();
        assertEquals(once, network.measured());
        assertEquals(once, PlantedNetwork.load("skip-alone").measured());
    }

    @Test
    void meansThatWereAskedForTheLongestTimeAgoAreForgottenFirst() {
        int third = (int) (KeptMeans.MOST_BYTES / 3 / Float.BYTES);
        List<KeptMeans.Key> keys = new ArrayList<>();
        for (int seed = 0; seed < 3; seed++) {
            keys.add(new KeptMeans.Key(KeptMeans.fingerprint(List.of(TestModel.noise(2, 2, seed))), List.of(), PLAN));
        }
        Map<Integer, float[]> large = new HashMap<>(Map.of(0, new float[third]));
        kept.keep(keys.get(0), large);
        kept.keep(keys.get(1), large);
        kept.find(keys.get(0));
        kept.keep(keys.get(2), large);
        assertEquals(
                List.of(true, false, true),
                keys.stream().map(key -> kept.find(key).isPresent()).toList());
    }

    @Test
    void imagesOfTheSamePixelsInAnotherShapeAreOthers() {
        float[] pixels = TestModel.noise(2, 3, 1).pixels();
        assertFalse(KeptMeans.fingerprint(List.of(new Image(2, 3, 3, pixels)))
                .equals(KeptMeans.fingerprint(List.of(new Image(3, 2, 3, pixels)))));
    }
}
