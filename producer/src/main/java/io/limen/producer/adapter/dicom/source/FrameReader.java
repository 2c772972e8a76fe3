package io.limen.producer.adapter.dicom.source;

import io.limen.producer.adapter.dicom.element.Attribute;
import io.limen.producer.adapter.dicom.element.DicomFile;
import io.limen.producer.adapter.dicom.element.UnusableDicom;
import io.limen.producer.adapter.dicom.pixel.FramePixels;
import io.limen.producer.adapter.dicom.pixel.PixelDescription;
import io.limen.producer.adapter.dicom.source.Segmentations.Author;
import io.limen.producer.application.CaseContent;
import io.limen.producer.application.ImageFile;
import io.limen.producer.domain.image.Pixels;
import java.nio.file.Path;
import java.util.Optional;

/** Reads frames, and remembers the header of the last file: its frames are asked for one after the other. */
final class FrameReader {

    private final DicomFolder.Rules rules;
    private final Segmentations segmentations;
    private DicomFile last;

    FrameReader(DicomFolder.Rules rules, Segmentations segmentations) {
        this.rules = rules;
        this.segmentations = segmentations;
    }

    DicomFolder.Rules rules() {
        return rules;
    }

    Segmentations segmentations() {
        return segmentations;
    }

    CaseContent read(InstanceFile image, int frame) throws UnusableDicom {
        DicomFile file = file(image.path());
        if (!rules.burnedInText()
                && file.header()
                        .text(Attribute.BURNED_IN_ANNOTATION)
                        .filter("YES"::equals)
                        .isPresent()) {
            throw new UnusableDicom(
                    "says that text is burned into the image, which may identify somebody; --blank says where,"
                            + " --keep-burned-in that it is harmless");
        }
        PixelDescription description = PixelDescription.of(file.header(), rules.mostPixels());
        if (frame >= description.frames()) {
            throw new UnusableDicom("has changed while it was read");
        }
        Pixels pixels = new FramePixels(file, description).of(frame);
        return new CaseContent(
                new ImageFile(pixels, Optional.empty()),
                segmentations.mask(Author.MODEL, image.instance(), frame, pixels.width(), pixels.height()),
                segmentations.mask(Author.HUMAN, image.instance(), frame, pixels.width(), pixels.height()),
                Optional.of(image.study()).filter(uid -> !uid.isEmpty()).map(rules.pseudonyms()::study));
    }

    private synchronized DicomFile file(Path path) throws UnusableDicom {
        if (last == null || !last.path().equals(path)) {
            last = DicomFile.read(path);
        }
        return last;
    }
}
