package io.limen.producer.adapter.dicom.source;

import io.limen.producer.application.CaseContent;
import io.limen.producer.application.Reading;
import io.limen.producer.application.SourceCase;

/** A file whose header could not be read. */
record UnreadableCase(String name, String reason) implements SourceCase {

    @Override
    public String kind() {
        return DicomFinder.KIND;
    }

    @Override
    public Reading<CaseContent> read() {
        return new Reading.Unreadable<>(reason);
    }
}
