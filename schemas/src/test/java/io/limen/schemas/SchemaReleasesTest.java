package io.limen.schemas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaValidationException;
import org.apache.avro.SchemaValidatorBuilder;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SchemaReleasesTest {

    /** Resolving one version to another decodes defaults, and with the first decoding Avro's limits are fixed for the process. */
    @BeforeAll
    static void limitsAreSetBeforeAnythingIsDecoded() {
        SingleObjectSerde.attribution();
    }

    static Stream<Schema> current() {
        return Stream.of(
                SegmentationResult.getClassSchema(),
                Attribution.getClassSchema(),
                ModelStatistics.getClassSchema(),
                DriftAlert.getClassSchema(),
                DriftCommand.getClassSchema(),
                AuditEntry.getClassSchema(),
                FleetStatistics.getClassSchema(),
                StatisticsHistory.getClassSchema(),
                DriftHistory.getClassSchema());
    }

    @ParameterizedTest
    @MethodSource("current")
    void theCurrentSchemaReadsAndIsReadByEveryReleasedOne(Schema current) throws SchemaValidationException {
        List<Schema> released = ReleasedSchemas.of(current.getName());
        new SchemaValidatorBuilder().mutualReadStrategy().validateAll().validate(current, released);
    }

    /** A version may be skipped on the way up, and on the way back. */
    @ParameterizedTest
    @MethodSource("current")
    void everyReleasedSchemaReadsAndIsReadByEveryOther(Schema current) throws SchemaValidationException {
        List<Schema> released = ReleasedSchemas.of(current.getName());
        for (Schema one : released) {
            new SchemaValidatorBuilder().mutualReadStrategy().validateAll().validate(one, released);
        }
    }

    @ParameterizedTest
    @MethodSource("current")
    void theNewestReleasedSchemaIsTheCurrentOne(Schema current) {
        List<Schema> released = ReleasedSchemas.of(current.getName());
        assertFalse(released.isEmpty(), current.getName() + " has no released version");
        assertEquals(
                current.toString(),
                released.get(released.size() - 1).toString(),
                "a changed schema needs a new file released/" + current.getName() + "-v" + (released.size() + 1)
                        + ".avsc and a golden record");
    }

    @Test
    void aFieldThatVanishesWithoutADefaultIsCaught() {
        Schema current = Region.getClassSchema();
        Schema shrunk = Schema.createRecord("Region", null, "io.limen.schemas", false, List.of());
        assertThrows(
                SchemaValidationException.class,
                () -> new SchemaValidatorBuilder()
                        .mutualReadStrategy()
                        .validateAll()
                        .validate(shrunk, List.of(current)));
    }

    @ParameterizedTest
    @MethodSource("current")
    void everyFieldIsDocumented(Schema schema) {
        assertDocumented(schema, schema.getFullName());
    }

    private static void assertDocumented(Schema schema, String path) {
        switch (schema.getType()) {
            case RECORD -> {
                assertNotNull(schema.getDoc(), path);
                for (Schema.Field field : schema.getFields()) {
                    assertNotNull(field.doc(), path + "." + field.name());
                    assertDocumented(field.schema(), path + "." + field.name());
                }
            }
            case UNION -> schema.getTypes().forEach(type -> assertDocumented(type, path));
            case ARRAY -> assertDocumented(schema.getElementType(), path);
            case MAP -> assertDocumented(schema.getValueType(), path);
            default -> {}
        }
    }
}
