package io.limen.aggregator.adapter.topology;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import io.limen.aggregator.adapter.topology.state.BetState;
import io.limen.aggregator.adapter.topology.state.EvidenceIntervalState;
import io.limen.aggregator.adapter.topology.state.EvidenceState;
import io.limen.aggregator.adapter.topology.state.FeatureShare;
import io.limen.aggregator.adapter.topology.state.FeatureWatchState;
import io.limen.aggregator.adapter.topology.state.FleetModelState;
import io.limen.aggregator.adapter.topology.state.GroupState;
import io.limen.aggregator.adapter.topology.state.ModelState;
import io.limen.aggregator.adapter.topology.state.MomentsState;
import io.limen.aggregator.adapter.topology.state.OpenAlertState;
import io.limen.aggregator.adapter.topology.state.OpenStudyState;
import io.limen.aggregator.adapter.topology.state.PackedWatchState;
import io.limen.aggregator.adapter.topology.state.PaneState;
import io.limen.aggregator.adapter.topology.state.PerceptionState;
import io.limen.aggregator.adapter.topology.state.RunState;
import io.limen.aggregator.adapter.topology.state.Standing;
import io.limen.aggregator.adapter.topology.state.StateFormat;
import io.limen.aggregator.adapter.topology.state.StateSerdes;
import io.limen.aggregator.adapter.topology.state.StudyMean;
import io.limen.aggregator.adapter.topology.state.StudyState;
import io.limen.aggregator.adapter.topology.state.TrailWindow;
import io.limen.aggregator.adapter.topology.state.WatchedBet;
import io.limen.aggregator.adapter.topology.state.WatchedFeature;
import io.limen.aggregator.adapter.topology.state.WatchedFeatureState;
import io.limen.aggregator.adapter.topology.state.WatchedGroupState;
import io.limen.aggregator.adapter.topology.state.WatchingState;
import io.limen.aggregator.domain.statistics.ComponentEffect;
import io.limen.aggregator.domain.statistics.ComponentFindings;
import io.limen.aggregator.domain.statistics.ComponentKey;
import io.limen.aggregator.domain.statistics.ComponentShape;
import io.limen.aggregator.domain.statistics.Explanation;
import io.limen.aggregator.domain.statistics.GroupStatistics;
import io.limen.aggregator.domain.statistics.ModelOverview;
import io.limen.aggregator.domain.statistics.PerceptionStatistics;
import io.limen.aggregator.domain.statistics.Sample;
import io.limen.aggregator.domain.window.Pane;
import io.limen.aggregator.domain.window.Placement;
import io.limen.aggregator.domain.window.WindowPosition;
import io.limen.aggregator.rehearsal.SampleExplanations;
import io.limen.schemas.SingleObjectSerde;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaFormatter;
import org.apache.avro.SchemaValidationException;
import org.apache.avro.SchemaValidatorBuilder;
import org.apache.avro.specific.SpecificRecordBase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a released version kept is read by this one: schemas beside {@link StateSerdes}, bytes in {@code state/}. */
class StateSchemasTest {

    private static final String TRACE = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    /** {@code -Dstate.write=DIR} writes schemas and bytes of a new version there. */
    private static final String WRITE_TO = System.getProperty("state.write");

    /**
     * What is kept.
     *
     * @param value as this version keeps it
     * @param earlier as earlier versions kept it, the first of them first, in fields that this version still reads
     */
    record Kept<T extends SpecificRecordBase>(SingleObjectSerde<T> serde, T value, List<T> earlier) {

        Kept(SingleObjectSerde<T> serde, T value) {
            this(serde, value, List.of());
        }

        String name() {
            return value.getSchema().getName();
        }

        SpecificRecordBase version(int number) {
            return number <= earlier.size() ? earlier.get(number - 1) : value;
        }

        SpecificRecordBase read(byte[] bytes) {
            return serde.decode(bytes);
        }
    }

