package io.limen.producer.adapter.dataset;

import io.limen.producer.application.FolderFiles;
import io.limen.producer.domain.identity.Sha256;
import io.limen.producer.domain.identity.StudyPseudonym;
import io.limen.producer.domain.pairing.PairedFile;
import io.limen.producer.domain.pairing.Pairing;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Sub-folders of images as studies, each called by the content of its first image. */
final class StudyFolders {

    private static final String IMAGES = "images/";

    private final FolderFiles files;
    private final Map<String, String> firstImages = new HashMap<>();

    private StudyFolders(FolderFiles files, List<String> images) {
        this.files = files;
        images.forEach(image -> firstImages.putIfAbsent(subFolder(image), image));
    }

    static StudyFolders of(FolderFiles files, Pairing pairing) {
        return new StudyFolders(
                files, pairing.files().stream().map(PairedFile::image).toList());
    }

    /** The study that the sub-folder of an image stands for; none for an image that lies in no sub-folder. */
    Optional<StudyPseudonym> of(String image) {
        String subFolder = subFolder(image);
        return subFolder.isEmpty() ? Optional.empty() : pseudonym(firstImages.get(subFolder));
    }

    /** The first image that lies where an image lies. */
    String firstImage(String image) {
        return firstImages.get(subFolder(image));
    }

    private static String subFolder(String image) {
        String inner = image.startsWith(IMAGES) ? image.substring(IMAGES.length()) : image;
        return inner.substring(0, inner.lastIndexOf('/') + 1);
    }

    private Optional<StudyPseudonym> pseudonym(String firstImage) {
        try (InputStream stream = Files.newInputStream(files.path(firstImage))) {
            return Optional.of(StudyPseudonym.of(Sha256.of(stream)));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
