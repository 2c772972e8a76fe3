package io.limen.explainer.adapter.kafka;

import io.limen.explainer.domain.replay.Cell;
import io.limen.explainer.domain.replay.ExplanationValues;
import io.limen.schemas.Attribution;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;

/**
 * All of an attribution that comes out again when the same is asked of the same case: every field, those that come to the schema
 * later included, but for the named ones.
 */
final class ReproducibleValues {

    /** The case's own: checked, not computed. Then the clock's, and what only tells how it was asked, computed and shown. */
    private static final Set<String> LEFT_OUT = Set.of(
            "caseId",
            "studyId",
            "site",
            "segmentedAt",
            "attributes",
            "sourcePartition",
            "sourceOffset",
            "explainedAt",
            "elapsedMillis",
            "inclusionProbability",
            "budgetShare",
            "overlay",
            "settings",
            "computation");

    private final SortedMap<String, List<Cell>> fields = new TreeMap<>();

    private ReproducibleValues() {}

    static ExplanationValues of(Attribution attribution) {
        ReproducibleValues values = new ReproducibleValues();
        for (Schema.Field field : attribution.getSchema().getFields()) {
            if (!LEFT_OUT.contains(field.name())) {
                values.add(field.name(), attribution.get(field.pos()));
            }
        }
        return new ExplanationValues(values.fields);
    }

    /** Cells of an array come one after another under its name; of an array of records under each of their fields. */
    private void add(String name, Object value) {
        if (value instanceof IndexedRecord record) {
            record.getSchema().getFields().forEach(field -> add(name + "." + field.name(), record.get(field.pos())));
        } else if (value instanceof Map<?, ?> entries) {
            entries.forEach((key, entry) -> add(name + "." + key, entry));
        } else if (value instanceof Iterable<?> items) {
            items.forEach(item -> add(name, item));
        } else {
            fields.computeIfAbsent(name, first -> new ArrayList<>()).add(cell(value));
        }
    }

    private static Cell cell(Object value) {
        if (value == null) {
            return Cell.NOTHING;
        } else if (value instanceof Number number) {
            return number instanceof Long whole && (long) whole.doubleValue() != whole
                    ? new Cell.Word(whole.toString())
                    : new Cell.Decimal(number.doubleValue());
        } else if (value instanceof ByteBuffer bytes) {
            byte[] copy = new byte[bytes.remaining()];
            bytes.duplicate().get(copy);
            return new Cell.Word(HexFormat.of().formatHex(copy));
        }
        return new Cell.Word(value.toString());
    }
}