    static Stream<Kept<?>> kept() {
        List<Explanation> explanations = SampleExplanations.draw(new Random(29), 3);
        GroupStatistics statistics = GroupStatistics.EMPTY;
        WindowPosition position = WindowPosition.START;
        for (Explanation explanation : explanations) {
            statistics = statistics.add(withComponent(explanation), 1);
            position = position.after(explanation.segmentedAt(), Placement.IN_TIME);
        }
        ModelOverview overview = ModelOverview.EMPTY
                .at(SampleExplanations.START)
                .with(explanations.get(0).group(), statistics)
                .dropDuplicate();
        GroupState group = GroupMapper.toState(new KeptGroup(statistics, position));
        ModelState model = StateMapper.toState(overview);
        PaneState pane = StateMapper.toState(7, 10, Pane.of(explanations.get(0)));
        return Stream.of(
                new Kept<>(StateSerdes.group(), group, List.of(groupOfVersion1(group))),
                new Kept<>(StateSerdes.model(), model),
                new Kept<>(StateSerdes.pane(), pane, List.of(paneOfVersion1(pane))),
                new Kept<>(
                        StateSerdes.fleetModel(),
                        FleetModelState.newBuilder()
                                .setModel("unet")
                                .setModelVersion("1")
                                .setUpdatedAt(SampleExplanations.START)
                                .setExplanations(3)
                                .setClassCounts(group.getPerception().getClassCounts())
                                .setProfiles(group.getPerception().getProfiles())
                                .build()),
                new Kept<>(StateSerdes.study(), study(), List.of(studyOfVersion1())),
                new Kept<>(
                        StateSerdes.openStudy(),
                        openStudy(2, SampleExplanations.START, TRACE),
                        List.of(openStudy(0, null, null), openStudy(2, SampleExplanations.START, null))),
                new Kept<>(
                        StateSerdes.watchedGroup(),
                        watchedGroup(),
                        List.of(watchedGroupOfVersion1(), watchedGroupOfVersion2())));
    }

    private static OpenStudyState openStudy(long cases, Instant openedAt, String trace) {
        return new OpenStudyState(
                "unet@1",
                "clinic",
                "PREDICTION",
                Map.of("locality", 2L),
                Map.of("locality", 1.5),
                SampleExplanations.START,
                "0a",
                SampleExplanations.START,
                cases,
                openedAt,
                trace);
    }

    private static GroupState groupOfVersion1(GroupState group) {
        return GroupState.newBuilder(group)
                .setPerception(ofVersion1(group.getPerception()))
                .build();
    }

    private static PaneState paneOfVersion1(PaneState pane) {
        return PaneState.newBuilder(pane)
                .setPerception(ofVersion1(pane.getPerception()))
                .build();
    }

    private static PerceptionState ofVersion1(PerceptionState perception) {
        return PerceptionState.newBuilder(perception)
                .setExplained(-1L)
                .setSquares(-1)
                .build();
    }

    /** What version 1 counted was explained for certain. */
    @Test
    void whatVersion1CountedStandsForItself() {
        GroupState group =
                (GroupState) kept().findFirst().orElseThrow().earlier().get(0);

        PerceptionStatistics perception = GroupMapper.group(group).statistics().perception();

        assertEquals(Sample.ofAll(perception.explanations()), perception.sample());
        assertEquals(perception.explanations(), perception.effectiveSize());
    }

    private static StudyState study() {
        return new StudyState(
                SampleExplanations.START,
                "0a",
                -7L,
                Map.of(),
                List.of(
                        new StudyMean(WatchedFeature.LOCALITY, 0.75),
                        new StudyMean(WatchedFeature.STRATEGY_LOCAL, 1.0)));
    }

    private static StudyState studyOfVersion1() {
        return new StudyState(SampleExplanations.START, "0a", -7L, Map.of("locality", 0.75), List.of());
    }

    private static WatchedGroupState watchedGroup() {
        return WatchedGroupState.newBuilder(watchedGroupOfVersion2())
                .setTrail(List.of(new EvidenceIntervalState(
                        TrailWindow.DAY,
                        7L,
                        3L,
                        420.5,
                        12.5,
                        Standing.SUSPECT,
                        List.of(new FeatureShare(WatchedFeature.LOCALITY, 1.0)))))
                .build();
    }

    private static WatchedGroupState watchedGroupOfVersion2() {
        MomentsState moments = new MomentsState(2L, 0.75, 0.02, 0.65, 0.85);
        WatchedFeatureState feature = new WatchedFeatureState(
                WatchedFeature.LOCALITY,
                1.0,
                ByteBuffer.wrap(new byte[] {0x3f, 0x00, 0x00, 0x00}),
                ByteBuffer.wrap(new byte[] {0, 2, 0}),
                moments,
                List.of(
                        new BetState(WatchedBet.RISE, 12.5, new RunState(1.5, SampleExplanations.START, moments)),
                        new BetState(WatchedBet.FALL, 0.25, null)));
        return WatchedGroupState.newBuilder(watchedGroupOfVersion1())
                .setGathered(List.of())
                .setWatching(null)
                .setGathering(1)
                .setWatch(
                        new PackedWatchState(Standing.SUSPECT, SampleExplanations.START, 2L, 1L, 0L, List.of(feature)))
                .build();
    }

