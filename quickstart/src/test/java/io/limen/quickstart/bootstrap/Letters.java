package io.limen.quickstart.bootstrap;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Dead letters, all of each case, in the order in which they came. */
record Letters(Map<String, List<ConsumerRecord<byte[], byte[]>>> byCase) {

    /** All of a topic. */
    static Letters of(List<ConsumerRecord<byte[], byte[]>> records) {
        Map<String, List<ConsumerRecord<byte[], byte[]>>> byCase = new TreeMap<>();
        records.forEach(each -> byCase.computeIfAbsent(
                        new String(each.key(), StandardCharsets.UTF_8), name -> new ArrayList<>())
                .add(each));
        return new Letters(byCase);
    }

    /** The newest of each case. */
    Map<String, ConsumerRecord<byte[], byte[]>> newest() {
        Map<String, ConsumerRecord<byte[], byte[]>> newest = new TreeMap<>();
        byCase.forEach((name, letters) -> newest.put(name, letters.get(letters.size() - 1)));
        return newest;
    }

    /** Cases that have one, and are none of these. */
    SortedSet<String> beside(Set<String> deserved) {
        SortedSet<String> others = new TreeSet<>(byCase.keySet());
        others.removeAll(deserved);
        return others;
    }

    /** How many came for a case that had one already. */
    int repeats() {
        return byCase.values().stream().mapToInt(letters -> letters.size() - 1).sum();
    }
}
