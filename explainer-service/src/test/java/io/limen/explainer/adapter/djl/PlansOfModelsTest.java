package io.limen.explainer.adapter.djl;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.Device;
import io.limen.explainer.application.DeviceChoice;
import io.limen.explainer.application.ModelDescription.Output;
import io.limen.explainer.application.ModelDescription.Output.Kind;
import io.limen.explainer.application.ModelRejectedException;
import io.limen.explainer.application.SegmentationModel;
import io.limen.explainer.domain.effect.Effect;
import io.limen.explainer.domain.effect.RegionScore;
import io.limen.explainer.domain.image.Mask;
import io.limen.explainer.domain.image.ProbabilityMap;
import io.limen.explainer.domain.image.RegionOfInterest;
import io.limen.explainer.domain.intervention.Intervention;
import io.limen.explainer.domain.intervention.PatchBank;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How batch sizes and orders of memory work out on models. Counts copies of models in the machine's folder for them. */
@Tag("own-process")
class PlansOfModelsTest {

    /** Two orders of the same 75 float additions, whose sums on the way reach 10. */
    private static final float ROUNDING = 5e-6f;

    private static final PatchBank BANK = ProbedImage.bank(5);
    private static final List<Intervention> INTERVENTIONS = ProbedImage.interventions(23, 5);

    @TempDir
    Path cache;

    private SegmentationModel load(String name, int batch, boolean warmUp) throws ModelRejectedException {
        TorchSettings settings =
                new TorchSettings(new DeviceChoice.Cpu(), OptionalInt.of(batch), warmUp, Optional.of(cache));
        Output output = new Output(Kind.PROBABILITIES, 1, 0);
        return new TorchScriptLoader(settings)
                .load(TestModel.file(name), TestModel.description(Optional.empty(), TestModel.NONE, output));
    }

    @ParameterizedTest
    @ValueSource(strings = {"smooth", "traced", "frozen", "dictionary", "tuple", "no-class-axis", "rounding"})
    void channelsLastGivesTheSameOutput(String name) throws Exception {
        TorchModule module = TorchModule.loadWithLayouts(TestModel.file(name), Device.cpu());
        assertEquals(Set.of(MemoryLayout.values()), module.layouts());
        Batches batches = new Batches(module, TestModel.NONE);
        try (Batch batch = batches.onHost(ProbedImage.IMAGE, BANK, 3);
                var scope = module.scope()) {
            batch.treat(INTERVENTIONS.subList(0, 3));
            var input = batch.images(scope, 0, 3);
            var plain = module.run(input, MemoryLayout.PLAIN);
            var last = module.run(input, MemoryLayout.CHANNELS_LAST);
            assertEquals(plain.size(), last.size());
            for (int i = 0; i < plain.size(); i++) {
                assertEquals(plain.get(i).getName(), last.get(i).getName());
                assertArrayEquals(plain.get(i).toFloatArray(), last.get(i).toFloatArray(), ROUNDING);
            }
        }
    }

    @Test
    void theCopyOfAModelIsTakenAway() throws Exception {
        long before = copies();
        TorchModule.loadWithLayouts(TestModel.file("smooth"), Device.cpu()).close();
        assertEquals(before, copies());
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void masksDoNotDependOnTheSizeOfTheBatch(boolean warmUp) throws ModelRejectedException {
        List<Effect> oneByOne = effects(load("rounding", 1, false));
        for (int batch : new int[] {4, 7, 16}) {
            assertEquals(oneByOne, effects(load("rounding", batch, warmUp)), "batch of " + batch);
        }
    }

    private static List<Effect> effects(SegmentationModel model) throws ModelRejectedException {
        RegionOfInterest region = ProbedImage.REGION;
        Mask nothing = new Mask(region.height(), region.width(), new boolean[region.area()]);
        ProbabilityMap unperturbed = model.segment(ProbedImage.IMAGE).crop(region);
        RegionScore score = new RegionScore(unperturbed, nothing, 0.5);
        float[] probed = ProbedImage.probe(model, BANK, INTERVENTIONS);
        return IntStream.range(0, INTERVENTIONS.size())
                .mapToObj(i -> score.effect(probed, i))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"smooth", "traced", "frozen"})
    void aMeasuredPlanGivesTheOutputsOfAnyOther(String name) throws ModelRejectedException {
        float[] plain = ProbedImage.probe(load(name, 4, false), BANK, INTERVENTIONS);
        assertArrayEquals(plain, ProbedImage.probe(load(name, 8, true), BANK, INTERVENTIONS), ROUNDING);
        assertArrayEquals(plain, ProbedImage.probe(load(name, 8, true), BANK, INTERVENTIONS), ROUNDING);
    }

