package io.limen.aggregator.adapter.dashboard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.limen.aggregator.domain.strategy.Feature;
import io.limen.schemas.ReferenceMode;
import io.limen.schemas.StatisticsHistory;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ChartsTest {

    private static final long MINUTES_5 = 300_000;

    private final Charts charts = new Charts();

    @Test
    void onlyTheNewestPointsAreHeldWhateverOrderTheyComeIn() {
        for (int index = NewestPoints.MAX_POINTS; index >= -20; index--) {
            charts.take(point("unet", Instant.ofEpochMilli(index * MINUTES_5), index));
        }

        List<ChartPoint.View> points = charts.points("unet@1", MINUTES_5, Feature.GINI);

        assertEquals(NewestPoints.MAX_POINTS, points.size());
        assertEquals(Instant.ofEpochMilli(MINUTES_5), points.get(0).start());
        assertEquals(
                NewestPoints.MAX_POINTS, points.get(NewestPoints.MAX_POINTS - 1).mean());
    }

    @Test
    void timesThatNoCalendarHasAreHeldInTheirOrder() {
        charts.take(point("unet", Instant.ofEpochMilli(Long.MAX_VALUE), 2));
        charts.take(point("unet", Instant.ofEpochMilli(Long.MIN_VALUE), 1));

        assertEquals(
                List.of(1.0, 2.0),
                charts.points("unet@1", MINUTES_5, Feature.GINI).stream()
                        .map(ChartPoint.View::mean)
                        .toList());
    }

    @Test
    void aFeatureThatAPointDoesNotHaveIsNull() {
        charts.take(point("unet", Instant.EPOCH, 1));

        assertNull(charts.points("unet@1", MINUTES_5, Feature.LOCALITY).get(0).mean());
    }

    @Test
    void modelsAreBounded() {
        for (int version = 0; version <= 2 * FleetView.MAX_MODELS; version++) {
            charts.take(point("m" + version, Instant.EPOCH, 1));
        }

        assertEquals(
                0,
                charts.points("m" + 2 * FleetView.MAX_MODELS + "@1", MINUTES_5, Feature.GINI)
                        .size());
        assertEquals(1, charts.points("m0@1", MINUTES_5, Feature.GINI).size());
    }

    @Test
    void evidenceIsHeldByIntervalAndTheNewestRecordOfOneWins() {
        charts.take(SampleStatistics.evidenceOf("unet", Instant.ofEpochMilli(MINUTES_5), 3));
        charts.take(SampleStatistics.evidenceOf("unet", Instant.EPOCH, 2));
        charts.take(SampleStatistics.evidenceOf("unet", Instant.EPOCH, 4));
        charts.take(SampleStatistics.evidenceOf("other", Instant.EPOCH, 5));

        assertEquals(
                List.of(4.0, 3.0),
                charts.evidence("unet@1", MINUTES_5).stream()
                        .map(EvidenceView.Point::greatest)
                        .toList());
        assertEquals(List.of(), charts.evidence("unet@1", 2 * MINUTES_5));
    }

    @Test
    void evidenceThatIsNoNumberIsNotShown() {
        charts.take(SampleStatistics.evidenceOf("unet", Instant.EPOCH, Double.NaN));
        charts.take(SampleStatistics.evidenceOf("unet", Instant.EPOCH, Double.POSITIVE_INFINITY));

        assertEquals(List.of(), charts.evidence("unet@1", MINUTES_5));
    }

    private static StatisticsHistory point(String model, Instant start, double gini) {
        return StatisticsHistory.newBuilder()
                .setModel(model)
                .setModelVersion("1")
                .setSite("clinic")
                .setReferenceMode(ReferenceMode.PREDICTION)
                .setStart(start)
                .setWidthMillis(MINUTES_5)
                .setExplanations(1)
                .setMeans(Map.of("gini", gini))
                .setDeviations(Map.of())
                .setClassCounts(Map.of("LOCAL", 1L))
                .build();
    }
}
