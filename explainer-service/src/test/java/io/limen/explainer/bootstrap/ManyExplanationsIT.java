package io.limen.explainer.bootstrap;

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
import io.limen.explainer.application.RegionSelection;
import io.limen.explainer.application.support.RegionSupports;
import io.limen.explainer.domain.attribution.Budget;
import io.limen.explainer.domain.attribution.ExplanationSettings;
import io.limen.explainer.domain.intervention.DrawSchedule;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Memory over many explanations in a row, each of the window on the boundary of one of two thirds of the images, with donors
 * from the other third. Takes from minutes to half an hour, so it runs only when asked for:
 * {@code mvn verify -Dit.test=ManyExplanationsIT -Dlimen.soak=500 [-Dlimen.soak.schedule=published]
 * [-Dlimen.soak.forwards=250] [-Dlimen.soak.block=8]}.
 */
@EnabledIfSystemProperty(named = "limen.soak", matches = "[1-9]\\d+")
class ManyExplanationsIT {

    private static final double ALLOWED_GROWTH = 1.05;

    /** 1.5 GB. */
    private static final long ALLOWED_PEAK_KIB = 1_500_000_000L / 1024;

    private static final int REGION = 32;

    private final int explanations = Integer.getInteger("limen.soak");
    private final ExplainCase explainer = new ExplainCase(System::nanoTime, new RegionSupports());
    private final ImageIoDecoder decoder = new ImageIoDecoder(ImageLimits.FILES);

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "../quickstart/models/phantom-unet/1/model.pt, ../quickstart/models/bank",
        "../../shared/models/unet.pt, ../../shared/data/ham10000-256/images"
    })
    void memoryStaysWhatItIs(Path file, Path images) throws Exception {
        assumeTrue(Files.isRegularFile(file), "skipped: no " + file);
        List<Path> explained = new ArrayList<>();
        RepositoryModel model = open(file, images, explained);
        long warm = 0;
        int done = 0;
        int skipped = 0;
        for (int i = 0; done < explanations; i++) {
            assertTrue(skipped <= done + explained.size(), "no image with a foreground");
            if (!explain(model, explained.get(i % explained.size()), i)) {
                skipped++;
                continue;
            }
            done++;
            if (done == explanations / 10) {
                warm = kibibytes("VmRSS");
            }
            if (done % (explanations / 10) == 0) {
                System.out.printf("%s: %d, resident %d KiB%n", file.getFileName(), done, kibibytes("VmRSS"));
            }
        }
        long grown = kibibytes("VmRSS");
        System.out.printf(
                "%s: %d explanations, %d images without a region, resident %d KiB after a tenth of them, %d KiB at the"
                        + " end, at most %d KiB%n",
                file.getFileName(), done, skipped, warm, grown, kibibytes("VmHWM"));
        assertTrue(grown < ALLOWED_GROWTH * warm, grown + " KiB after " + warm);
        assertTrue(kibibytes("VmHWM") < ALLOWED_PEAK_KIB, "peak " + kibibytes("VmHWM") + " KiB");
    }

    /** The model with a third of the images as its bank; the others are added to a list. */
    private RepositoryModel open(Path file, Path images, List<Path> explained) throws Exception {
        Path bank = Files.createDirectory(folder.resolve("bank"));
        try (Stream<Path> files = Files.list(images)) {
            List<Path> all = files.sorted().toList();
            for (int i = 0; i < all.size(); i++) {
                if (i % 3 != 0) {
                    explained.add(all.get(i));
                } else {
                    Files.copy(all.get(i), bank.resolve(all.get(i).getFileName()));
                }
            }
        }
        TorchSettings settings = new TorchSettings(new DeviceChoice.Cpu(), OptionalInt.empty(), true, folder);
        return new FileModelSource(new TorchScriptLoader(settings), decoder).open(file, Optional.of(bank));
    }

    /** Whether there was something to explain. */
    private boolean explain(RepositoryModel model, Path image, int seed) throws Exception {
        CaseToExplain subject = new CaseToExplain(
                decoder.image(Files.readAllBytes(image)),
                "0".repeat(64),
                Optional.empty(),
                Optional.empty(),
                new RegionSelection.BoundaryWindow());
        ExplanationOutcome outcome = explainer.explain(subject, model, settings(seed), (done, expected) -> {});
        if (outcome instanceof ExplanationOutcome.Skipped) {
            return false;
        }
        assertEquals(ExplanationOutcome.Explained.class, outcome.getClass(), outcome::toString);
        return true;
    }

    private static ExplanationSettings settings(int seed) {
        DrawSchedule schedule = "published".equals(System.getProperty("limen.soak.schedule"))
                ? DrawSchedule.Published.asPublished()
                : DrawSchedule.Adaptive.asPreciseAsPublished();
        Budget budget = new Budget(Long.getLong("limen.soak.forwards", 250), Budget.UNLIMITED.maxDuration());
        return new ExplanationSettings(Integer.getInteger("limen.soak.block", 8), REGION, schedule, seed, budget);
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
