package io.limen.producer.application;

import io.limen.producer.application.Reading.Readable;
import io.limen.producer.domain.image.Mask;
import io.limen.producer.domain.image.Pixels;
import java.util.List;
import java.util.Optional;

/** Cases of one pixel each, with a mask; the readings of chosen cases can be replaced; reading null is a bug. */
record FakeSource(List<Reading<CaseContent>> readings) implements CaseSource {

    static Reading<CaseContent> content(int colour) {
        ImageFile image = new ImageFile(new Pixels(1, 1, new int[] {colour}), Optional.empty());
        Mask mask = new Mask(1, 1, new boolean[] {true});
        return new Readable<>(new CaseContent(image, Optional.empty(), Optional.of(mask), Optional.empty()));
    }

    @Override
    public int size() {
        return readings.size();
    }

    @Override
    public SourceCase at(int index) {
        return new SourceCase() {
            @Override
            public String name() {
                return "case " + index;
            }

            @Override
            public String kind() {
                return "fake";
            }

            @Override
            public Reading<CaseContent> read() {
                Reading<CaseContent> reading = readings.get(index);
                if (reading == null) {
                    throw new IllegalStateException("a bug of ours, at Doe^Jane");
                }
                return reading;
            }
        };
    }

    @Override
    public List<String> notes() {
        return List.of("a note");
    }
}
