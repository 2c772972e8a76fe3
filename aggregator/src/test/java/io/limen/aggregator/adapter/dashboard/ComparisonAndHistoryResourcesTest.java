package io.limen.aggregator.adapter.dashboard;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.limen.schemas.FeatureStatistics;
import io.limen.schemas.FleetModel;
import io.limen.schemas.FleetStatistics;
import io.limen.schemas.GroupStatistics;
import io.limen.schemas.Heterogeneity;
import io.limen.schemas.ModelStatistics;
import io.limen.schemas.ReferenceMode;
import io.limen.schemas.StatisticsHistory;
import io.limen.schemas.WindowStatistics;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.JsonConfig;
import io.restassured.path.json.config.JsonPathConfig;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is compared and what is charted, over HTTP, fed by hand: no broker. */
@QuarkusTest
@Tag("own-process")
class ComparisonAndHistoryResourcesTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final double TOLERANCE = 1e-12;

    @Inject
    Fleet fleet;

    @BeforeEach
    void numbersAreDoubles() {
        RestAssured.config = RestAssured.config()
                .jsonConfig(JsonConfig.jsonConfig().numberReturnType(JsonPathConfig.NumberReturnType.DOUBLE));
    }

    @Test
    void theFleetIsAMatrixOfDistancesWithWhatIsBetweenAndWithin() {
        fleet.take(FleetStatistics.newBuilder()
                .setReferenceMode(ReferenceMode.GROUND_TRUTH)
                .setUpdatedAt(NOW)
                .setModels(List.of(model("a", 4), model("b", 0)))
                .setBetweenDivergence(0.25)
                .setWithinDivergence(0.5)
                .setDistances(List.of(0.0, Double.NaN, Double.NaN, Double.NaN))
                .build());

        given().get("/api/fleet")
                .then()
                .statusCode(200)
                .contentType("application/json")
                .body("[0].referenceMode", equalTo("GROUND_TRUTH"))
                .body("[0].models.id", equalTo(List.of("a@1", "b@1")))
                .body("[0].betweenDivergence", closeTo(0.25, TOLERANCE))
                .body("[0].withinDivergence", closeTo(0.5, TOLERANCE))
                .body("[0].totalDivergence", closeTo(0.75, TOLERANCE))
                .body("[0].distances.size()", equalTo(2))
                .body("[0].distances[0][0]", closeTo(0, TOLERANCE))
                .body("[0].distances[0][1]", nullValue());
    }

    @Test
    void aFeatureOfAModelOverTimeIsServedEarliestFirst() {
        fleet.take(statistics("charted"));
        fleet.publish();
        fleet.take(point("charted", NOW.plus(Duration.ofHours(1)), 0.75));
        fleet.take(point("charted", NOW, 0.25));
        fleet.take(point("charted", NOW, 0.5));

        given().get("/api/models/charted@1/history?feature=gini&width=1h")
                .then()
                .statusCode(200)
                .contentType("application/json")
                .body("id", equalTo("charted@1"))
                .body("feature", equalTo("gini"))
                .body("points.size()", equalTo(2))
                .body("points[0].start", equalTo("2026-03-01T12:00:00Z"))
                .body("points[0].mean", closeTo(0.5, TOLERANCE))
                .body("points[0].standardDeviation", nullValue())
                .body("points[0].classCounts.LOCAL", equalTo(3))
                .body("points[1].mean", closeTo(0.75, TOLERANCE));
        given().get("/api/models/charted@1/history?feature=gini&width=5m")
                .then()
                .statusCode(200)
                .body("points.size()", equalTo(0));
    }

    @Test
    void theEvidenceForAChangeIsServedWithItsAlarmLineAndWhatItRestsOn() {
        fleet.take(statistics("weighed"));
        fleet.publish();
        fleet.take(SampleStatistics.evidenceOf("weighed", NOW, 420));

        given().get("/api/models/weighed@1/evidence?width=5m")
                .then()
                .statusCode(200)
                .body("id", equalTo("weighed@1"))
                .body("widthMillis", equalTo(300_000))
                .body("points.size()", equalTo(1))
                .body("points[0].start", equalTo("2026-03-01T12:00:00Z"))
                .body("points[0].state", equalTo("SUSPECT"))
                .body("points[0].studies", equalTo(7))
                .body("points[0].greatest", closeTo(420, TOLERANCE))
                .body("points[0].newest", closeTo(210, TOLERANCE))
                .body("points[0].alarmLine", closeTo(1_000, TOLERANCE))
                .body("points[0].shares.locality", closeTo(0.75, TOLERANCE));
        given().get("/api/models/weighed@1/evidence").then().statusCode(200).body("points.size()", equalTo(0));
        given().get("/api/models/nobody@1/evidence").then().statusCode(404).body("message", containsString("no model"));
    }

    @Test
    void whatNobodyKnowsIsSaidInJson() {
        fleet.take(statistics("charted"));
        fleet.publish();

        given().get("/api/models/charted@1/history?feature=beauty")
                .then()
                .statusCode(400)
                .body("message", containsString("no feature"));
        given().get("/api/models/charted@1/history?width=1y")
                .then()
                .statusCode(400)
                .body("message", containsString("5m or 1h"));
        given().get("/api/models/nobody@1/history").then().statusCode(404).body("message", containsString("no model"));
    }

    @Test
    void heterogeneityWindowsAndQuantilesAreServedWithTheModel() {
        fleet.take(statistics("windowed"));
        fleet.publish();

        given().get("/api/models/windowed@1")
                .then()
                .statusCode(200)
                .body("statistics.groups[0].heterogeneity.profileDivergence", closeTo(0.5, TOLERANCE))
                .body("statistics.groups[0].heterogeneity.profileDivergenceCorrected", nullValue())
                .body("statistics.groups[0].features.gini.quantiles.'0.5'", closeTo(0.4, TOLERANCE))
                .body("statistics.groups[0].features.gini.noiseVariance", closeTo(0.01, TOLERANCE))
                .body("statistics.groups[0].windows.window", equalTo(List.of("HOUR")))
                .body("statistics.groups[0].windows[0].explanations", equalTo(3))
                .body("statistics.groups[0].windows[0].to", equalTo("2026-03-01T12:00:00Z"))
                .body("statistics.groups[0].lateExplanations", equalTo(7))
                .body("statistics.groups[0].aheadExplanations", equalTo(8));
    }

    private static FleetModel model(String name, long profiles) {
        return new FleetModel(name, "1", 5L, profiles, Map.of("LOCAL", 5L), Collections.nCopies(48, 1.0 / 48));
    }

    private static StatisticsHistory point(String model, Instant start, double gini) {
        return StatisticsHistory.newBuilder()
                .setModel(model)
                .setModelVersion("1")
                .setSite("clinic")
                .setReferenceMode(ReferenceMode.PREDICTION)
                .setStart(start)
                .setWidthMillis(Duration.ofHours(1).toMillis())
                .setExplanations(3)
                .setMeans(Map.of("gini", gini))
                .setDeviations(Map.of())
                .setClassCounts(Map.of("LOCAL", 3L))
                .build();
    }

    private static ModelStatistics statistics(String model) {
        Map<String, FeatureStatistics> features =
                Map.of("gini", new FeatureStatistics(3L, 0.5, 0.02, 0.4, 0.6, 0.01, 0.01, Map.of("0.5", 0.4)));
        Heterogeneity heterogeneity = Heterogeneity.newBuilder()
                .setProfiles(3)
                .setProfileDivergence(0.5)
                .build();
        return ModelStatistics.newBuilder()
                .setModel(model)
                .setModelVersion("1")
                .setExplanations(3)
                .setUpdatedAt(NOW)
                .setGroups(List.of(GroupStatistics.newBuilder()
                        .setSite("clinic")
                        .setReferenceMode(ReferenceMode.PREDICTION)
                        .setExplanations(3)
                        .setFeatures(features)
                        .setClassCounts(Map.of("LOCAL", 3L))
                        .setProfileSum(Collections.nCopies(48, 3.0 / 48))
                        .setHeterogeneity(heterogeneity)
                        .setWindows(List.of(WindowStatistics.newBuilder()
                                .setWindow("HOUR")
                                .setExplanations(3)
                                .setFrom(NOW.minus(Duration.ofMinutes(55)))
                                .setTo(NOW)
                                .setFeatures(features)
                                .setClassCounts(Map.of("LOCAL", 3L))
                                .setHeterogeneity(heterogeneity)
                                .build()))
                        .setLateExplanations(7)
                        .setAheadExplanations(8)
                        .build()))
                .build();
    }
}
