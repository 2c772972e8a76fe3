package io.limen.producer.adapter.dataset;

import io.limen.producer.application.BadInput;
import io.limen.producer.application.CaseFinder;
import io.limen.producer.application.CaseOrigin;
import io.limen.producer.application.FolderFiles;
import io.limen.producer.application.FoundCases;
import io.limen.producer.application.ImageFiles;
import io.limen.producer.domain.pairing.Layout;
import io.limen.producer.domain.pairing.Layouts;
import io.limen.producer.domain.pairing.MaskSuffixes;
import io.limen.producer.domain.pairing.MasksElsewhere;
import io.limen.producer.domain.pairing.Pairing;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Recognises images and masks by how they are laid out. To be asked last: it accounts for whatever else lies there. */
public final class DatasetFinder implements CaseFinder {

    private final CaseOrigin.Folder origin;
    private final ImageFiles imageFiles;
    private final MaskSuffixes suffixes;

    /** Finds what the user asked for, to be read by a port. */
    public DatasetFinder(CaseOrigin.Folder origin, ImageFiles imageFiles) {
        this.origin = Objects.requireNonNull(origin, "origin");
        this.imageFiles = Objects.requireNonNull(imageFiles, "imageFiles");
        this.suffixes = MaskSuffixes.inUseAnd(origin.masks().suffix());
    }

    @Override
    public String understands() {
        return "images (PNG, JPEG, TIFF, BMP, GIF) as DIR/images with DIR/masks, with NAME_mask files in one folder, with"
                + " --masks-dir, or as ISIC, HAM10000, FIVES, DRIVE or nnU-Net lay them out";
    }

    @Override
    public Optional<FoundCases> find(FolderFiles files) {
        ImageNames names = ImageNames.of(files);
        if (names.images().isEmpty()) {
            return Optional.empty();
        }
        return origin.masks().folder().isPresent()
                ? Optional.of(withMasksElsewhere(files, names))
                : layout(names.images()).map(layout -> found(files, names, layout, layout.pair(names.images())));
    }

    /** As the user says, or as it looks. */
    private Optional<Layout> layout(List<String> images) {
        if (origin.layout().isEmpty()) {
            return Layouts.fitting(images, suffixes);
        }
        Layout asked = Layouts.named(origin.layout().get(), suffixes).orElseThrow();
        if (asked.pair(images).files().isEmpty()) {
            throw new BadInput("no images in " + origin.folder() + " that are laid out as " + asked.name());
        }
        return Optional.of(asked);
    }

    private FoundCases withMasksElsewhere(FolderFiles files, ImageNames names) {
        FolderFiles masks = FolderListing.of(origin.masks().folder().orElseThrow());
        String prefix = masks.folder().toString().replace('\\', '/') + "/";
        // the masks may lie below the images
        Stream<String> images = names.images().stream().filter(name -> !isBelow(masks.folder(), files.path(name)));
        List<String> together = Stream.concat(
                        images, ImageNames.of(masks).images().stream().map(name -> prefix + name))
                .toList();
        Layout layout = new MasksElsewhere(prefix, suffixes);
        return found(files, names, layout, layout.pair(together));
    }

    private static boolean isBelow(Path folder, Path file) {
        return file.startsWith(folder);
    }

    private FoundCases found(FolderFiles files, ImageNames names, Layout layout, Pairing pairing) {
        if (pairing.files().isEmpty()) {
            throw new BadInput("no images in " + origin.folder() + " beside the masks");
        }
        DatasetFolder source = new DatasetFolder(
                new DatasetFiles(imageFiles, files, origin),
                pairing,
                StudyFolders.of(files, pairing),
                new DatasetNotes(layout, pairing, names.companions()).lines());
        return new FoundCases(source, new HashSet<>(files.names()));
    }
}