    @Test
    void aPlanIsRememberedOnDisk() throws IOException, ModelRejectedException {
        ProbedImage.probe(load("smooth", 8, true), BANK, INTERVENTIONS);
        try (Stream<Path> files = Files.list(cache.resolve("batch-plans"))) {
            List<Path> found = files.toList();
            assertEquals(1, found.size());
            assertTrue(Files.readString(found.get(0)).contains("-pixels11-batch8="));
        }
    }

    @Test
    void withoutTimeNothingIsMeasured() throws ModelRejectedException {
        SegmentationModel model = load("smooth", 8, true);
        assertEquals(1, batchSize(model, Duration.ZERO));
        assertEquals(1, batchSize(model, Duration.ofNanos(1)));
        assertFalse(Files.exists(cache.resolve("batch-plans")));
    }

    @Test
    void whatWasMeasuredInAHurryIsNotWrittenDown() throws ModelRejectedException {
        SegmentationModel model = load("smooth", 8, true);
        assertTrue(batchSize(model, BatchPlans.LIMIT.minusMillis(1)) > 1);
        assertTrue(batchSize(model, Duration.ZERO) > 1, "it is used as long as the process lives");
        assertFalse(Files.exists(cache.resolve("batch-plans")));
    }

    private static int batchSize(SegmentationModel model, Duration preparation) {
        try (SegmentationModel.Probe probe = model.probe(ProbedImage.IMAGE, ProbedImage.REGION, BANK, preparation)) {
            return probe.batchSize();
        }
    }

    @Test
    void withoutAWarmUpNothingIsWritten() throws ModelRejectedException {
        ProbedImage.probe(load("smooth", 8, false), BANK, INTERVENTIONS);
        assertFalse(Files.exists(cache.resolve("batch-plans")));
    }

    @Test
    void aModelThatMixesTheImagesOfABatchIsRunOneByOne() throws ModelRejectedException {
        float[] oneByOne = ProbedImage.probe(load("across-the-batch", 1, false), BANK, INTERVENTIONS);
        assertArrayEquals(oneByOne, ProbedImage.probe(load("across-the-batch", 8, true), BANK, INTERVENTIONS));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aBatchThatDoesNotFitIsMadeSmaller(boolean warmUp) throws ModelRejectedException {
        SegmentationModel hungry = load("hungry", 16, warmUp);
        float[] found = ProbedImage.probe(hungry, BANK, INTERVENTIONS);
        assertArrayEquals(ProbedImage.probe(load("smooth", 4, false), BANK, INTERVENTIONS), found, ROUNDING);
        try (SegmentationModel.Probe next = hungry.probe(ProbedImage.IMAGE, ProbedImage.REGION, BANK)) {
            assertTrue(next.batchSize() <= 2, "remembered: " + next.batchSize());
        }
    }

    @ParameterizedTest
    @CsvSource({"true", "false"})
    void aModelThatChangesTheShapeOfItsOutputIsRefused(boolean warmUp) throws ModelRejectedException {
        SegmentationModel model = load("shape-of-the-batch", 4, warmUp);
        if (warmUp) {
            assertEquals(
                    1, model.probe(ProbedImage.IMAGE, ProbedImage.REGION, BANK).batchSize());
            return;
        }
        assertEquals(
                "the model's output is 36x51, its input 37x51: Limen needs an output of the input's size",
                assertThrows(ModelRejectedException.class, () -> ProbedImage.probe(model, BANK, INTERVENTIONS))
                        .getMessage());
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aDonorThatMakesTheOutputNoNumberIsTold(boolean warmUp) throws ModelRejectedException {
        SegmentationModel model = load("afraid-of-the-dark", 4, warmUp);
        PatchBank black = new PatchBank(8, 3, List.of(new float[3 * 64]), "0".repeat(64));
        ProbedImage.probe(model, BANK, INTERVENTIONS);
        assertEquals(
                "the model's output holds NaN",
                assertThrows(
                                ModelRejectedException.class,
                                () -> ProbedImage.probe(model, black, ProbedImage.interventions(3, 1)))
                        .getMessage());
    }

    private static long copies() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> file.getFileName().toString().matches("limen-.*\\.pt"))
                    .count();
        }
    }
}
