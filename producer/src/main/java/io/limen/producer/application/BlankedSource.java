package io.limen.producer.application;

import io.limen.producer.application.Reading.Readable;
import io.limen.producer.domain.image.Area;
import io.limen.producer.domain.image.Pixels;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The cases of a source with areas of every image made black.
 *
 * @param source where the cases come from
 * @param areas what is made black
 */
public record BlankedSource(CaseSource source, List<Area> areas) implements CaseSource {

    public BlankedSource {
        Objects.requireNonNull(source, "source");
        areas = List.copyOf(areas);
    }

    @Override
    public int size() {
        return source.size();
    }

    @Override
    public SourceCase at(int index) {
        return new BlankedCase(source.at(index), areas);
    }

    @Override
    public List<String> notes() {
        return source.notes();
    }

    private record BlankedCase(SourceCase original, List<Area> areas) implements SourceCase {

        @Override
        public String name() {
            return original.name();
        }

        @Override
        public String kind() {
            return original.kind();
        }

        @Override
        public Optional<String> version() {
            return original.version().map(version -> version + "\n" + areas);
        }

        @Override
        public Optional<ExplainedImage> image() {
            return original.image();
        }

        @Override
        public Reading<CaseContent> read() {
            Reading<CaseContent> reading = original.read();
            return reading instanceof Readable<CaseContent> readable
                    ? new Readable<>(blanked(readable.value()))
                    : reading;
        }

        /** The file's own coded data show what is blanked, and are left out. */
        private CaseContent blanked(CaseContent content) {
            Pixels pixels = content.image().pixels();
            for (Area area : areas) {
                pixels = pixels.blanked(area);
            }
            return new CaseContent(
                    new ImageFile(pixels, Optional.empty()),
                    content.predicted(),
                    content.groundTruth(),
                    content.study());
        }
    }
}
