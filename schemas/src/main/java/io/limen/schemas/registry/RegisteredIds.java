package io.limen.schemas.registry;

import io.limen.schemas.Topic;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;

/**
 * The ids that a registry has for the released schemas of one topic, under the subject {@code <topic>-value}.
 *
 * @param byFingerprint ids by the fingerprint of single-object encoding
 * @param byId fingerprints by id
 */
record RegisteredIds(Map<Long, Integer> byFingerprint, Map<Integer, Long> byId) {

    RegisteredIds {
        byFingerprint = Map.copyOf(byFingerprint);
        byId = Map.copyOf(byId);
    }

    /** Asks for the id of a schema. */
    private interface Ask {
        OptionalInt id(String subject, Schema schema) throws RegistryException;
    }

    /** Of every topic, by its name: each released schema is registered, oldest first, and the subject kept compatible. */
    static Map<String, RegisteredIds> register(SchemaRegistry registry) throws RegistryException {
        Set<String> kept = new HashSet<>();
        return of((subject, schema) -> {
            // before the first schema, so that it is held against what others have put there; some registries can't yet
            // then
            boolean keeps = kept.contains(subject) || registry.keepCompatible(subject);
            int id = registry.register(subject, schema);
            if (!keeps && !registry.keepCompatible(subject)) {
                throw new RegistryException("the schema registry does not keep " + subject + " compatible");
            }
            kept.add(subject);
            return OptionalInt.of(id);
        });
    }

    /** Of every topic, by its name, as far as the registry has them. */
    static Map<String, RegisteredIds> find(SchemaRegistry registry) throws RegistryException {
        return of(registry::find);
    }

    private static Map<String, RegisteredIds> of(Ask ask) throws RegistryException {
        Map<String, RegisteredIds> topics = new HashMap<>();
        Map<Integer, Long> given = new HashMap<>();
        for (Topic topic : Topic.values()) {
            String subject = topic.topicName() + "-value";
            Map<Long, Integer> byFingerprint = new HashMap<>();
            Map<Integer, Long> byId = new HashMap<>();
            for (Schema schema : topic.releasedSchemas()) {
                OptionalInt id = ask.id(subject, schema);
                if (id.isPresent()) {
                    long fingerprint = SchemaNormalization.parsingFingerprint64(schema);
                    requireOneSchema(given, id.getAsInt(), fingerprint, subject);
                    byFingerprint.put(fingerprint, id.getAsInt());
                    byId.put(id.getAsInt(), fingerprint);
                }
            }
            topics.put(topic.topicName(), new RegisteredIds(byFingerprint, byId));
        }
        return topics;
    }

    /** An id that means two schemas would have records decoded by the wrong one, which often fails nowhere. */
    private static void requireOneSchema(Map<Integer, Long> given, int id, long fingerprint, String subject)
            throws RegistryException {
        Long before = given.putIfAbsent(id, fingerprint);
        if (before != null && before != fingerprint) {
            throw new RegistryException("the schema registry gives " + subject + " the id " + id
                    + ", which it has given to another schema");
        }
    }
}
