package io.limen.producer.adapter.dicom.pixel;

import io.limen.producer.adapter.dicom.element.Attribute;
import io.limen.producer.adapter.dicom.element.DataSet;
import java.util.List;
import java.util.stream.Stream;

/** What an enhanced file says of one frame, of all of them, or of itself, in this order (PS3.3, C.7.6.16). */
public record FunctionalGroups(DataSet header, int frame) {

    /** The item of a functional group that holds for the frame; the file's own attributes where there is none. */
    public DataSet holding(Attribute group) {
        List<DataSet> perFrame = header.items(Attribute.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE);
        Stream<DataSet> own = frame < perFrame.size() ? Stream.of(perFrame.get(frame)) : Stream.empty();
        return Stream.concat(own, header.items(Attribute.SHARED_FUNCTIONAL_GROUPS_SEQUENCE).stream())
                .flatMap(groups -> groups.items(group).stream())
                .findFirst()
                .orElse(header);
    }
}
