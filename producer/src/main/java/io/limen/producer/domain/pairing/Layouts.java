package io.limen.producer.domain.pairing;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The layouts in use. */
public final class Layouts {

    /** Their names, for a line to the user. */
    public static final List<String> NAMES = all(MaskSuffixes.inUseAnd(Optional.empty()), Optional.empty()).stream()
            .map(Layout::name)
            .toList();

    private Layouts() {}

    /**
     * The layout that leaves the fewest files unexplained; of several, the one that asks most of the names.
     *
     * @param suffixes what marks a mask where the layout leaves that open
     * @param description what a data set for nnU-Net says of itself
     */
    public static Optional<Layout> fitting(
            List<String> fileNames, MaskSuffixes suffixes, Optional<DataSetDescription> description) {
        return all(suffixes, description).stream()
                .map(layout -> new Attempt(layout, layout.pair(fileNames)))
                .filter(attempt -> attempt.layout.fits(attempt.pairing))
                .min(Comparator.comparingInt(
                        attempt -> attempt.pairing.strangers().size()))
                .map(Attempt::layout);
    }

    /** The layout of a name. */
    public static Optional<Layout> named(String name, MaskSuffixes suffixes, Optional<DataSetDescription> description) {
        return all(suffixes, description).stream()
                .filter(layout -> layout.name().equals(name))
                .findFirst();
    }

    private static List<Layout> all(MaskSuffixes suffixes, Optional<DataSetDescription> description) {
        Optional<Layout> described = description.map(DescribedDataSet::new);
        return List.of(
                NamedDataSet.ham10000(),
                NamedDataSet.drive(),
                NamedDataSet.fives(),
                described.orElseGet(NamedDataSet::nnUnet),
                NamedDataSet.isic(),
                new ThreeFolders(suffixes),
                new OneFolder(suffixes));
    }

    private record Attempt(Layout layout, Pairing pairing) {}
}
