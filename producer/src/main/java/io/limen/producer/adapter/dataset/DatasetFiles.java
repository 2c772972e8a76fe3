package io.limen.producer.adapter.dataset;

import io.limen.producer.application.CaseOrigin;
import io.limen.producer.application.ImageFile;
import io.limen.producer.application.ImageFiles;
import io.limen.producer.application.MaskMeaning;
import io.limen.producer.application.Reading;
import io.limen.producer.domain.identity.Sha256;
import io.limen.producer.domain.identity.StudyPseudonym;
import io.limen.producer.domain.image.Mask;
import io.limen.producer.domain.pairing.PairedFile;
import io.limen.producer.domain.pairing.Pairing;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Where the files of a dataset lie, and how they are read. */
record DatasetFiles(ImageFiles imageFiles, Path images, Path masks, Path predictions, CaseOrigin.Folder origin) {

    Reading<ImageFile> image(String name) {
        return imageFiles.readImage(images.resolve(name));
    }

    Reading<Mask> mask(String name) {
        return imageFiles.readMask(masks.resolve(name));
    }

    Reading<Mask> prediction(String name) {
        return imageFiles.readMask(predictions.resolve(name));
    }

    boolean masksArePredictions() {
        return origin.masks() == MaskMeaning.PREDICTION;
    }

    /** The study that the sub-folder of an image stands for, if the user says so. */
    Optional<StudyPseudonym> study(String image, Pairing pairing) {
        int slash = image.lastIndexOf('/');
        if (!origin.studyPerFolder() || slash < 0) {
            return Optional.empty();
        }
        String subFolder = image.substring(0, slash + 1);
        return pairing.files().stream()
                .map(PairedFile::image)
                .filter(other -> other.startsWith(subFolder))
                .findFirst()
                .flatMap(this::pseudonym);
    }

    private Optional<StudyPseudonym> pseudonym(String firstImage) {
        try (InputStream stream = Files.newInputStream(images.resolve(firstImage))) {
            return Optional.of(StudyPseudonym.of(Sha256.of(stream)));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
