package io.limen.producer.adapter.dataset;

import io.limen.producer.application.CaseContent;
import io.limen.producer.application.ImageFile;
import io.limen.producer.application.Reading;
import io.limen.producer.application.Reading.Readable;
import io.limen.producer.application.Reading.Unreadable;
import io.limen.producer.application.SourceCase;
import io.limen.producer.domain.identity.StudyPseudonym;
import io.limen.producer.domain.image.Mask;
import io.limen.producer.domain.image.Pixels;
import io.limen.producer.domain.pairing.PairedFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** An image of a folder with its masks. */
record DatasetCase(DatasetFiles files, PairedFile file, StudyFolders studies) implements SourceCase {

    @Override
    public String name() {
        return file.image();
    }

    @Override
    public String kind() {
        return "folder";
    }

    @Override
    public boolean isCacheable() {
        return true;
    }

    @Override
    public Optional<String> version() {
        List<String> names = new ArrayList<>(List.of(file.image()));
        names.addAll(file.masks());
        names.addAll(file.predictions());
        if (files.origin().studyPerFolder()) {
            // the study is called by its first image
            names.add(studies.firstImage(file.image()));
        }
        return files.version(names).map(version -> file + "\n" + version);
    }

    @Override
    public Reading<CaseContent> read() {
        Reading<ImageFile> read = files.image(file.image());
        if (read instanceof Unreadable<ImageFile> unreadable) {
            return new Unreadable<>(unreadable.reason());
        }
        ImageFile image = ((Readable<ImageFile>) read).value();
        Reading<Optional<Mask>> mask = only("mask", file.masks(), files::mask, image.pixels());
        Reading<Optional<Mask>> prediction = only("prediction", file.predictions(), files::mask, image.pixels());
        if (mask instanceof Unreadable<Optional<Mask>> unreadable) {
            return new Unreadable<>(unreadable.reason());
        }
        if (prediction instanceof Unreadable<Optional<Mask>> unreadable) {
            return new Unreadable<>(unreadable.reason());
        }
        return new Readable<>(content(
                image, ((Readable<Optional<Mask>>) mask).value(), ((Readable<Optional<Mask>>) prediction).value()));
    }

    private CaseContent content(ImageFile image, Optional<Mask> mask, Optional<Mask> prediction) {
        Optional<StudyPseudonym> study = files.origin().studyPerFolder() ? studies.of(file.image()) : Optional.empty();
        return files.masksArePredictions()
                ? new CaseContent(image, prediction.or(() -> mask), Optional.empty(), study)
                : new CaseContent(image, prediction, mask, study);
    }

    /** The one mask there is, or none; it is an error to have several, or one of another size. */
    private static Reading<Optional<Mask>> only(
            String word, List<String> names, Function<String, Reading<Mask>> reader, Pixels image) {
        if (names.isEmpty()) {
            return new Readable<>(Optional.empty());
        }
        if (names.size() > 1) {
            return new Unreadable<>("more than one " + word + " bears its name: " + String.join(", ", names));
        }
        Reading<Mask> read = reader.apply(names.get(0));
        if (read instanceof Unreadable<Mask> unreadable) {
            return new Unreadable<>("its " + word + " " + names.get(0) + ": " + unreadable.reason());
        }
        Mask mask = ((Readable<Mask>) read).value();
        if (!mask.covers(image)) {
            return new Unreadable<>("its %s is of %dx%d pixels, the image of %dx%d"
                    .formatted(word, mask.width(), mask.height(), image.width(), image.height()));
        }
        return new Readable<>(Optional.of(mask));
    }
}
