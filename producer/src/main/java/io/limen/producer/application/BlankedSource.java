package io.limen.producer.application;

import io.limen.producer.application.Reading.Readable;
import io.limen.producer.application.Reading.Unreadable;
import io.limen.producer.domain.image.Area;
import io.limen.producer.domain.image.Mask;
import io.limen.producer.domain.image.Pixels;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The cases of a source with areas of every image made black, and no foreground there: text is no finding. An image on which
 * none of the areas lies fails, unless its file says that no text is burned into it: what was declared for text that is burned
 * in was declared for other images.
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
        public boolean isCacheable() {
            return original.isCacheable();
        }

        @Override
        public Optional<String> version() {
            return original.version().map(version -> version + "\nblank, masks too\n" + areas);
        }

        @Override
        public Optional<ExplainedImage> image() {
            return original.image();
        }

        @Override
        public Reading<CaseContent> read() {
            Reading<CaseContent> reading = original.read();
            if (!(reading instanceof Readable<CaseContent> readable)) {
                return reading;
            }
            Pixels pixels = readable.value().image().pixels();
            if (areas.stream().anyMatch(area -> area.meets(pixels))) {
                return new Readable<>(blanked(readable.value()));
            }
            return original.isFreeOfText() ? reading : new Unreadable<>("no --blank area lies on the image");
        }

        /** The file's own coded data show what is blanked, and are left out. */
        private CaseContent blanked(CaseContent content) {
            Pixels pixels = content.image().pixels();
            for (Area area : areas) {
                pixels = pixels.blanked(area);
            }
            return new CaseContent(
                    new ImageFile(pixels, Optional.empty()),
                    content.predicted().map(this::blanked),
                    content.groundTruth().map(this::blanked),
                    content.study());
        }

        private Mask blanked(Mask mask) {
            Mask blanked = mask;
            for (Area area : areas) {
                blanked = blanked.cleared(area);
            }
            return blanked;
        }
    }
}
