package io.limen.producer.adapter.dataset;

import io.limen.producer.adapter.dataset.LayoutSearch.LaidOut;
import io.limen.producer.application.BadInput;
import io.limen.producer.application.CaseFinder;
import io.limen.producer.application.CaseOrigin;
import io.limen.producer.application.FolderFiles;
import io.limen.producer.application.FoundCases;
import io.limen.producer.application.ImageFiles;
import io.limen.producer.domain.pairing.DataSetDescription;
import io.limen.producer.domain.pairing.Pairing;
import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;

/** Recognises images and masks by how they are laid out. To be asked last: it accounts for whatever else lies there. */
public final class DatasetFinder implements CaseFinder {

    private final CaseOrigin.Folder origin;
    private final ImageFiles imageFiles;
    private final Optional<DataSetDescription> description;

    /**
     * Finds what the user asked for, to be read by a port.
     *
     * @param description what the data set says of itself
     */
    public DatasetFinder(CaseOrigin.Folder origin, ImageFiles imageFiles, Optional<DataSetDescription> description) {
        this.description = Objects.requireNonNull(description, "description");
        this.origin = Objects.requireNonNull(origin, "origin");
        this.imageFiles = Objects.requireNonNull(imageFiles, "imageFiles");
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
        Optional<LaidOut> laidOut =
                new LayoutSearch(origin, description, any -> ImageNames.of(any).images()).in(files);
        if (laidOut.isEmpty() && origin.layout().isPresent()) {
            throw new BadInput("no images in " + origin.folder() + " that are laid out as "
                    + origin.layout().get());
        }
        return laidOut.map(found -> new FoundCases(
                source(files, found.pairing(), new DatasetNotes(found, names.companions())),
                new HashSet<>(files.names())));
    }

    private DatasetFolder source(FolderFiles files, Pairing pairing, DatasetNotes notes) {
        DatasetFiles read = new DatasetFiles(imageFiles, files, origin, description);
        return new DatasetFolder(read, pairing, StudyFolders.of(files, pairing), notes.lines());
    }
}
