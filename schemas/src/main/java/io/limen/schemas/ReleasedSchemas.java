package io.limen.schemas;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;

/** The schemas of released versions, kept as resources {@code released/<Name>-v<N>.avsc}, N from 1 without gaps. */
final class ReleasedSchemas {

    private ReleasedSchemas() {}

    /** Every released version of the record on a topic, oldest first. */
    static List<Schema> of(String recordName) {
        return of(ReleasedSchemas.class, recordName);
    }

    /**
     * Every released version of the record, oldest first.
     *
     * @param beside the class that the folder {@code released} lies beside
     */
    static List<Schema> of(Class<?> beside, String recordName) {
        List<Schema> schemas = new ArrayList<>();
        for (int version = 1; ; version++) {
            try (InputStream resource =
                    beside.getResourceAsStream("released/" + recordName + "-v" + version + ".avsc")) {
                if (resource == null) {
                    return List.copyOf(schemas);
                }
                schemas.add(new Schema.Parser().parse(resource));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
