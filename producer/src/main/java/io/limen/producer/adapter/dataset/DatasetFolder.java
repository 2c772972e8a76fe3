package io.limen.producer.adapter.dataset;

import io.limen.producer.application.BadInput;
import io.limen.producer.application.CaseOrigin;
import io.limen.producer.application.CaseSource;
import io.limen.producer.application.ImageFiles;
import io.limen.producer.application.SourceCase;
import io.limen.producer.domain.pairing.PairedFile;
import io.limen.producer.domain.pairing.Pairing;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A folder of images and masks as cases, in the order of the file names. Either {@code images/}, {@code masks/} and
 * {@code predictions/} (the last two as there are), sub-folders included; or one folder in which masks bear a suffix.
 */
public final class DatasetFolder implements CaseSource {

    /** Sub-folders of images/, one per study or split, and theirs. */
    private static final int DEPTH = 3;

    private final DatasetFiles files;
    private final Pairing pairing;
    private final List<String> notes;

    private DatasetFolder(DatasetFiles files, Pairing pairing, List<String> notes) {
        this.files = files;
        this.pairing = pairing;
        this.notes = List.copyOf(notes);
    }

    /**
     * Lists and pairs the files; reads none.
     *
     * @throws BadInput if there is no such folder or there are no images in it
     */
    public static DatasetFolder open(CaseOrigin.Folder origin, ImageFiles imageFiles) {
        Path folder = origin.folder();
        if (!Files.isDirectory(folder)) {
            throw new BadInput((Files.exists(folder) ? "not a folder: " : "no such folder: ") + folder);
        }
        boolean layered = Files.isDirectory(folder.resolve("images"));
        FolderListing images =
                layered ? FolderListing.of(folder.resolve("images"), DEPTH) : FolderListing.of(folder, 1);
        FolderListing masks = layered ? listed(folder, "masks") : images;
        FolderListing predictions = listed(folder, "predictions");
        Pairing pairing = layered
                ? Pairing.ofFolders(images.files(), masks.files(), predictions.files())
                : Pairing.ofOneFolder(images.files());
        if (pairing.files().isEmpty()) {
            throw new BadInput("no images in " + images.folder()
                    + "; expected DIR/images with DIR/masks, or images with NAME_mask files in one folder");
        }
        DatasetFiles files =
                new DatasetFiles(imageFiles, images.folder(), masks.folder(), predictions.folder(), origin);
        return new DatasetFolder(files, pairing, notes(images, pairing));
    }

    private static FolderListing listed(Path folder, String name) {
        Path inner = folder.resolve(name);
        return Files.isDirectory(inner) ? FolderListing.of(inner, DEPTH) : FolderListing.none(inner);
    }

    private static List<String> notes(FolderListing images, Pairing pairing) {
        List<String> notes = new ArrayList<>();
        if (!images.companions().isEmpty()) {
            notes.add("left out, no images: " + shortened(images.companions()));
        }
        if (!pairing.orphans().isEmpty()) {
            notes.add("masks without an image of their name: " + shortened(pairing.orphans()));
        }
        return notes;
    }

    private static String shortened(List<String> names) {
        int shown = Math.min(3, names.size());
        String rest = names.size() > shown ? " and " + (names.size() - shown) + " more" : "";
        return String.join(", ", names.subList(0, shown)) + rest;
    }

    @Override
    public int size() {
        return pairing.files().size();
    }

    @Override
    public SourceCase at(int index) {
        PairedFile file = pairing.files().get(index);
        return new DatasetCase(files, file, files.study(file.image(), pairing));
    }

    @Override
    public List<String> notes() {
        return notes;
    }

    @Override
    public String kind() {
        return "folder";
    }
}