    private static WatchedGroupState watchedGroupOfVersion1() {
        MomentsState moments = new MomentsState(2L, 0.75, 0.02, 0.65, 0.85);
        EvidenceState evidence = new EvidenceState(12.5, 1.5, SampleExplanations.START, moments);
        FeatureWatchState feature = new FeatureWatchState(
                1.0, List.of(0.65f, 0.85f), List.of(0L, 1L, 0L, 1L, 0L), moments, Map.of("RISE", evidence));
        return WatchedGroupState.newBuilder()
                .setSeen(3)
                .setGathered(List.of(studyOfVersion1()))
                .setWatching(
                        new WatchingState("SUSPECT", SampleExplanations.START, 2L, 1L, 0L, Map.of("locality", feature)))
                .setOpen(new OpenAlertState(
                        "alert-1",
                        "SUSPECT",
                        "locality",
                        "RISE",
                        moments,
                        moments,
                        SampleExplanations.START,
                        210.0,
                        List.of("RELIANCE"),
                        SampleExplanations.START,
                        2L,
                        Map.of("locality", 1.0),
                        List.of("0a")))
                .setCommands(List.of("command-1"))
                .build();
    }

    @ParameterizedTest
    @MethodSource("kept")
    void theNewestReleasedSchemaIsTheCurrentOneAndReadsTheOthers(Kept<?> kept)
            throws IOException, SchemaValidationException {
        if (WRITE_TO != null) {
            Files.writeString(
                    Path.of(WRITE_TO, kept.name() + ".avsc"),
                    SchemaFormatter.format("json/pretty", kept.value().getSchema()) + "\n");
        }
        List<Schema> released = released(kept.name());
        Schema current = kept.value().getSchema();

        assertEquals(
                current.toString(),
                released.get(released.size() - 1).toString(),
                "a changed schema needs a new file released/" + kept.name() + "-v" + (released.size() + 1)
                        + ".avsc and its bytes in state/");
        new SchemaValidatorBuilder().canReadStrategy().validateAll().validate(current, released);
    }

    @ParameterizedTest
    @MethodSource("kept")
    void whatEveryReleasedVersionKeptIsRead(Kept<?> kept) throws IOException {
        if (WRITE_TO != null) {
            Files.write(Path.of(WRITE_TO, kept.name() + ".bin"), encoded(kept));
        }
        int versions = released(kept.name()).size();
        for (int version = 1; version <= versions; version++) {
            try (InputStream file = getClass().getResourceAsStream("/state/" + kept.name() + "-v" + version + ".bin")) {
                assertNotNull(file, "no bytes of " + kept.name() + " version " + version);
                assertEquals(kept.version(version), kept.read(file.readAllBytes()));
            }
        }
    }

    /** Of every record the version before had either the same schema, or one that is written for it still. */
    @Test
    void whatIsWrittenInTheFormatBeforeIsByteForByteWhatTheVersionBeforeWrote() throws IOException {
        StateFormat before = new StateFormat(StateFormat.OLDEST_WRITTEN);

        byte[] written = StateSerdes.watchedGroup(before).encode(watchedGroup());

        try (InputStream file = getClass().getResourceAsStream("/state/WatchedGroupState-v2.bin")) {
            assertArrayEquals(file.readAllBytes(), written);
        }
        assertEquals(watchedGroupOfVersion2(), StateSerdes.watchedGroup(before).decode(written));
        assertEquals(StateFormat.NEWEST - 1, StateFormat.OLDEST_WRITTEN);
    }

    /** A new schema that nobody counts as a format could not be gone back from. */
    @Test
    void everyReleasedSchemaIsOfAFormat() throws IOException {
        int schemas = 0;
        for (Kept<?> kept : kept().toList()) {
            schemas += released(kept.name()).size();
        }

        assertEquals(
                14,
                schemas,
                "a new schema is a new number of StateFormat, and what the one before wrote is written by it");
        assertArrayEquals(
                encoded(new Kept<>(StateSerdes.watchedGroup(), watchedGroup())),
                StateSerdes.watchedGroup(StateFormat.newest()).encode(watchedGroup()));
    }

    private static <T extends SpecificRecordBase> byte[] encoded(Kept<T> kept) {
        return kept.serde().encode(kept.value());
    }

    private static Explanation withComponent(Explanation plain) {
        ComponentEffect effect = new ComponentEffect(
                new ComponentKey("enc1", "resample"), new ComponentShape("Double", 16, 64, 64), -12, 0.5);
        return new Explanation(
                plain.id(),
                plain.explained(),
                plain.group(),
                plain.features(),
                plain.strategy(),
                plain.profile(),
                plain.noise(),
                new ComponentFindings(List.of(effect), Optional.of("frozen")));
    }

    private static List<Schema> released(String name) throws IOException {
        List<Schema> schemas = new ArrayList<>();
        for (int version = 1; ; version++) {
            try (InputStream file =
                    StateSerdes.class.getResourceAsStream("released/" + name + "-v" + version + ".avsc")) {
                if (file == null) {
                    return schemas;
                }
                schemas.add(new Schema.Parser().parse(file));
            }
        }
    }
}
