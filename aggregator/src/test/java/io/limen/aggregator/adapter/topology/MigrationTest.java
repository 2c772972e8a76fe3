package io.limen.aggregator.adapter.topology;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.limen.aggregator.adapter.topology.flow.Arrival;
import io.limen.aggregator.rehearsal.SampleExplanations;
import io.limen.schemas.FeatureStatistics;
import io.limen.schemas.GroupStatistics;
import io.limen.schemas.ModelStatistics;
import io.limen.schemas.SingleObjectSerde;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Earlier versions kept the public record of a model in the store of models: it becomes a model and its groups. */
class MigrationTest {

    private static final long NOW = Instant.parse("2026-03-10T12:01:00Z").toEpochMilli();

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void whatAnEarlierVersionKeptIsToldWithoutLoss(int version) throws IOException {
        byte[] bytes = bytes(version);
        ModelStatistics kept = SingleObjectSerde.modelStatistics().decode(bytes);
        assertTrue(kept.getExplanations() > 0 && !kept.getGroups().isEmpty(), "the record says something");
        KeptStores stores = storesWith(bytes, kept);

        ModelStatistics told = statistics(stores.start(), key(kept));

        told.getGroups().forEach(group -> assertEquals(group.getExplanations(), group.getExplained()));
        assertEquals(withoutWhatIsNew(kept), withoutWhatIsNew(told));
        assertInstanceOf(StoredModel.Current.class, stores.models().get(key(kept)));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void newExplanationsAddToWhatAnEarlierVersionKept(int version) throws IOException {
        byte[] bytes = bytes(version);
        ModelStatistics kept = SingleObjectSerde.modelStatistics().decode(bytes);
        KeptStores.Life life = storesWith(bytes, kept).start();
        SampleExplanations.draw(new Random(1), 2)
                .forEach(explanation -> life.process(key(kept), new Arrival.First(explanation), NOW));

        ModelStatistics told = statistics(life, key(kept));

        assertEquals(kept.getExplanations() + 2, told.getExplanations());
        assertEquals(kept.getDuplicatesDropped(), told.getDuplicatesDropped());
        for (GroupStatistics before : kept.getGroups()) {
            GroupStatistics after = told.getGroups().stream()
                    .filter(group -> group.getSite().equals(before.getSite())
                            && group.getReferenceMode() == before.getReferenceMode())
                    .findFirst()
                    .orElseThrow();
            assertEquals(before.getComponents(), after.getComponents());
            before.getFeatures()
                    .forEach((name, feature) ->
                            assertTrue(after.getFeatures().get(name).getCount() >= feature.getCount(), name));
        }
    }

    private static KeptStores storesWith(byte[] bytes, ModelStatistics kept) {
        StoredModel.Encoding encoding = new StoredModel.Encoding();
        Serde<StoredModel> alsoOld = Serdes.serdeFrom(
                (topic, value) -> value instanceof StoredModel.Released
                        ? bytes
                        : encoding.serializer().serialize(topic, value),
                encoding.deserializer());
        KeptStores stores = new KeptStores(alsoOld);
        stores.start();
        stores.models().put(key(kept), new StoredModel.Released(kept));
        return stores;
    }

    private static ModelStatistics statistics(KeptStores.Life life, String key) {
        return assertInstanceOf(Emission.Statistics.class, life.told(NOW).get(key))
                .record();
    }

    /** What later versions of the record have, taken away. */
    private static ModelStatistics withoutWhatIsNew(ModelStatistics record) {
        for (GroupStatistics group : record.getGroups()) {
            group.setHeterogeneity(null);
            group.setWindows(List.of());
            group.setExplained(0);
            group.setEffectiveExplanations(0);
            for (FeatureStatistics feature : group.getFeatures().values()) {
                feature.setNoiseVariance(null);
                feature.setQuantiles(Map.of());
            }
        }
        return record;
    }

    private static String key(ModelStatistics record) {
        return record.getModel() + "@" + record.getModelVersion();
    }

    private static byte[] bytes(int version) throws IOException {
        try (InputStream file =
                MigrationTest.class.getResourceAsStream("/state/ModelStatistics-v" + version + ".bin")) {
            return file.readAllBytes();
        }
    }
}
