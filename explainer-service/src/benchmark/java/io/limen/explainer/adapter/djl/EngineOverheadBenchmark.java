package io.limen.explainer.adapter.djl;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import io.limen.explainer.application.ModelDescription;
import io.limen.explainer.application.ModelDescription.Normalisation;
import io.limen.explainer.application.ModelDescription.Output;
import io.limen.explainer.application.ModelDescription.Output.Kind;
import io.limen.explainer.application.ModelId;
import io.limen.explainer.application.ModelRejectedException;
import io.limen.explainer.domain.effect.RegionScore;
import io.limen.explainer.domain.image.BlockGrid;
import io.limen.explainer.domain.image.Image;
import io.limen.explainer.domain.image.Mask;
import io.limen.explainer.domain.image.ProbabilityMap;
import io.limen.explainer.domain.image.RegionOfInterest;
import io.limen.explainer.domain.intervention.DonorChoice;
import io.limen.explainer.domain.intervention.DrawPhase;
import io.limen.explainer.domain.intervention.Intervention;
import io.limen.explainer.domain.intervention.InterventionPlan;
import io.limen.explainer.domain.intervention.PatchBank;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What the engine costs beside libtorch. A batch of interventions through the engine and the bare forward pass of the same
 * batch take turns in one process, so that whatever else the machine does hits both; every iteration prints the ratio of their
 * speeds (medians) and where the engine's share goes.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 1, time = 10)
@Measurement(iterations = 3, time = 20)
public class EngineOverheadBenchmark {

    private static final int SIDE = 256;
    private static final int BATCH = 8;

    @Param("../quickstart/models/phantom-unet/1/model.pt")
    private String file;

    @Param({"PLAIN", "CHANNELS_LAST"})
    private String order;

    private final RegionOfInterest region = new RegionOfInterest(96, 120, 32, 32);
    private final List<Long> engineNanos = new ArrayList<>();
    private final List<Long> bareNanos = new ArrayList<>();
    private final List<Long> planNanos = new ArrayList<>();
    private final List<Long> composeNanos = new ArrayList<>();
    private final List<Long> scoreNanos = new ArrayList<>();

    private MemoryLayout layout;
    private TorchModule module;
    private TorchScriptProbe probe;
    private Batch batch;
    private InterventionPlan plan;
    private RegionScore score;
    private long made;
    private double sink;

    /** Loads the model and makes image, bank and plan by chance. */
    @Setup
    public void prepare() throws Exception {
        new TorchScriptLoader(BATCH);
        layout = MemoryLayout.valueOf(order);
        module = TorchModule.loadWithLayouts(Path.of(file), Device.cpu());
        ModelDescription description = new ModelDescription(
                new ModelId("benchmark", "1"),
                "0".repeat(64),
                Optional.empty(),
                3,
                new Normalisation(new float[3], new float[] {1, 1, 1}),
                new Output(Kind.PROBABILITIES, 1, 0),
                0.5);
        TorchNetwork model = new TorchNetwork(
                module,
                description,
                BATCH,
                new BatchPlans("", "", module.layouts(), Optional.empty()),
                new FreePages());
        Image image = new Image(SIDE, SIDE, 3, noise(3 * SIDE * SIDE, 0));
        List<float[]> patches = new ArrayList<>();
        for (int donor = 1; donor <= 100; donor++) {
            patches.add(noise(3 * 8 * 8, donor));
        }
        PatchBank bank = new PatchBank(8, 3, patches, "0".repeat(64));
        batch = new Batches(module, description.normalisation()).make(image, bank, BATCH);
        probe = new TorchScriptProbe(model, image, region, batch, new BatchPlan(layout, BATCH), new FittingBatches());
        plan = new InterventionPlan(
                new BlockGrid(SIDE, SIDE, 8).treated(region), DrawPhase.SCREENING, 1000, new DonorChoice(0, 100));
        ProbabilityMap unperturbed = new ProbabilityMap(32, 32, model.alone(image, region));
        score = new RegionScore(unperturbed, new Mask(32, 32, new boolean[32 * 32]), 0.5);
    }

    private static float[] noise(int length, long seed) {
        float[] values = new float[length];
        Random random = new Random(seed);
        for (int i = 0; i < length; i++) {
            values[i] = random.nextFloat();
        }
        return values;
    }

    /** One batch either way, the engine first every other time. */
    @Benchmark
    public double engineAndBareLoop() throws ModelRejectedException {
        boolean engineFirst = made / BATCH % 2 == 0;
        if (engineFirst) {
            engine();
        }
        long start = System.nanoTime();
        bare();
        bareNanos.add(System.nanoTime() - start);
        if (!engineFirst) {
            engine();
        }
        return sink;
    }

    private void bare() {
        try (NDManager scope = module.scope()) {
            sink += module.run(batch.images(scope, 0, BATCH), layout).size();
        }
    }

    private void engine() throws ModelRejectedException {
        long start = System.nanoTime();
        List<Intervention> interventions = plan.slice(made, made + BATCH);
        long planned = System.nanoTime();
        float[] probabilities = probe.regionProbabilities(interventions);
        long run = System.nanoTime();
        for (int i = 0; i < BATCH; i++) {
            sink += score.effect(probabilities, i).areaShare();
        }
        long scored = System.nanoTime();
        batch.treat(interventions);
        composeNanos.add(System.nanoTime() - scored);
        engineNanos.add(scored - start);
        planNanos.add(planned - start);
        scoreNanos.add(scored - run);
        made += BATCH;
    }

    /** Tells the ratio. */
    @TearDown(org.openjdk.jmh.annotations.Level.Iteration)
    public void tell() {
        double engine = median(engineNanos);
        double bare = median(bareNanos);
        double plan = median(planNanos);
        double compose = median(composeNanos);
        double scores = median(scoreNanos);
        System.out.printf(
                "%nforwards per second %.1f, bare %.1f, ratio %.3f; of the engine's time: plan %.2f %%, compose %.2f %%,"
                        + " Dice %.2f %%, read back and the rest %.2f %%%n",
                BATCH * 1e9 / engine,
                BATCH * 1e9 / bare,
                bare / engine,
                100 * plan / engine,
                100 * compose / engine,
                100 * scores / engine,
                100 * (engine - bare - plan - compose - scores) / engine);
        for (List<Long> nanos : List.of(engineNanos, bareNanos, planNanos, composeNanos, scoreNanos)) {
            nanos.clear();
        }
    }

    private static double median(List<Long> nanos) {
        long[] sorted = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
        return sorted.length == 0 ? Double.NaN : sorted[sorted.length / 2];
    }
}
