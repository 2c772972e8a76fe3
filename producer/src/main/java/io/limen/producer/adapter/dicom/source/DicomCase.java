package io.limen.producer.adapter.dicom.source;

import io.limen.producer.adapter.dicom.element.UnusableDicom;
import io.limen.producer.application.CaseContent;
import io.limen.producer.application.Reading;
import io.limen.producer.application.SourceCase;

/** A frame of a DICOM image. */
record DicomCase(FrameReader reader, InstanceFile image, int frame) implements SourceCase {

    @Override
    public String name() {
        return image.frames() == 1 ? image.name() : image.name() + ", frame " + (frame + 1);
    }

    @Override
    public String kind() {
        return DicomFinder.KIND;
    }

    @Override
    public Reading<CaseContent> read() {
        try {
            return new Reading.Readable<>(reader.read(image, frame));
        } catch (UnusableDicom e) {
            return new Reading.Unreadable<>(e.getMessage());
        }
    }
}
