package io.limen.explainer.adapter.djl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.limen.explainer.application.ModelRejectedException;
import io.limen.explainer.application.RegionGradients;
import io.limen.explainer.application.SegmentationModel;
import io.limen.explainer.domain.image.Image;
import io.limen.explainer.domain.image.RegionOfInterest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** In a process of its own, whose Java heap is too small to hide what is lost outside it. */
class GradientMemoryTest {

    private static final int CALLS = 200;

    /** Kilobytes of one image of 256x256. */
    private static final long IMAGE = 768;

    @Test
    void gradientsLoseNoMemory(@TempDir Path folder) throws Exception {
        Path errors = folder.resolve("errors");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        GradientMemoryTest.class.getName())
                .redirectError(errors.toFile())
                .start();
        String grown = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .reduce((first, last) -> last)
                .orElse("nothing was said");
        String said = Files.readString(errors);
        assertEquals(0, process.waitFor(), () -> grown + "; " + said);
        assertTrue(Long.parseLong(grown) < CALLS * IMAGE / 4, () -> "grew by " + grown + " kB");
    }

    /** Says by how many kilobytes some calls let the process grow. */
    public static void main(String[] args) throws Exception {
        SegmentationModel model = TestModel.load("smooth");
        Image image = TestModel.noise(256, 256, 2);
        run(model, image, CALLS / 4);
        long before = residentKilobytes();
        run(model, image, CALLS);
        System.out.println(residentKilobytes() - before);
    }

    private static void run(SegmentationModel model, Image image, int calls) throws ModelRejectedException {
        RegionOfInterest region = new RegionOfInterest(100, 100, 32, 32);
        for (int i = 0; i < calls; i++) {
            try (RegionGradients gradients = model.gradients(image, region).orElseThrow()) {
                gradients.of(new float[1 + i % 3][region.area()]);
            }
        }
    }

    private static long residentKilobytes() throws IOException {
        return Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElseThrow();
    }
}
