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
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Memory over many explanations in a row, each of the window on the boundary of one of two thirds of the images, with donors
 * from the other third. A short row of the demo's model runs always. 500 of it and of a larger model take from minutes to an
 * hour, so they run when asked for:
 * {@code mvn verify -Dit.test=ManyExplanationsIT -Dsoak.explanations=500 [-Dsoak.schedule=published]
 * -Dsoak.forwards=250 [-Dsoak.block=8]}.
 */
@EnabledOnOs(OS.LINUX)
class ManyExplanationsIT {

    private static final double ALLOWED_GROWTH = 1.05;

    /** Thirty explanations on a machine with other work have grown by 5 %: the compiler and the allocator are not done yet. */
    private static final double GROWTH_OF_FEW = 1.1;

    /** 1.5 GB. */
    private static final long ALLOWED_PEAK_KIB = 1_500_000_000L / 1024;

    private static final int FEW = 30;

    /** Of one explanation; it has to be none that is worth reading. */
    private static final long FORWARDS = 50;

    private static final int REGION = 32;

    private final boolean many = Integer.getInteger("soak.explanations") != null;
    private final int explanations = Integer.getInteger("soak.explanations", FEW);
    private final int stretch = Math.max(explanations / 10, FEW / 3);
    private final ExplainCase explainer = new ExplainCase(System::nanoTime, new RegionSupports());
    private final ImageIoDecoder decoder = new ImageIoDecoder(ImageLimits.FILES);

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "../quickstart/models/phantom-unet/1/model.pt, ../quickstart/models/bank, true",
        "../../shared/models/unet.pt, ../../shared/data/ham10000-256/images, false"
    })
    void memoryStaysWhatItIs(Path file, Path images, boolean quick) throws Exception {
        assumeTrue(many || quick, "takes long: runs with -Dsoak.explanations=500");
        assumeTrue(Files.isRegularFile(file), "skipped: no " + file);
        ResidentSet.forgetPeak();
        MemoryTrend trend = new MemoryTrend(afterEach(file, images), stretch);
        System.out.printf(
                "%s: beside Java's heap at most %d KiB after the warm-up, %d KiB at the end; in all %d and %d KiB, peak %d KiB%n",
                file.getFileName(),
                trend.warm(ResidentSet::outsideJavaHeap),
                trend.last(ResidentSet::outsideJavaHeap),
                trend.warm(ResidentSet::all),
                trend.last(ResidentSet::all),
                ResidentSet.peak());
        assertTrue(
                trend.growth(ResidentSet::outsideJavaHeap) < (many ? ALLOWED_GROWTH : GROWTH_OF_FEW), trend::toString);
        if (many) {
            assertTrue(trend.growth(ResidentSet::all) < ALLOWED_GROWTH, trend::toString);
            assertTrue(ResidentSet.peak() < ALLOWED_PEAK_KIB, trend::toString);
        }
    }

    /** The same measure, of work that keeps some memory. */
    @Test
    void aLeakIsSeen() throws Exception {
        List<ByteBuffer> leak = new ArrayList<>();
        List<ResidentSet> row = new ArrayList<>();
        long before = ResidentSet.now().outsideJavaHeap();
        for (int i = 0; i < FEW; i++) {
            ByteBuffer kept = ByteBuffer.allocateDirect((int) (before * 1024 / 50));
            for (int at = 0; at < kept.capacity(); at += 1024) {
                kept.put(at, (byte) 1);
            }
            leak.add(kept);
            row.add(ResidentSet.now());
        }
        double growth = new MemoryTrend(row, FEW / 3).growth(ResidentSet::outsideJavaHeap);
        assertTrue(growth > GROWTH_OF_FEW, () -> growth + " after " + leak.size());
    }

    private List<ResidentSet> afterEach(Path file, Path images) throws Exception {
        List<Path> explained = new ArrayList<>();
        RepositoryModel model = open(file, images, explained);
        List<ResidentSet> row = new ArrayList<>();
        int skipped = 0;
        for (int i = 0; row.size() < explanations; i++) {
            if (!explain(model, explained.get(i % explained.size()), i)) {
                assertTrue(++skipped <= row.size() + explained.size(), "no image with a foreground");
                continue;
            }
            row.add(ResidentSet.now());
            if (row.size() % stretch == 0) {
                System.out.printf("%s: %d, %s%n", file.getFileName(), row.size(), row.get(row.size() - 1));
            }
        }
        return row;
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
        TorchSettings settings =
                new TorchSettings(new DeviceChoice.Cpu(), OptionalInt.empty(), true, Optional.of(folder));
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
        DrawSchedule schedule = "published".equals(System.getProperty("soak.schedule"))
                ? DrawSchedule.Published.asPublished()
                : DrawSchedule.Adaptive.asPreciseAsPublished();
        Budget budget = new Budget(Long.getLong("soak.forwards", FORWARDS), Budget.UNLIMITED.maxDuration());
        return new ExplanationSettings(Integer.getInteger("soak.block", 8), REGION, schedule, seed, budget);
    }
}
