package io.limen.producer.application;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.limen.producer.application.Reading.Readable;
import io.limen.producer.application.Reading.Unreadable;
import io.limen.producer.domain.image.Area;
import io.limen.producer.domain.image.Mask;
import io.limen.producer.domain.image.Pixels;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BlankedSourceTest {

    private static final Pixels IMAGE = new Pixels(2, 2, new int[] {1, 2, 3, 4});
    private static final Mask ALL = new Mask(2, 2, new boolean[] {true, true, true, true});

    @Test
    void anAreaIsBlackAndHasNoForeground() {
        Mask upper = new Mask(2, 2, new boolean[] {false, false, true, true});

        assertEquals(
                new Readable<>(new CaseContent(
                        new ImageFile(new Pixels(2, 2, new int[] {0, 0, 3, 4}), Optional.empty()),
                        Optional.of(upper),
                        Optional.of(upper),
                        Optional.empty())),
                blanked(new Area(0, 0, 1, 9)));
    }

    @Test
    void oneAreaOnTheImageIsEnough() {
        Mask left = new Mask(2, 2, new boolean[] {true, false, true, false});

        CaseContent content = ((Readable<CaseContent>) blanked(new Area(5, 5, 1, 1), new Area(0, 1, 9, 1))).value();

        assertEquals(Optional.of(left), content.groundTruth());
    }

    @Test
    void anImageThatNoAreaLiesOnFails() {
        assertEquals(
                new Unreadable<>("no --blank area lies on the image"),
                blanked(new Area(2, 0, 10, 10), new Area(0, 2, 10, 10)));
    }

    @Test
    void anImageThatSaysItHasNoTextPassesWithoutAnArea() {
        CaseContent content = new CaseContent(
                new ImageFile(IMAGE, Optional.empty()), Optional.of(ALL), Optional.of(ALL), Optional.empty());
        SourceCase free = new SourceCase() {
            @Override
            public String name() {
                return "free";
            }

            @Override
            public String kind() {
                return "test";
            }

            @Override
            public boolean isFreeOfText() {
                return true;
            }

            @Override
            public Reading<CaseContent> read() {
                return new Readable<>(content);
            }
        };
        CaseSource one = new CaseSource() {
            @Override
            public int size() {
                return 1;
            }

            @Override
            public SourceCase at(int index) {
                return free;
            }

            @Override
            public List<String> notes() {
                return List.of();
            }
        };

        assertEquals(
                new Readable<>(content),
                new BlankedSource(one, List.of(new Area(2, 0, 9, 9))).at(0).read());
        CaseContent covered = ((Readable<CaseContent>) new BlankedSource(one, List.of(new Area(0, 0, 1, 9)))
                        .at(0)
                        .read())
                .value();
        assertEquals(new Pixels(2, 2, new int[] {0, 0, 3, 4}), covered.image().pixels());
    }

    private static Reading<CaseContent> blanked(Area... areas) {
        CaseContent content = new CaseContent(
                new ImageFile(IMAGE, Optional.empty()), Optional.of(ALL), Optional.of(ALL), Optional.empty());
        return new BlankedSource(new FakeSource(List.of(new Readable<>(content))), List.of(areas))
                .at(0)
                .read();
    }
}
