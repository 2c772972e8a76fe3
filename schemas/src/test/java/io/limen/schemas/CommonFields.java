package io.limen.schemas;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;

/**
 * What of one version's record is in another's.
 *
 * @param writer the one version
 * @param reader the other
 */
record CommonFields(Schema writer, Schema reader) {

    /** Every field that both versions have says the same, at any depth. */
    void assertSame(Object written, Object read) {
        if (writer.getType() == Schema.Type.UNION || reader.getType() == Schema.Type.UNION) {
            new CommonFields(branch(writer, written), branch(reader, read)).assertSame(written, read);
        } else if (writer.getType() == Schema.Type.RECORD) {
            for (Schema.Field field : reader.getFields()) {
                Schema.Field other = writer.getField(field.name());
                if (other != null) {
                    new CommonFields(other.schema(), field.schema())
                            .assertSame(
                                    ((GenericRecord) written).get(field.name()),
                                    ((GenericRecord) read).get(field.name()));
                }
            }
        } else if (writer.getType() == Schema.Type.ARRAY) {
            List<?> wanted = (List<?>) written;
            List<?> found = (List<?>) read;
            assertEquals(wanted.size(), found.size(), reader.toString());
            for (int i = 0; i < wanted.size(); i++) {
                new CommonFields(writer.getElementType(), reader.getElementType())
                        .assertSame(wanted.get(i), found.get(i));
            }
        } else if (writer.getType() == Schema.Type.MAP) {
            Map<String, Object> wanted = byText(written);
            Map<String, Object> found = byText(read);
            assertEquals(wanted.keySet(), found.keySet(), reader.toString());
            wanted.forEach((key, value) ->
                    new CommonFields(writer.getValueType(), reader.getValueType()).assertSame(value, found.get(key)));
        } else {
            // texts and names of enumerations come in classes of Avro's own
            assertEquals(String.valueOf(written), String.valueOf(read), reader.toString());
        }
    }

    private static Schema branch(Schema schema, Object value) {
        return schema.getType() == Schema.Type.UNION
                ? schema.getTypes().get(GenericData.get().resolveUnion(schema, value))
                : schema;
    }

    private static Map<String, Object> byText(Object map) {
        Map<String, Object> texts = new HashMap<>();
        ((Map<?, ?>) map).forEach((key, value) -> texts.put(key.toString(), value));
        return texts;
    }
}
