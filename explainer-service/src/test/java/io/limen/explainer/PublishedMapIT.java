package io.limen.explainer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.limen.explainer.adapter.djl.TorchScriptLoader;
import io.limen.explainer.adapter.djl.TorchSettings;
import io.limen.explainer.adapter.image.ImageIoDecoder;
import io.limen.explainer.adapter.image.ImageLimits;
import io.limen.explainer.adapter.store.FileModelSource;
import io.limen.explainer.application.CaseToExplain;
import io.limen.explainer.application.DeviceChoice;
import io.limen.explainer.application.ExplainCase;
import io.limen.explainer.application.ExplanationOutcome;
import io.limen.explainer.application.ModelRepository.RepositoryModel;
import io.limen.explainer.application.Progress;
import io.limen.explainer.application.RegionSelection;
import io.limen.explainer.domain.attribution.Budget;
import io.limen.explainer.domain.attribution.Explanation;
import io.limen.explainer.domain.attribution.ExplanationSettings;
import io.limen.explainer.domain.image.Image;
import io.limen.explainer.domain.image.Mask;
import io.limen.explainer.domain.image.ProbabilityMap;
import io.limen.explainer.domain.image.RegionOfInterest;
import io.limen.explainer.domain.intervention.DrawSchedule.Published;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whole explanations by trained models: the same seed gives the same map, bit for bit, whatever the batch size and however
 * many are explained at a time; the baseline is what plain loops find. Skipped where a model does not lie where it should.
 */
class PublishedMapIT {

    private static final Path DEMO = Path.of("../quickstart/models");
    private static final Path SHARED = Path.of("../../shared");
    private static final ImageIoDecoder DECODER = new ImageIoDecoder(ImageLimits.FILES);

    /**
     * @param model a model's file or folder
     * @param bank donors
     * @param image explained
     * @param truth its ground truth, where there is one
     * @param blockSize so that the explanation takes seconds
     */
    private record Subject(Path model, Path bank, Path image, Optional<Path> truth, int blockSize) {
        @Override
        public String toString() {
            return model.getFileName() + " " + image.getFileName();
        }

        RepositoryModel open(int batchSize) throws Exception {
            assumeTrue(Files.exists(model), "skipped: no " + model);
            TorchSettings settings =
                    new TorchSettings(new DeviceChoice.Cpu(), OptionalInt.of(batchSize), false, Optional.empty());
            return new FileModelSource(new TorchScriptLoader(settings), DECODER).open(model, Optional.of(bank));
        }

        CaseToExplain read(RegionSelection region) throws Exception {
            Optional<Mask> mask =
                    truth.isEmpty() ? Optional.empty() : Optional.of(DECODER.mask(Files.readAllBytes(truth.get())));
            return new CaseToExplain(
                    DECODER.image(Files.readAllBytes(image)), "a".repeat(64), Optional.empty(), mask, region);
        }
    }

    static Stream<Subject> demo() {
        return Stream.of("phantom-unet/1", "phantom-segformer/1")
                .map(model -> new Subject(
                        DEMO.resolve(model),
                        DEMO.resolve("bank"),
                        DEMO.resolve("bank").resolve("0003.jpg"),
                        Optional.empty(),
                        16));
    }

    static Stream<Subject> all() throws Exception {
        return Stream.concat(demo(), shared());
    }

