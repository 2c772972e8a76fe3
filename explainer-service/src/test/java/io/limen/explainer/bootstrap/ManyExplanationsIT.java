package io.limen.explainer.bootstrap;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
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
import io.limen.explainer.domain.attribution.Budget;
import io.limen.explainer.domain.attribution.ExplanationSettings;
import io.limen.explainer.domain.image.Image;
import io.limen.explainer.domain.image.RegionOfInterest;
import io.limen.explainer.domain.intervention.DrawSchedule;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Memory over many explanations in a row. Takes minutes, so it runs only when asked for:
 * {@code mvn verify -Dit.test=ManyExplanationsIT -Dlimen.soak=500}.
 */
@EnabledIfSystemProperty(named = "limen.soak", matches = "\\d+")
class ManyExplanationsIT {

    private static final double ALLOWED_GROWTH = 1.05;

    /** 1.5 GB. */
    private static final long ALLOWED_PEAK_KIB = 1_500_000_000L / 1024;

    private static final Budget SMALL = new Budget(20, Budget.UNLIMITED.maxDuration());

    @TempDir
    Path cache;

    @ParameterizedTest
    @CsvSource({
        "../quickstart/models/phantom-unet/1/model.pt, ../quickstart/models/bank, 128, 32",
        "../../shared/models/unet.pt, ../../shared/data/ham10000-256/images, 256, 64"
    })
    void memoryStaysWhatItIs(Path file, Path bank, int side, int block) throws Exception {
        assumeTrue(Files.isRegularFile(file), "skipped: no " + file);
        int explanations = Integer.getInteger("limen.soak");
        TorchSettings settings = new TorchSettings(new DeviceChoice.Cpu(), OptionalInt.empty(), true, cache);
        RepositoryModel model = new FileModelSource(
                        new TorchScriptLoader(settings), new ImageIoDecoder(ImageLimits.FILES))
                .open(file, Optional.of(bank));
        long warm = 0;
        for (int i = 0; i < explanations; i++) {
            explain(model, side, block, i);
            if (i == explanations / 10) {
                warm = kibibytes("VmRSS");
            }
        }
        long grown = kibibytes("VmRSS");
        System.out.printf(
                "%s: %d explanations, resident %d KiB after a tenth of them, %d KiB at the end, at most %d KiB%n",
                file.getFileName(), explanations, warm, grown, kibibytes("VmHWM"));
        assertTrue(grown < ALLOWED_GROWTH * warm, grown + " KiB after " + warm);
        assertTrue(kibibytes("VmHWM") < ALLOWED_PEAK_KIB, "peak " + kibibytes("VmHWM") + " KiB");
    }

    private static void explain(RepositoryModel model, int side, int block, int seed) {
        DrawSchedule schedule = new DrawSchedule.Published(1, 2, 0.02);
        ExplanationSettings settings = new ExplanationSettings(block, block, schedule, seed, SMALL);
        RegionOfInterest region = new RegionOfInterest(block, block, block, block);
        CaseToExplain subject = new CaseToExplain(
                noise(side, seed), "0".repeat(64), Optional.empty(), Optional.empty(), Optional.of(region));
        assertInstanceOf(
                ExplanationOutcome.Explained.class,
                new ExplainCase(System::nanoTime).explain(subject, model, settings, (done, expected) -> {}));
    }

    private static Image noise(int side, int seed) {
        float[] pixels = new float[3 * side * side];
        Random random = new Random(seed);
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = random.nextFloat();
        }
        return new Image(side, side, 3, pixels);
    }

    private static long kibibytes(String key) throws Exception {
        return Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith(key + ":"))
                .map(line -> line.replaceAll("\\D", ""))
                .mapToLong(Long::parseLong)
                .findFirst()
                .orElseThrow();
    }
}
