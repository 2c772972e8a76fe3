package io.limen.producer.adapter.phantom;

import io.limen.producer.application.CaseContent;
import io.limen.producer.application.CaseSource;
import io.limen.producer.application.ImageFile;
import io.limen.producer.application.Reading;
import io.limen.producer.application.Reading.Readable;
import io.limen.producer.application.SourceCase;
import io.limen.producer.domain.series.PhantomSeries;
import java.util.List;
import java.util.Optional;

/** Phantoms as cases, each generated when its turn comes, with its exact mask as ground truth. */
public record PhantomSource(PhantomSeries series) implements CaseSource {

    @Override
    public int size() {
        return series.count();
    }

    @Override
    public SourceCase at(int index) {
        return new PhantomCase(series, index);
    }

    @Override
    public List<String> notes() {
        return List.of();
    }

    private record PhantomCase(PhantomSeries series, int index) implements SourceCase {

        @Override
        public String name() {
            return "phantom " + (index + 1);
        }

        @Override
        public String kind() {
            return "phantoms";
        }

        @Override
        public Reading<CaseContent> read() {
            PhantomSeries.Sample sample = series.at(index);
            ImageFile image = new ImageFile(sample.image(), Optional.empty());
            return new Readable<>(
                    new CaseContent(image, Optional.empty(), Optional.of(sample.mask()), Optional.empty()));
        }
    }
}
