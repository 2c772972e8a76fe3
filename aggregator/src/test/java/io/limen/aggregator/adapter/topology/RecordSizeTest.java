package io.limen.aggregator.adapter.topology;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.limen.aggregator.adapter.topology.state.StateSerdes;
import io.limen.aggregator.domain.statistics.ComponentEffect;
import io.limen.aggregator.domain.statistics.ComponentFindings;
import io.limen.aggregator.domain.statistics.ComponentKey;
import io.limen.aggregator.domain.statistics.ComponentShape;
import io.limen.aggregator.domain.statistics.Explanation;
import io.limen.aggregator.domain.statistics.GroupKey;
import io.limen.aggregator.domain.statistics.GroupStatistics;
import io.limen.aggregator.domain.statistics.ModelOverview;
import io.limen.aggregator.domain.statistics.MonteCarloNoise;
import io.limen.aggregator.domain.statistics.NetworkStatistics;
import io.limen.aggregator.domain.statistics.PerceptionStatistics;
import io.limen.aggregator.domain.statistics.QuantileSketch;
import io.limen.aggregator.domain.strategy.Feature;
import io.limen.aggregator.domain.strategy.PerceptualStrategy;
import io.limen.aggregator.domain.strategy.ReferenceMode;
import io.limen.aggregator.domain.window.Pane;
import io.limen.aggregator.domain.window.WindowPosition;
import io.limen.aggregator.rehearsal.SampleExplanations;
import io.limen.schemas.DriftStatus;
import io.limen.schemas.ModelStatistics;
import io.limen.schemas.SingleObjectSerde;
import io.limen.schemas.WatchState;
import io.limen.schemas.WindowStatistics;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.TreeMap;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

/** The greatest records that the limits allow fit into Kafka's message limit, whatever is on the topic. */
class RecordSizeTest {

    /** Kafka's max.message.bytes and max.request.size are 1,048,576 and more; keys and headers of the batch take some of it. */
    private static final int LIMIT = 1_040_000;

    /** The longest character: 3 bytes in UTF-8. */
    private static final String WIDE = "\u20ac";

    private final Random random = new Random(31);

    @Test
    void theStatisticsOfAModelFit() {
        KeptGroup group = new KeptGroup(
                new GroupStatistics(perception(), SampleExplanations.profile(random), sketches(), network(0)),
                WindowPosition.START);
        Pane pane = new Pane(group.statistics().perception(), SampleExplanations.START, SampleExplanations.START);
        List<WindowStatistics> windows = new ArrayList<>();
        for (String name : List.of("LAST", "HOUR", "DAY")) {
            windows.add(StatisticsMapper.toRecord(name, SampleExplanations.START, pane));
        }
        List<io.limen.schemas.GroupStatistics> groups = new ArrayList<>();
        for (int index = 0; index < ModelOverview.MAX_GROUPS; index++) {
            GroupKey key = new GroupKey(WIDE.repeat(GroupKey.MAX_SITE_LENGTH), ReferenceMode.GROUND_TRUTH);
            var record = StatisticsMapper.toRecord(key, group, windows);
            record.setDrift(drift());
            groups.add(record);
        }
        groups.get(0).setComponents(ComponentsMapper.toRecords(network(ModelOverview.MAX_COMPONENTS)));
        ModelStatistics record = ModelStatistics.newBuilder()
                .setModel(WIDE.repeat(150))
                .setModelVersion(WIDE.repeat(149))
                .setExplanations(Long.MAX_VALUE)
                .setDuplicatesDropped(Long.MAX_VALUE)
                .setUpdatedAt(SampleExplanations.START)
                .setGroups(groups)
                .build();

        int bytes = SingleObjectSerde.modelStatistics().encode(record).length;

        assertTrue(bytes < LIMIT, () -> "bytes " + bytes);
    }

    @Test
    void whatIsKeptOfAGroupFits() {
        KeptGroup group = new KeptGroup(
                new GroupStatistics(
                        perception(),
                        SampleExplanations.profile(random),
                        sketches(),
                        network(ModelOverview.MAX_COMPONENTS)),
                new WindowPosition(Long.MAX_VALUE, Optional.of(SampleExplanations.START), 1, 1));

        int bytes = StateSerdes.group().encode(GroupMapper.toState(group)).length;

        assertTrue(bytes < LIMIT, () -> "bytes " + bytes);
    }

    /** Every feature, every class, and counts that take all the bytes a count can take. */
    private PerceptionStatistics perception() {
        PerceptionStatistics perception = PerceptionStatistics.EMPTY;
        for (PerceptualStrategy strategy : PerceptualStrategy.values()) {
            Explanation plain = SampleExplanations.draw(random, SampleExplanations.START);
            Map<String, Double> values = new TreeMap<>();
            for (Feature feature : Feature.values()) {
                values.put(feature.fieldName(), random.nextDouble());
            }
            perception = perception.merge(PerceptionStatistics.of(new Explanation(
                    plain.id(),
                    plain.explained(),
                    plain.group(),
                    values,
                    strategy,
                    SampleExplanations.profile(random),
                    new MonteCarloNoise(values, OptionalDouble.of(0.1)),
                    ComponentFindings.NONE)));
        }
        for (int doubling = 0; doubling < 56; doubling++) {
            perception = perception.merge(perception);
        }
        return perception;
    }

    /** Every counter in use, each above two billion. */
    private static TreeMap<String, QuantileSketch> sketches() {
        TreeMap<String, QuantileSketch> sketches = new TreeMap<>();
        for (Feature feature : Feature.values()) {
            Histogram full = Histogram.decodeFromByteBuffer(
                    ByteBuffer.wrap(QuantileSketch.empty(feature.scale()).add(0).encoded()), 0);
            full.reset();
            for (long index = 0; index <= full.getHighestTrackableValue(); index = full.nextNonEquivalentValue(index)) {
                full.recordValueWithCount(index, 1L << 31);
            }
            ByteBuffer buffer = ByteBuffer.allocate(full.getNeededByteBufferCapacity());
            byte[] encoded = new byte[full.encodeIntoByteBuffer(buffer)];
            buffer.flip().get(encoded);
            sketches.put(feature.fieldName(), QuantileSketch.decoded(feature.scale(), encoded));
        }
        return sketches;
    }

    private static NetworkStatistics network(int components) {
        List<ComponentEffect> effects = new ArrayList<>();
        for (int index = 0; index < components; index++) {
            String name = String.format("%-" + (NetworkStatistics.MAX_NAME_LENGTH - 8) + "s", index);
            effects.add(new ComponentEffect(
                    new ComponentKey(name, "resample"),
                    new ComponentShape("T".repeat(60), Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE),
                    -12.3,
                    0.5));
        }
        return NetworkStatistics.EMPTY.add(
                new ComponentFindings(effects, Optional.of(WIDE.repeat(LogLine.MAX_LENGTH))), components);
    }

    private static DriftStatus drift() {
        Map<String, Double> shares = new HashMap<>();
        for (Feature feature : Feature.values()) {
            shares.put(feature.fieldName(), 0.03);
        }
        for (PerceptualStrategy strategy : PerceptualStrategy.values()) {
            shares.put("strategy." + strategy, 0.03);
        }
        return DriftStatus.newBuilder()
                .setState(WatchState.ALERT)
                .setSince(SampleExplanations.START)
                .setStatistic(1)
                .setExpectedRunLength(1_000)
                .setReferenceStudies(Long.MAX_VALUE)
                .setReferenceWanted(Long.MAX_VALUE)
                .setStudies(Long.MAX_VALUE)
                .setAlertId("a".repeat(64))
                .setShares(shares)
                .build();
    }
}
