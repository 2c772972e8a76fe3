package io.limen.producer.adapter.dicom.export;

import io.limen.producer.adapter.dicom.element.Attribute;
import io.limen.producer.adapter.dicom.element.DataSetWriter;

/**
 * A coded concept (PS3.3, 8.1).
 *
 * @param value its code
 * @param scheme whose code it is
 * @param meaning what it says to a human
 */
record Code(String value, String scheme, String meaning) {

    /** Concepts that no scheme has; 99 marks a scheme of one's own. */
    static final String OWN = "99LIMEN";

    DataSetWriter item() {
        return new DataSetWriter()
                .text(Tag.CODE_VALUE, "SH", value)
                .text(Attribute.CODING_SCHEME_DESIGNATOR.tag(), "SH", scheme)
                .text(Tag.CODE_MEANING, "LO", meaning);
    }
}
