package io.limen.producer.adapter.dataset;

import io.limen.producer.application.CaseFinder;
import io.limen.producer.application.CaseOrigin;
import io.limen.producer.application.FolderFiles;
import io.limen.producer.application.FoundCases;
import io.limen.producer.application.ImageFiles;
import io.limen.producer.domain.pairing.Layouts;
import io.limen.producer.domain.pairing.Pairing;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Recognises images and masks by how they are laid out. To be asked last: it accounts for whatever else lies there. */
public final class DatasetFinder implements CaseFinder {

    private final CaseOrigin.Folder origin;
    private final ImageFiles imageFiles;

    /** Finds what the user asked for, to be read by a port. */
    public DatasetFinder(CaseOrigin.Folder origin, ImageFiles imageFiles) {
        this.origin = Objects.requireNonNull(origin, "origin");
        this.imageFiles = Objects.requireNonNull(imageFiles, "imageFiles");
    }

    @Override
    public String understands() {
        return "images (PNG, JPEG, TIFF, BMP, GIF) as DIR/images with DIR/masks, or with NAME_mask files in one folder";
    }

    @Override
    public Optional<FoundCases> find(FolderFiles files) {
        ImageNames names = ImageNames.of(files);
        return Layouts.fitting(names.images()).map(layout -> {
            Pairing pairing = layout.pair(names.images());
            DatasetFiles read = new DatasetFiles(imageFiles, files, origin);
            return new FoundCases(
                    new DatasetFolder(read, pairing, StudyFolders.of(files, pairing), notes(names, pairing)),
                    new HashSet<>(files.names()));
        });
    }

    private static List<String> notes(ImageNames names, Pairing pairing) {
        List<String> notes = new ArrayList<>();
        note(notes, "left out, no images: ", names.companions());
        note(notes, "left out, not where images are expected: ", pairing.strangers());
        note(notes, "masks without an image of their name: ", pairing.orphans());
        return notes;
    }

    private static void note(List<String> notes, String what, List<String> names) {
        if (!names.isEmpty()) {
            int shown = Math.min(3, names.size());
            String rest = names.size() > shown ? " and " + (names.size() - shown) + " more" : "";
            notes.add(what + String.join(", ", names.subList(0, shown)) + rest);
        }
    }
}
