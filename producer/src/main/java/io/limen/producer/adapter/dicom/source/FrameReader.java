package io.limen.producer.adapter.dicom.source;

import io.limen.producer.adapter.dicom.element.Attribute;
import io.limen.producer.adapter.dicom.element.DataSet;
import io.limen.producer.adapter.dicom.element.DicomFile;
import io.limen.producer.adapter.dicom.element.UnusableDicom;
import io.limen.producer.adapter.dicom.pixel.FramePixels;
import io.limen.producer.adapter.dicom.pixel.PixelDescription;
import io.limen.producer.adapter.dicom.source.SegmentPlane.Extent;
import io.limen.producer.adapter.dicom.source.Segmentations.Author;
import io.limen.producer.adapter.dicom.source.Segmentations.Target;
import io.limen.producer.application.CaseContent;
import io.limen.producer.application.ImageFile;
import io.limen.producer.domain.image.Pixels;
import java.util.Optional;

/** Reads frames, and remembers the header of the last file: its frames are asked for one after the other. */
final class FrameReader {

    private final DicomFolder.Rules rules;
    private final Segmentations segmentations;
    private Opened last;

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

    /** Reads a frame; one at a time. */
    synchronized CaseContent read(InstanceFile image, int frame) throws UnusableDicom {
        try {
            return content(image, frame);
        } catch (RuntimeException e) {
            // whatever a file does to a decoder that nobody thought of: it is this file that can't be read
            throw new UnusableDicom("damaged DICOM file");
        }
    }

    private CaseContent content(InstanceFile image, int frame) throws UnusableDicom {
        Opened opened = opened(image);
        DataSet header = opened.file().header();
        if (!rules.burnedInText()
                && header.text(Attribute.BURNED_IN_ANNOTATION)
                        .filter("YES"::equals)
                        .isPresent()) {
            throw new UnusableDicom(
                    "says that text is burned into the image, which may identify somebody; --blank says where,"
                            + " --keep-burned-in that it is harmless");
        }
        Pixels pixels = opened.pixels().of(frame);
        Target target = new Target(image.instance(), frame);
        Extent extent = new Extent(pixels.width(), pixels.height(), Plane.of(header, frame));
        return new CaseContent(
                new ImageFile(pixels, Optional.empty()),
                segmentations.mask(Author.MODEL, target, extent),
                segmentations.mask(Author.HUMAN, target, extent),
                Optional.of(image.study()).filter(uid -> !uid.isEmpty()).map(rules.pseudonyms()::study));
    }

    private Opened opened(InstanceFile image) throws UnusableDicom {
        if (last == null || !last.file().path().equals(image.path())) {
            DicomFile file = DicomFile.read(image.path());
            if (!file.header().text(Attribute.SOP_INSTANCE_UID).orElse("").equals(image.instance())) {
                throw new UnusableDicom("is another image than when it was listed");
            }
            last = new Opened(file, new FramePixels(file, PixelDescription.of(file.header(), rules.mostPixels())));
        }
        return last;
    }

    /** A file, and what finds its frames. */
    private record Opened(DicomFile file, FramePixels pixels) {}
}
