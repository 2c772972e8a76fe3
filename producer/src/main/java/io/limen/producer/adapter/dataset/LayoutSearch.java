package io.limen.producer.adapter.dataset;

import io.limen.producer.application.CaseOrigin;
import io.limen.producer.application.FolderFiles;
import io.limen.producer.domain.pairing.DataSetDescription;
import io.limen.producer.domain.pairing.DescribedDataSet;
import io.limen.producer.domain.pairing.Layout;
import io.limen.producer.domain.pairing.Layouts;
import io.limen.producer.domain.pairing.MaskSuffixes;
import io.limen.producer.domain.pairing.MasksElsewhere;
import io.limen.producer.domain.pairing.Pairing;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Pairs files of one kind as the user says, or as they look.
 *
 * @param origin what the user says
 * @param description what the data set says of itself
 * @param kind the names of that kind among files
 */
record LayoutSearch(
        CaseOrigin.Folder origin, Optional<DataSetDescription> description, Function<FolderFiles, List<String>> kind) {

    /**
     * Paired files.
     *
     * @param layout how they are laid out
     * @param pairing which mask belongs to which image; one image or more
     */
    record LaidOut(Layout layout, Pairing pairing) {

        /** What the data set says of itself, if that was asked. */
        Optional<DataSetDescription> description() {
            return layout instanceof DescribedDataSet described
                    ? Optional.of(described.description())
                    : Optional.empty();
        }
    }

    /** The pairs; nothing if no file of this kind is laid out in a known way, or in the one that the user says. */
    Optional<LaidOut> in(FolderFiles files) {
        List<String> names = kind.apply(files);
        Optional<LaidOut> found = origin.masks().folder().isPresent()
                ? Optional.of(
                        beside(files, FolderListing.of(origin.masks().folder().get())))
                : layout(names).map(layout -> new LaidOut(layout, layout.pair(names)));
        return found.filter(laidOut -> !laidOut.pairing().files().isEmpty());
    }

    private Optional<Layout> layout(List<String> names) {
        return origin.layout().isPresent()
                ? Layouts.named(origin.layout().get(), suffixes(), description)
                : Layouts.fitting(names, suffixes(), description);
    }

    private LaidOut beside(FolderFiles files, FolderFiles masks) {
        String prefix = masks.folder().toString().replace('\\', '/') + "/";
        // the masks may lie below the images
        Stream<String> images =
                kind.apply(files).stream().filter(name -> !files.path(name).startsWith(masks.folder()));
        List<String> together = Stream.concat(images, kind.apply(masks).stream().map(name -> prefix + name))
                .toList();
        Layout layout = new MasksElsewhere(prefix, suffixes());
        return new LaidOut(layout, layout.pair(together));
    }

    private MaskSuffixes suffixes() {
        return MaskSuffixes.inUseAnd(origin.masks().suffix());
    }
}
