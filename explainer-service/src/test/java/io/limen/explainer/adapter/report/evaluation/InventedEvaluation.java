package io.limen.explainer.adapter.report.evaluation;

import io.limen.explainer.application.CaseToExplain;
import io.limen.explainer.application.evaluate.CaseEvaluation;
import io.limen.explainer.application.evaluate.CaseEvaluation.Evaluated;
import io.limen.explainer.application.evaluate.CaseEvaluation.NotEvaluated;
import io.limen.explainer.application.evaluate.Dataset;
import io.limen.explainer.application.evaluate.DatasetCase;
import io.limen.explainer.application.evaluate.EvaluationSettings;
import io.limen.explainer.application.evaluate.EvaluationWorkplace;
import io.limen.explainer.application.evaluate.MethodScores;
import io.limen.explainer.application.evaluate.Perception;
import io.limen.explainer.domain.faithfulness.Metric;
import io.limen.explainer.domain.image.BlockGrid;
import io.limen.explainer.domain.image.Image;
import io.limen.explainer.domain.image.Mask;
import io.limen.explainer.domain.image.RegionOfInterest;
import io.limen.explainer.domain.image.Window;
import io.limen.explainer.domain.saliency.BlockRelevance;
import io.limen.explainer.domain.strategy.PerceptualStrategy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

/** An evaluation as it might be, of models and methods that there are not. Run it to look at the page. */
final class InventedEvaluation implements Dataset {

    static final EvaluationSettings SETTINGS = new EvaluationSettings(8, 32, 7, 30_000, 4);

    private static final List<String> MODELS = List.of("unet@1", "segformer@2", "deeplab<b>|@1");
    private static final List<String> METHODS = List.of(
            "adaptive",
            "published",
            "first-order",
            "occlusion",
            "rise",
            "seg-grad-cam",
            "smoothgrad",
            "misure",
            "random",
            "oracle");
    private static final double[] WORTH = {9, 8.4, 6, 5.5, 4, 1.2, 2, 3, 0, 10.5};
    private static final int SIDE = 256;
    private static final BlockGrid GRID = new BlockGrid(SIDE, SIDE, 8);

    private final int cases;

    InventedEvaluation(int cases) {
        this.cases = cases;
    }

    /** Writes the report of 24 cases to the folder named. */
    public static void main(String[] folder) throws IOException {
        Path out = Files.createDirectories(Path.of(folder[0]));
        InventedEvaluation invented = new InventedEvaluation(24);
        new EvaluationFiles()
                .write(out, new EvaluationWorkplace.Cases(out, invented), SETTINGS, invented.evaluations());
    }

    @Override
    public List<String> names() {
        return IntStream.range(0, cases).mapToObj("case-%03d"::formatted).toList();
    }

    @Override
    public DatasetCase read(String name) {
        Random random = new Random(name.hashCode());
        double middleY = 100 + random.nextInt(60);
        double middleX = 100 + random.nextInt(60);
        float[] pixels = new float[3 * SIDE * SIDE];
        boolean[] truth = new boolean[SIDE * SIDE];
        for (int i = 0; i < truth.length; i++) {
            double distance = Math.hypot((i / SIDE - middleY) * 1.3, i % SIDE - middleX);
            truth[i] = distance < 45;
            double tone = 0.75 - 0.4 / (1 + Math.exp((distance - 45) / 4)) + 0.05 * random.nextGaussian();
            pixels[i] = (float) tone;
            pixels[truth.length + i] = (float) (tone * 0.75);
            pixels[2 * truth.length + i] = (float) (tone * 0.7);
        }
        Mask mask = new Mask(SIDE, SIDE, truth);
        return new DatasetCase(
                name,
                new CaseToExplain(
                        new Image(SIDE, SIDE, 3, pixels),
                        "0".repeat(64),
                        Optional.empty(),
                        Optional.of(mask),
                        Optional.<RegionOfInterest>empty()),
                Optional.empty());
    }

    List<CaseEvaluation> evaluations() {
        List<CaseEvaluation> all = new ArrayList<>();
        for (String name : names()) {
            for (int model = 0; model < MODELS.size(); model++) {
                Random random = new Random(name.hashCode() * 31L + model);
                all.add(
                        model == 1 && name.endsWith("5")
                                ? new NotEvaluated(MODELS.get(model), name, "no foreground")
                                : evaluated(model, name, random));
            }
        }
        return all;
    }

