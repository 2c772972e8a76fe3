package io.limen.aggregator.adapter.topology;

import io.limen.aggregator.adapter.topology.state.ModelState;
import io.limen.aggregator.adapter.topology.state.StateSerdes;
import io.limen.schemas.ModelStatistics;
import io.limen.schemas.SingleObjectSerde;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;

/** An entry of the store of models: as it is kept now, or as earlier versions kept it. */
sealed interface StoredModel {

    /** As it is kept now. */
    record Current(ModelState state) implements StoredModel {}

    /** The public record, which holds all groups; read and never written. */
    record Released(ModelStatistics statistics) implements StoredModel {}

    /** The encodings; a schema's fingerprint ahead of the record tells them apart. */
    final class Encoding implements Serde<StoredModel> {

        private final SingleObjectSerde<ModelState> current = StateSerdes.model();
        private final SingleObjectSerde<ModelStatistics> released = SingleObjectSerde.modelStatistics();

        @Override
        public Serializer<StoredModel> serializer() {
            return (topic, value) -> value == null ? null : encode(value);
        }

        @Override
        public Deserializer<StoredModel> deserializer() {
            return (topic, bytes) -> bytes == null ? null : decode(bytes);
        }

        private byte[] encode(StoredModel value) {
            if (value instanceof Current known) {
                return current.encode(known.state());
            }
            throw new IllegalArgumentException("what earlier versions kept is not written");
        }

        private StoredModel decode(byte[] bytes) {
            try {
                return new Current(current.decode(bytes));
            } catch (SerializationException notCurrent) {
                return new Released(released.decode(bytes));
            }
        }
    }
}
