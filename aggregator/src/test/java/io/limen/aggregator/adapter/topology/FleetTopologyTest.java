package io.limen.aggregator.adapter.topology;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.limen.aggregator.rehearsal.SampleAttributions;
import io.limen.schemas.FleetModel;
import io.limen.schemas.FleetStatistics;
import io.limen.schemas.ReferenceMode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FleetTopologyTest {

    private static final Instant NOW = Instant.parse("2026-03-10T12:01:00Z");

    private final Random random = new Random(5);
    private TopologyRun run;

    @BeforeEach
    void start(@TempDir Path stateDir) {
        run = new TopologyRun(stateDir, NOW);
    }

    @AfterEach
    void stop() {
        run.close();
    }

    @Test
    void modelsAreComparedPerReferenceModeOverAllTheirSites() {
        send("unet", "clinic", 0.5, ReferenceMode.GROUND_TRUTH, 20);
        send("unet", "hospital", 0.5, ReferenceMode.GROUND_TRUTH, 10);
        send("segformer", "clinic", 3, ReferenceMode.GROUND_TRUTH, 20);
        send("unet", "clinic", 0.5, ReferenceMode.PREDICTION, 5);

        Map<String, FleetStatistics> fleet = run.fleet();

        FleetStatistics truth = fleet.get("GROUND_TRUTH");
        assertEquals(
                List.of("segformer 20", "unet 30"),
                truth.getModels().stream()
                        .map(model -> model.getModel() + " " + model.getExplanations())
                        .toList());
        assertEquals(
                List.of(5L),
                fleet.get("PREDICTION").getModels().stream()
                        .map(FleetModel::getExplanations)
                        .toList());
        assertEquals(4, truth.getDistances().size());
        assertEquals(0, truth.getDistances().get(0));
        assertTrue(truth.getDistances().get(1) > 0.2, () -> "distance " + truth.getDistances());
        assertEquals(truth.getDistances().get(1), truth.getDistances().get(2));
        assertTrue(truth.getBetweenDivergence() > 0);
        assertTrue(truth.getWithinDivergence() > 0);
        assertEquals(
                1,
                truth.getModels().get(0).getMeanProfile().stream()
                        .mapToDouble(Double::doubleValue)
                        .sum(),
                1e-9);
    }

    @Test
    void theFleetIsToldOnceASecondAtMost() {
        for (int index = 0; index < 5; index++) {
            send("unet", "clinic", 0.5, ReferenceMode.GROUND_TRUTH, 3);
            run.statistics();
        }

        run.advance(Duration.ofSeconds(1));

        long told = run.fleetRecords();
        assertTrue(told >= 3 && told <= 4, () -> "in 3.5 seconds " + told);
    }

    @Test
    void theModelWhoseNewestCaseIsOldestFallsOut() {
        for (int version = 0; version <= FleetProcessor.MAX_MODELS; version++) {
            run.send(new SampleAttributions("m", String.valueOf(version), "clinic", 1)
                    .withoutPicture(random, ReferenceMode.GROUND_TRUTH, NOW.minusSeconds(version)));
        }

        FleetStatistics fleet = run.fleet().get("GROUND_TRUTH");

        assertEquals(FleetProcessor.MAX_MODELS, fleet.getModels().size());
        assertTrue(fleet.getModels().stream()
                .noneMatch(model -> model.getModelVersion().equals(String.valueOf(FleetProcessor.MAX_MODELS))));
        assertEquals(
                FleetProcessor.MAX_MODELS * FleetProcessor.MAX_MODELS,
                fleet.getDistances().size());
    }

    private void send(String model, String site, double reach, ReferenceMode mode, int count) {
        for (int index = 0; index < count; index++) {
            run.send(new SampleAttributions(model, "1", site, reach)
                    .withoutPicture(random, mode, NOW.minusSeconds(index)));
        }
    }
}
