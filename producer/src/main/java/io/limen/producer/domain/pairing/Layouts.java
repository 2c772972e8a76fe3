package io.limen.producer.domain.pairing;

import java.util.List;
import java.util.Optional;

/** The layouts in use. */
public final class Layouts {

    /** The more a layout asks of the names, the earlier it is tried. */
    private static final List<Layout> ALL = List.of(new ThreeFolders(), new OneFolder());

    private Layouts() {}

    /** The first layout that fits. */
    public static Optional<Layout> fitting(List<String> fileNames) {
        return ALL.stream()
                .filter(layout -> layout.fits(layout.pair(fileNames)))
                .findFirst();
    }
}
