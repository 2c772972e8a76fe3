package io.limen.producer.application;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.limen.producer.application.Reading.Readable;
import io.limen.producer.application.Reading.Unreadable;
import io.limen.producer.domain.deployment.Deployment;
import io.limen.producer.domain.deployment.ModelVersion;
import io.limen.producer.domain.explanation.BlockMap;
import io.limen.producer.domain.explanation.Explanation;
import io.limen.producer.domain.identity.CaseId;
import io.limen.producer.domain.identity.ImageFingerprint;
import io.limen.producer.domain.image.Area;
import io.limen.producer.domain.image.Pixels;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ExportExplanationsTest {

    private static final Deployment UNET = new Deployment(new ModelVersion("unet", "1"), "here");

    private final RecordingProgress progress = new RecordingProgress();
    private final List<String> written = new ArrayList<>();

    @Test
    void anExplanationIsWrittenAboutTheImageOfItsCase() {
        ExportReport report = export(List.of(image(1), image(2), image(3)), List.of(of(image(2)), of(image(9))));

        assertEquals(new ExportReport(3, 1, 2, 0, false), report);
        assertEquals(List.of("2"), written);
    }

    @Test
    void whatCanNotBeReadOrWrittenIsNamedAndTheRestGoesThrough() {
        SourceCase damaged = new Image(7, new Unreadable<>("damaged"));
        SourceCase unwritable = image(66);

        ExportReport report = export(List.of(damaged, unwritable, image(2)), List.of(of(unwritable), of(image(2))));

        assertEquals(new ExportReport(2, 1, 2, 2, false), report);
        assertEquals(
                List.of("image 7: damaged", "explanation " + of(unwritable).id() + ": no study"),
                progress.events.stream().filter(event -> event.contains(":")).toList());
    }

    @Test
    void imagesOfEqualPixelsHaveObjectsEach() {
        SourceCase first = image(5);
        SourceCase again = new Image(6, ((Image) first).read());

        ExportReport report = export(List.of(first, again), List.of(of(first)));

        assertEquals(new ExportReport(2, 2, 4, 0, false), report);
        assertEquals(List.of("5", "6"), written);
    }

    @Test
    void aFaultOfOursAtOneExplanationIsThatOnesAlone() {
        SourceCase faulty = image(67);
        SourceCase large = image(68);

        ExportReport report = export(List.of(faulty, large, image(2)), List.of(of(faulty), of(large), of(image(2))));

        assertEquals(new ExportReport(3, 1, 2, 2, false), report);
        assertEquals(
                List.of(
                        "explanation " + of(faulty).id() + ": can't be written: internal error",
                        "explanation " + of(large).id() + ": " + CaseReading.TOO_LARGE),
                progress.events.stream().filter(event -> event.contains(":")).toList());
    }

    private ExportReport export(List<SourceCase> images, List<Explanation> explanations) {
        Explanations stream = (deployment, interruption, each) -> {
            explanations.forEach(each);
            return 0;
        };
        ClinicalObjects objects = (explanation, image) -> {
            if (image.frame() == 67) {
                throw new IllegalStateException("a bug of ours, at Doe^Jane");
            }
            if (image.frame() == 68) {
                throw new OutOfMemoryError("as a large allocation raises it");
            }
            if (image.frame() == 66) {
                return new Unreadable<>("no study");
            }
            written.add("" + image.frame());
            return new Readable<>(List.of(Path.of("a"), Path.of("b")));
        };
        return new ExportExplanations(
                        stream,
                        objects,
                        new PublishCases.Surroundings(progress, new Undisturbed(), () -> Instant.EPOCH))
                .export(new Images(images), UNET);
    }

    private static SourceCase image(int colour) {
        Pixels pixels = new Pixels(1, 1, new int[] {colour});
        return new Image(
                colour,
                new Readable<>(new CaseContent(
                        new ImageFile(pixels, Optional.empty()),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty())));
    }

    private static Explanation of(SourceCase image) {
        CaseContent content = ((Readable<CaseContent>) image.read()).value();
        CaseId id = CaseId.of(ImageFingerprint.of(content.image().pixels()), UNET);
        return new Explanation(
                (id.value() + id.value()).substring(0, 64),
                id,
                UNET,
                new Area(0, 0, 1, 1),
                new BlockMap(8, 8, 8, new double[] {1}, new boolean[] {true}),
                Instant.EPOCH);
    }

    private record Images(List<SourceCase> cases) implements CaseSource {
        @Override
        public int size() {
            return cases.size();
        }

        @Override
        public SourceCase at(int index) {
            return cases.get(index);
        }

        @Override
        public List<String> notes() {
            return List.of();
        }
    }

    private record Image(int number, Reading<CaseContent> read) implements SourceCase {
        @Override
        public String name() {
            return "image " + number;
        }

        @Override
        public String kind() {
            return "dicom";
        }

        @Override
        public Optional<ExplainedImage> image() {
            return Optional.of(new ExplainedImage(Path.of("folder"), number, "1.2"));
        }
    }
}
