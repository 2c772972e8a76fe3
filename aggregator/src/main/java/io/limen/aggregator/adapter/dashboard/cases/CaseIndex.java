package io.limen.aggregator.adapter.dashboard.cases;

import io.limen.schemas.PerceptualStrategy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Where the newest explanations lie, by id; who came first goes first. All of its memory is taken at the start: {@link CaseColumns}
 * and two to three integers per explanation. Written by one thread, safe for use by several.
 */
public final class CaseIndex {

    /** Models times sites; whatever is on the topic, no more are told apart, and what is of another one is not indexed. */
    static final int MOST_GROUPS = 4_096;

    private static final int NOBODY = -1;

    private final int capacity;
    private final long salt;
    private final CaseColumns columns;
    private final int[] buckets;
    private final int[] next;
    private final List<CaseGroup> groups = new ArrayList<>();
    private final Map<CaseGroup, Integer> numbers = new HashMap<>();
    private long taken;
    private boolean read;

    /**
     * An empty index.
     *
     * @param capacity explanations held at most
     * @param salt secret of this process: who writes records can't choose ids that share a bucket
     */
    public CaseIndex(int capacity, long salt) {
        this.capacity = capacity;
        this.salt = salt;
        this.columns = new CaseColumns(capacity);
        this.buckets = new int[Integer.highestOneBit(Math.max(1, capacity)) * 2];
        this.next = new int[capacity];
        Arrays.fill(buckets, NOBODY);
    }

    /** Takes one; one that is there already is now where it was published last. */
    synchronized void take(IndexedCase entry) {
        IdWords id = IdWords.of(entry.explanationId())
                .orElseThrow(() -> new IllegalArgumentException("the id is no SHA-256"));
        int group = number(entry.group());
        OptionalInt known = slot(id);
        if (known.isPresent()) {
            columns.put(known.getAsInt(), id, group, entry);
            return;
        }
        int slot = (int) (taken % capacity);
        if (taken >= capacity) {
            unlink(slot);
        }
        columns.put(slot, id, group, entry);
        int bucket = id.bucket(buckets.length, salt);
        next[slot] = buckets[bucket];
        buckets[bucket] = slot;
        taken++;
    }

    /** Everything is in it that was on the topic when its reading began. */
    synchronized void isRead(boolean now) {
        read = now;
    }

    synchronized boolean isRead() {
        return read;
    }

    /** How many it holds. */
    synchronized int size() {
        return (int) Math.min(taken, capacity);
    }

    /** Of which it has held explanations. */
    synchronized List<CaseGroup> groups() {
        return List.copyOf(groups);
    }

    /** Those of a group that were explained last, the last of them first. Cost O(held log held). */
    synchronized List<IndexedCase> newest(CaseGroup group, int limit) {
        Integer number = numbers.get(group);
        return number == null
                ? List.of()
                : read(
                        slot -> columns.group(slot) == number,
                        Comparator.comparingLong((Integer slot) -> -columns.explainedAt(slot))
                                .thenComparing(Comparator.comparingLong(this::age)),
                        limit);
    }

    /** The one with this id; empty too for a text that is no id. */
    synchronized Optional<IndexedCase> find(String explanationId) {
        OptionalInt slot = IdWords.of(explanationId).map(this::slot).orElse(OptionalInt.empty());
        return slot.isPresent() ? Optional.of(read(slot.getAsInt())) : Optional.empty();
    }

    /**
     * Those of a model in this order. Cost O(held log held).
     *
     * @param strategy of this class alone; of any when empty
     * @param after the one they follow in the order; from the first when empty
     */
    synchronized List<IndexedCase> page(
            String model, CaseOrder order, Optional<PerceptualStrategy> strategy, Optional<String> after, int limit) {
        OptionalInt last = after.flatMap(IdWords::of).map(this::slot).orElse(OptionalInt.empty());
        Comparator<Integer> inOrder = Comparator.comparingDouble((Integer slot) -> order.rank(columns, slot))
                .thenComparing(Comparator.comparingLong(this::age));
        return read(
                slot -> groups.get(columns.group(slot)).model().equals(model)
                        && strategy.map(wanted -> wanted == columns.strategy(slot))
                                .orElse(true)
                        && (last.isEmpty() || inOrder.compare(slot, last.getAsInt()) > 0),
                inOrder,
                limit);
    }

    /** Those of a group that were segmented before then, the latest of them first. */
    synchronized List<IndexedCase> before(CaseGroup group, Instant then, int limit) {
        Integer number = numbers.get(group);
        long millis = then.toEpochMilli();
        return number == null
                ? List.of()
                : read(
                        slot -> columns.group(slot) == number && columns.segmentedAt(slot) < millis,
                        Comparator.comparingLong((Integer slot) -> -columns.segmentedAt(slot))
                                .thenComparing(Comparator.comparingLong(this::age)),
                        limit);
    }

    private List<IndexedCase> read(IntPredicate wanted, Comparator<Integer> order, int limit) {
        return IntStream.range(0, size())
                .filter(wanted)
                .boxed()
                .sorted(order)
                .limit(limit)
                .map(this::read)
                .toList();
    }

    private IndexedCase read(int slot) {
        return columns.read(slot, groups.get(columns.group(slot)));
    }

    /** 0 for the one that came last. */
    private long age(int slot) {
        return Math.floorMod(taken - 1 - slot, (long) capacity);
    }

    private OptionalInt slot(IdWords id) {
        for (int slot = buckets[id.bucket(buckets.length, salt)]; slot != NOBODY; slot = next[slot]) {
            if (columns.isOf(slot, id)) {
                return OptionalInt.of(slot);
            }
        }
        return OptionalInt.empty();
    }

    private void unlink(int slot) {
        int bucket = columns.id(slot).bucket(buckets.length, salt);
        if (buckets[bucket] == slot) {
            buckets[bucket] = next[slot];
            return;
        }
        int before = buckets[bucket];
        while (next[before] != slot) {
            before = next[before];
        }
        next[before] = next[slot];
    }

    private int number(CaseGroup group) {
        Integer known = numbers.get(group);
        if (known != null) {
            return known;
        }
        if (groups.size() == MOST_GROUPS) {
            throw new IllegalArgumentException("more than " + MOST_GROUPS + " models and sites");
        }
        groups.add(group);
        numbers.put(group, groups.size() - 1);
        return groups.size() - 1;
    }
}
