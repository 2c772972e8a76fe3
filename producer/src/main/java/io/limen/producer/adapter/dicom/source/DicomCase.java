package io.limen.producer.adapter.dicom.source;

import io.limen.producer.adapter.dicom.element.UnusableDicom;
import io.limen.producer.application.CaseContent;
import io.limen.producer.application.ExplainedImage;
import io.limen.producer.application.Reading;
import io.limen.producer.application.SourceCase;
import java.util.Optional;

/** A frame of a DICOM image. */
record DicomCase(FrameReader reader, InstanceFile file, int frame) implements SourceCase {

    @Override
    public String name() {
        return file.frames() == 1 ? file.name() : file.name() + ", frame " + (frame + 1);
    }

    @Override
    public String kind() {
        return DicomFinder.KIND;
    }

    @Override
    public Optional<ExplainedImage> image() {
        return Optional.of(new ExplainedImage(file.path(), frame, file.instance()));
    }

    @Override
    public boolean isFreeOfText() {
        return file.freeOfText();
    }

    @Override
    public Reading<CaseContent> read() {
        try {
            return new Reading.Readable<>(reader.read(file, frame));
        } catch (UnusableDicom e) {
            return new Reading.Unreadable<>(e.getMessage());
        }
    }
}