    private static Evaluated evaluated(int model, String name, Random random) {
        Window region = new Window(96 + 8 * random.nextInt(6), 96 + 8 * random.nextInt(6), 32, 32);
        List<Integer> treated = GRID.treated(new RegionOfInterest(region, Optional.empty())).stream()
                .map(block -> block.index())
                .toList();
        double difficulty = 0.6 + 0.8 * random.nextDouble();
        List<MethodScores> methods = new ArrayList<>();
        for (int method = 0; method < METHODS.size(); method++) {
            methods.add(
                    METHODS.get(method).equals("seg-grad-cam") && model == 2
                            ? new MethodScores(
                                    "seg-grad-cam",
                                    Optional.empty(),
                                    Map.of(),
                                    Optional.of("the network has no layers"))
                            : scores(method, region, treated, difficulty, random, name.compareTo("case-004") < 0));
        }
        return new Evaluated(
                MODELS.get(model),
                name,
                region,
                GRID,
                treated,
                Optional.of(80 + 15 * random.nextDouble()),
                70 + 25 * random.nextDouble(),
                Optional.of(perception(model, random)),
                methods);
    }

    private static MethodScores scores(
            int method, Window region, List<Integer> treated, double difficulty, Random random, boolean repeated) {
        double[] map = treated.stream()
                .mapToDouble(index -> relevance(method, GRID.block(index).window(), region, random))
                .toArray();
        Map<Metric, Double> metrics = new EnumMap<>(Metric.class);
        metrics.put(Metric.DELETION, WORTH[method] * difficulty + random.nextGaussian());
        metrics.put(Metric.INSERTION, 0.8 * WORTH[method] * difficulty + 1.5 * random.nextGaussian());
        metrics.put(Metric.SMOOTH_DELETION, 0.7 * WORTH[method] * difficulty + random.nextGaussian());
        metrics.put(Metric.SMOOTH_INSERTION, 0.6 * WORTH[method] * difficulty + random.nextGaussian());
        metrics.put(Metric.SUFFICIENCY, 0.5 - WORTH[method] / 25 + 0.03 * random.nextDouble());
        metrics.put(Metric.INFIDELITY, Math.max(0, 1 - WORTH[method] / 14 + 0.1 * random.nextGaussian()));
        metrics.put(Metric.FORWARDS, 1000.0 * (method + 1));
        metrics.put(Metric.SECONDS, 2.0 * (method + 1) + random.nextDouble());
        if (repeated) {
            metrics.put(Metric.STABILITY, method == 3 || method == 5 ? 1 : 0.6 + 0.3 * random.nextDouble());
            metrics.put(Metric.SANITY, 0.2 * random.nextGaussian());
        }
        return new MethodScores(METHODS.get(method), Optional.of(new BlockRelevance(map)), metrics, Optional.empty());
    }

    private static double relevance(int method, Window block, Window region, Random random) {
        double distance = Math.hypot(
                block.y() + 4 - region.y() - region.height() / 2.0, block.x() + 4 - region.x() - region.width() / 2.0);
        double near = Math.exp(-distance / (20 + 8 * method));
        return switch (method) {
            case 4 -> 0.8 + 0.1 * near + 0.02 * random.nextGaussian();
            case 5, 7 -> Math.max(0, near - 0.1);
            case 8 -> random.nextDouble();
            default -> 5 * near * near + 0.3 * random.nextGaussian() * near - (block.x() < 60 ? 0.4 * near : 0);
        };
    }

    private static Perception perception(int model, Random random) {
        double size = random.nextDouble();
        double locality = Math.max(0, Math.min(1, (model == 0 ? 1 - size : 0.6) + 0.1 * random.nextGaussian()));
        PerceptualStrategy strategy = model == 2
                ? PerceptualStrategy.LOCAL
                : locality > 0.5
                        ? PerceptualStrategy.LOCAL
                        : locality > 0.1 ? PerceptualStrategy.GLOBAL : PerceptualStrategy.NONE;
        double[] profile = new double[48];
        int cells = strategy == PerceptualStrategy.NONE ? 0 : 8 + random.nextInt(8);
        for (int i = 0; i < cells; i++) {
            profile[(i * (model + 1) + random.nextInt(4)) % 48] += 1.0 / cells;
        }
        Map<String, Double> features = Map.of(
                "supporting share",
                0.3 * random.nextDouble(),
                "hindering share",
                0.1 * random.nextDouble(),
                "locality",
                locality,
                "causal radius",
                1.2 - locality + 0.05 * random.nextGaussian(),
                "entropy",
                0.5 + 0.2 * random.nextDouble(),
                "participation",
                0.2 * random.nextDouble(),
                "gini",
                0.6 + 0.3 * random.nextDouble());
        Map<String, Double> traits = Map.of(
                "object size", size,
                "contrast", random.nextDouble(),
                "brightness", random.nextDouble(),
                "certainty", random.nextDouble(),
                "baseline Dice", 70 + 20 * random.nextDouble());
        return new Perception(
                strategy,
                strategy == PerceptualStrategy.NONE
                        ? Map.of("supporting share", 0.0, "hindering share", 0.0)
                        : features,
                IntStream.range(0, 48).mapToObj(i -> profile[i]).toList(),
                traits);
    }
}