    private static Stream<Subject> shared() throws Exception {
        Path images = SHARED.resolve("data/ham10000-256/images");
        if (!Files.isDirectory(images)) {
            return Stream.of();
        }
        try (Stream<Path> files = Files.list(images)) {
            Path image = files.sorted().findFirst().orElseThrow();
            String stem = image.getFileName().toString().replaceFirst("\\.[^.]+$", "");
            Path masks = SHARED.resolve("data/ham10000-256/masks");
            try (Stream<Path> candidates = Files.list(masks)) {
                Path truth = candidates
                        .filter(file -> file.getFileName().toString().startsWith(stem))
                        .findFirst()
                        .orElseThrow();
                return Stream.of("unet", "segformer", "unext", "scanunet")
                        .map(name -> new Subject(
                                SHARED.resolve("models").resolve(name + ".pt"),
                                DEMO.resolve("bank"),
                                image,
                                Optional.of(truth),
                                64));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("demo")
    void theSameSeedGivesTheSameMapInEveryBatchSize(Subject subject) throws Exception {
        CaseToExplain toExplain = subject.read(new RegionSelection.BoundaryWindow());
        Explanation one = explain(subject, subject.open(1), toExplain);

        assertTrue(one.map().effects().stream().anyMatch(effect -> effect.ate() != 0), "an empty map");
        for (int batchSize : new int[] {4, 7, 16}) {
            Explanation other = explain(subject, subject.open(batchSize), toExplain);
            assertEquals(one.map(), other.map(), "batches of " + batchSize);
            assertEquals(one.baselineDice(), other.baselineDice());
            assertEquals(one.id(), other.id());
        }
    }

    @ParameterizedTest
    @MethodSource("demo")
    void theSameSeedGivesTheSameMapBesideAnotherCase(Subject subject) throws Exception {
        RepositoryModel model = subject.open(7);
        CaseToExplain toExplain = subject.read(new RegionSelection.LargestObject());
        Explanation alone = explain(subject, model, toExplain);

        ExecutorService workers = Executors.newFixedThreadPool(2);
        try {
            Callable<Explanation> work = () -> explain(subject, model, toExplain);
            for (Future<Explanation> together : workers.invokeAll(List.of(work, work))) {
                assertEquals(alone.map(), together.get().map());
            }
        } finally {
            workers.shutdown();
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void theBaselineIsWhatPlainLoopsFind(Subject subject) throws Exception {
        RepositoryModel model = subject.open(1);
        for (RegionSelection selection :
                List.of(new RegionSelection.BoundaryWindow(), new RegionSelection.LargestObject())) {
            CaseToExplain toExplain = subject.read(selection);
            // the baseline is all that counts: one draw per block
            Explanation explanation = explain(subject, model, toExplain, new Budget(1, Duration.ofDays(1)));

            assertEquals(plainDice(model, toExplain, explanation), explanation.baselineDice(), 1e-6);
        }
    }

    private static double plainDice(RepositoryModel model, CaseToExplain subject, Explanation explanation)
            throws Exception {
        Image input = explanation.input();
        ProbabilityMap output = model.model().segment(input);
        RegionOfInterest region = explanation.map().region();
        double common = 0;
        double both = 0;
        for (int y = 0; y < input.height(); y++) {
            for (int x = 0; x < input.width(); x++) {
                if (region.contains(y, x)) {
                    boolean predicted = output.probabilities()[y * input.width() + x] > 0.5;
                    boolean expected = subject.groundTruth().isEmpty()
                            ? predicted
                            : subject.groundTruth().get().at(y, x);
                    common += predicted && expected ? 1 : 0;
                    both += (predicted ? 1 : 0) + (expected ? 1 : 0);
                }
            }
        }
        return 100 * 2 * common / both;
    }

    private static Explanation explain(Subject subject, RepositoryModel model, CaseToExplain toExplain) {
        return explain(subject, model, toExplain, Budget.UNLIMITED);
    }

    private static Explanation explain(Subject subject, RepositoryModel model, CaseToExplain toExplain, Budget budget) {
        ExplanationOutcome outcome = new ExplainCase(() -> 0)
                .explain(
                        toExplain,
                        model,
                        new ExplanationSettings(subject.blockSize(), 32, new Published(3, 4, 0.02), 11, budget),
                        Progress.SILENT);
        if (outcome instanceof ExplanationOutcome.Explained explained) {
            return explained.explanation();
        }
        throw new AssertionError(outcome.toString());
    }
}
