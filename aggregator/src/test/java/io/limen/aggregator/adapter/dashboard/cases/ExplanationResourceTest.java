package io.limen.aggregator.adapter.dashboard.cases;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.limen.aggregator.adapter.dashboard.alerts.AlertBook;
import io.limen.aggregator.adapter.dashboard.alerts.SampleAlerts;
import io.limen.aggregator.rehearsal.SampleAttributions;
import io.limen.schemas.Attribution;
import io.limen.schemas.DriftAlert;
import io.limen.schemas.DriftState;
import io.limen.schemas.ImageReference;
import io.limen.schemas.InlineImage;
import io.limen.schemas.ReferenceMode;
import io.limen.schemas.SegmentationResult;
import io.limen.schemas.Topic;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Single explanations over HTTP, their records at hand: no broker. */
@QuarkusTest
@Tag("own-process")
class ExplanationResourceTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    @Inject
    CaseIndex index;

    @Inject
    RecordsAtHand records;

    @Inject
    AlertBook book;

    private static long offset = 100;

    private static Attribution sample(String model, int seed) {
        return new SampleAttributions(model, "1", "clinic", 0.5)
                .next(new Random(seed), ReferenceMode.GROUND_TRUTH, NOW.plusSeconds(seed));
    }

    private Attribution published(Attribution attribution) {
        offset++;
        records.put(Topic.ATTRIBUTIONS, 2, offset, attribution);
        index.take(CaseTopics.entry(attribution, 2, offset));
        return attribution;
    }

    private static byte[] png() throws Exception {
        return CasePictureTest.file(CasePictureTest.square(16, BufferedImage.TYPE_INT_RGB), "png");
    }

    /** An attribution whose case lies at the place. */
    private Attribution withCase(int seed, SegmentationResult.Builder segmented) throws Exception {
        Attribution attribution = sample("cased", seed);
        attribution.setSourcePartition(1);
        attribution.setSourceOffset((long) seed);
        if (segmented.getImage() instanceof InlineImage inline) {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(inline.getEncoded().array());
            attribution.setImageSha256(HexFormat.of().formatHex(digest));
        }
        SegmentationResult source = segmented
                .setCaseId(attribution.getCaseId())
                .setSite("clinic")
                .setModel("cased")
                .setModelVersion("1")
                .setSegmentedAt(NOW)
                .build();
        records.put(Topic.SEGMENTATION_RESULTS, 1, seed, source);
        return published(attribution);
    }

    private static String path(Attribution attribution, String part) {
        return "/api/explanations/" + attribution.getExplanationId() + part;
    }

    @Test
    void everythingIsServedByTheNamesOfTheSchema() {
        Attribution attribution = published(sample("whole", 1));

        var json = given().get(path(attribution, ""))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();

        attribution.getSchema().getFields().stream()
                .filter(field -> !field.name().equals("overlay"))
                .forEach(field -> assertTrue(json.getMap("").containsKey(field.name()), field.name()));
        assertEquals(256, json.getList("effects").size());
        int inside = attribution.getEffects().indexOf(null);
        assertEquals(null, json.getList("effects").get(inside));
        assertEquals(attribution.getEffects().get(0), json.getDouble("effects[0]"), 1e-6);
        assertEquals("GROUND_TRUTH", json.getString("referenceMode"));
        assertEquals("2026-03-01T12:00:01Z", json.getString("explainedAt"));
        assertEquals(path(attribution, "/effects.npy"), json.getString("links.effects"));
        assertEquals(null, json.getString("links.image"));
    }

    @Test
    void whatIsNotKnownOrNoLongerThereIsOneClearLine() {
        given().get("/api/explanations/" + "0".repeat(64))
                .then()
                .statusCode(404)
                .body("message", containsString("no explanation with this id"));
        Attribution gone = sample("whole", 2);
        index.take(CaseTopics.entry(gone, 2, 1));
        given().get(path(gone, "")).then().statusCode(404).body("message", containsString("retention"));
    }

    @Test
    void aBrokerThatIsAwayIsNotAMissingExplanation() {
        Attribution attribution = published(sample("whole", 3));
        records.isAway(true);
        try {
            given().get(path(attribution, "")).then().statusCode(503).body("message", equalTo("the broker is away"));
        } finally {
            records.isAway(false);
        }
    }

    @Test
    void theImageInsideTheRecordIsShownAndItsMask() throws Exception {
        Attribution attribution = withCase(
                11,
                SegmentationResult.newBuilder()
                        .setImage(new InlineImage(ByteBuffer.wrap(png())))
                        .setMask(ByteBuffer.wrap(png())));

        byte[] image = given().get(path(attribution, "/image.png"))
                .then()
                .statusCode(200)
                .contentType("image/png")
                .header("Cache-Control", "no-store")
                .extract()
                .asByteArray();

        assertEquals(0xFF204060, ImageIO.read(new ByteArrayInputStream(image)).getRGB(1, 0));
        byte[] mask = given().get(path(attribution, "/mask.png")).asByteArray();
        assertEquals(0xFFFFFFFF, ImageIO.read(new ByteArrayInputStream(mask)).getRGB(1, 0));
        given().get(path(attribution, "")).then().body("links.image", equalTo(path(attribution, "/image.png")));
    }

    @Test
    void anAddressIsNeverFollowed() throws Exception {
        Attribution attribution = withCase(
                12,
                SegmentationResult.newBuilder().setImage(new ImageReference("file:///etc/hostname", "0".repeat(64))));

        given().get(path(attribution, "/image.png"))
                .then()
                .statusCode(404)
                .body("message", equalTo("the image lies in a store that this page does not read"));
        given().get(path(attribution, "/mask.png"))
                .then()
                .statusCode(404)
                .body("message", containsString("without a mask"));
    }

    @Test
    void anotherImageThanTheOneExplainedIsNotShown() throws Exception {
        Attribution attribution =
                withCase(13, SegmentationResult.newBuilder().setImage(new InlineImage(ByteBuffer.wrap(png()))));
        attribution.setImageSha256("0".repeat(64));
        published(attribution);

        given().get(path(attribution, "/image.png"))
                .then()
                .statusCode(404)
                .body("message", containsString("not the one that was explained"));
    }

    @Test
    void anExplanationWithoutAPlaceSaysWhyThereIsNoImage() {
        Attribution attribution = published(sample("whole", 4));

        given().get(path(attribution, "/image.png"))
                .then()
                .statusCode(404)
                .body("message", containsString("does not say where its case lies"));
    }

    @Test
    void effectsAreAFileForNumpy() {
        Attribution attribution = published(sample("whole", 5));

        byte[] file = given().get(path(attribution, "/effects.npy"))
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();

        String header = new String(file, 10, 118, StandardCharsets.US_ASCII);
        assertTrue(header.startsWith("{'descr': '<f8', 'fortran_order': False, 'shape': (16, 16), }"), header);
        ByteBuffer values = ByteBuffer.wrap(file, 128, file.length - 128).order(ByteOrder.LITTLE_ENDIAN);
        for (Double effect : attribution.getEffects()) {
            assertEquals(effect == null ? Double.NaN : effect, values.getDouble());
        }
        assertEquals(0, values.remaining());
        given().get(path(attribution, "/standard-errors.npy")).then().statusCode(200);
    }

    @Test
    void thePictureOfAnExplanationThatTheFleetDoesNotHoldIsReadFromItsRecord() {
        Attribution attribution = published(sample("whole", 6));

        byte[] png = given().get(path(attribution, "/overlay.png"))
                .then()
                .statusCode(200)
                .contentType("image/png")
                .extract()
                .asByteArray();

        assertEquals(attribution.getOverlay(), ByteBuffer.wrap(png));
    }

    @Test
    void aModelsExplanationsComeInPages() {
        for (int seed = 21; seed < 26; seed++) {
            published(sample("paged", seed));
        }

        var first = given().get("/api/models/paged@1/explanations?limit=3")
                .then()
                .statusCode(200)
                .body("explanations.size()", equalTo(3))
                .body("explanations[0].explainedAt", equalTo("2026-03-01T12:00:25Z"))
                .extract();
        given().get("/api/models/paged@1/explanations?limit=3&before=" + first.path("next"))
                .then()
                .statusCode(200)
                .body("explanations.size()", equalTo(2))
                .body("explanations[0].explainedAt", equalTo("2026-03-01T12:00:22Z"))
                .body("next", nullValue());
        List<String> strategies =
                given().get("/api/models/paged@1/explanations").path("explanations.strategy");
        given().get("/api/models/paged@1/explanations?strategy="
                        + strategies.get(0).toLowerCase(Locale.ROOT))
                .then()
                .body(
                        "explanations.strategy",
                        equalTo(strategies.stream()
                                .filter(strategies.get(0)::equals)
                                .toList()));
        for (String wrong :
                List.of("limit=0", "limit=201", "sort=size", "strategy=blind", "before=" + "0".repeat(64))) {
            given().get("/api/models/paged@1/explanations?" + wrong).then().statusCode(400);
        }
    }

    @Test
    void examplesOfAnAlertAreHeldAgainstThoseBeforeTheChange() {
        Attribution early = published(sample("drifted", 31));
        published(sample("drifted", 39));
        DriftAlert alert = SampleAlerts.alert("examples-1", DriftState.ALERT, NOW);
        alert.setModel("drifted");
        alert.setOnset(early.getSegmentedAt().plusSeconds(1));
        alert.setExampleExplanationIds(List.of("a".repeat(64), "b".repeat(64)));
        book.take(alert);

        given().get("/api/alerts/examples-1/examples")
                .then()
                .statusCode(200)
                .body("after", equalTo(List.of("a".repeat(64), "b".repeat(64))))
                .body("before", equalTo(List.of(early.getExplanationId())));
        given().get("/api/alerts/nobody/examples").then().statusCode(404);
    }
}
