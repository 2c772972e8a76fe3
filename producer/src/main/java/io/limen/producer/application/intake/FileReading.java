package io.limen.producer.application.intake;

import io.limen.producer.application.BlankedSource;
import io.limen.producer.application.CaseContent;
import io.limen.producer.application.CaseFinder;
import io.limen.producer.application.CaseSource;
import io.limen.producer.application.FolderFiles;
import io.limen.producer.application.FoundCases;
import io.limen.producer.application.ImageFile;
import io.limen.producer.application.ImageFiles;
import io.limen.producer.application.Reading;
import io.limen.producer.application.Reading.Readable;
import io.limen.producer.application.Reading.Unreadable;
import io.limen.producer.application.SourceCase;
import io.limen.producer.application.StudyPseudonyms;
import io.limen.producer.domain.identity.StudyPseudonym;
import io.limen.producer.domain.image.Area;
import io.limen.producer.domain.image.Mask;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/**
 * Makes cases of files that were brought, by the rules by which folders are published.
 *
 * @param images decodes pictures and masks; by the value of the foreground in masks
 * @param dicom recognises DICOM images
 * @param pseudonyms what studies are called outside
 * @param blank what is made black in every image
 */
public record FileReading(
        Function<OptionalInt, ImageFiles> images, CaseFinder dicom, StudyPseudonyms pseudonyms, List<Area> blank) {

    public FileReading {
        Objects.requireNonNull(images, "images");
        Objects.requireNonNull(dicom, "dicom");
        Objects.requireNonNull(pseudonyms, "pseudonyms");
        blank = List.copyOf(blank);
    }

    /** The case in the files, which is read later. */
    public SourceCase of(BroughtFiles files) {
        return of("http", () -> read(files));
    }

    /** A case that comes in another form, of a kind. */
    public SourceCase of(String kind, BroughtContent content) {
        CaseSource one = new OneCase(kind, content);
        return (blank.isEmpty() ? one : new BlankedSource(one, blank)).at(0);
    }

    private Reading<CaseContent> read(BroughtFiles files) {
        ImageFiles decoder = images.apply(files.masks().targetClass());
        Reading<CaseContent> image = image(files.image(), decoder);
        return image instanceof Readable<CaseContent> readable ? beside(readable.value(), files, decoder) : image;
    }

    private Reading<CaseContent> image(Path file, ImageFiles decoder) {
        FolderFiles alone = new FolderFiles(
                file.toAbsolutePath().getParent(), List.of(file.getFileName().toString()));
        Optional<FoundCases> found = dicom.find(alone);
        if (found.isPresent()) {
            CaseSource frames = found.get().source();
            return frames.size() == 1
                    ? frames.at(0).read()
                    : new Unreadable<>("a DICOM file of " + frames.size() + " images, and one is taken at a time");
        }
        Reading<ImageFile> picture = decoder.readImage(file);
        return picture instanceof Readable<ImageFile> readable
                ? new Readable<>(
                        new CaseContent(readable.value(), Optional.empty(), Optional.empty(), Optional.empty()))
                : new Unreadable<>(((Unreadable<ImageFile>) picture).reason());
    }

    private Reading<CaseContent> beside(CaseContent content, BroughtFiles files, ImageFiles decoder) {
        Reading<Optional<Mask>> predicted = mask("mask", files.masks().predicted(), content, decoder);
        if (predicted instanceof Unreadable<Optional<Mask>> unreadable) {
            return new Unreadable<>(unreadable.reason());
        }
        Reading<Optional<Mask>> groundTruth = mask("ground-truth", files.masks().groundTruth(), content, decoder);
        if (groundTruth instanceof Unreadable<Optional<Mask>> unreadable) {
            return new Unreadable<>(unreadable.reason());
        }
        Optional<StudyPseudonym> study = files.study().map(pseudonyms::study);
        return new Readable<>(new CaseContent(
                content.image(),
                ((Readable<Optional<Mask>>) predicted).value().or(content::predicted),
                ((Readable<Optional<Mask>>) groundTruth).value().or(content::groundTruth),
                study.or(content::study)));
    }

    private static Reading<Optional<Mask>> mask(
            String part, Optional<Path> file, CaseContent content, ImageFiles decoder) {
        if (file.isEmpty()) {
            return new Readable<>(Optional.empty());
        }
        Reading<Mask> reading = decoder.readMask(file.get());
        if (reading instanceof Unreadable<Mask> unreadable) {
            return new Unreadable<>(part + ": " + unreadable.reason());
        }
        Mask mask = ((Readable<Mask>) reading).value();
        return mask.covers(content.image().pixels())
                ? new Readable<>(Optional.of(mask))
                : new Unreadable<>(part + " of " + mask.width() + "x" + mask.height() + " pixels, and the image has "
                        + content.image().pixels().width() + "x"
                        + content.image().pixels().height());
    }

    /** Something that becomes a case. */
    @FunctionalInterface
    public interface BroughtContent {

        /** Reads it; takes the time and memory of one image. */
        Reading<CaseContent> read();
    }

    private record OneCase(String kind, BroughtContent content) implements CaseSource, SourceCase {

        @Override
        public int size() {
            return 1;
        }

        @Override
        public SourceCase at(int index) {
            return this;
        }

        @Override
        public List<String> notes() {
            return List.of();
        }

        @Override
        public String name() {
            return kind;
        }

        @Override
        public Reading<CaseContent> read() {
            return content.read();
        }
    }
}
