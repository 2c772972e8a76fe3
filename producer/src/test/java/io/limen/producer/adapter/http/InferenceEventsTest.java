package io.limen.producer.adapter.http;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.limen.producer.domain.result.SegmentedCase;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class InferenceEventsTest {

    private static final String KSERVE = "org.kubeflow.serving.inference.";
    private static final String REQUEST = "{\"inputs\":[{\"name\":\"x\",\"datatype\":\"UINT8\",\"shape\":[1,2,2,3],"
            + "\"data\":[0,0,0,255,0,0,0,255,0,0,0,255]}]}";
    private static final String RESPONSE =
            "{\"outputs\":[{\"name\":\"y\",\"datatype\":\"FP32\",\"shape\":[1,1,2,2],\"data\":[0.1,0.9,0.2,0.6]}]}";

    @Inject
    FakeBroker broker;

    @BeforeEach
    void forgetWhatWas() {
        broker.clear();
    }

    private static RequestSpecification binary(String id, String type) {
        return given().header("Authorization", "Bearer " + SegmentationsTest.TOKEN)
                .headers(Map.of(
                        "ce-specversion", "1.0",
                        "ce-id", id,
                        "ce-type", type,
                        "ce-source", "http://localhost:9081/",
                        "ce-inferenceservicename", "skin",
                        "ce-namespace", "clinic"))
                .contentType("application/json");
    }

    private static Response post(RequestSpecification request) {
        return request.post("/events");
    }

    @Test
    void requestAndResponseTogetherAreACase() {
        post(binary("1", KSERVE + "request").body(REQUEST)).then().statusCode(200);
        assertEquals(0, broker.cases().size());

        post(binary("1", KSERVE + "response").body(RESPONSE)).then().statusCode(201);

        SegmentedCase published = broker.cases().get(0);
        assertEquals("unet@3", published.deployment().model().toString());
        assertEquals("clinic", published.deployment().site());
        assertEquals(Map.of("source", "cloudevents"), published.attributes());
        assertTrue(published.masks().predicted().isPresent());
    }

    /** As a model server is called that takes tensors as bytes: the logger tells nothing of where the JSON ends. */
    @Test
    void tensorsMayBeBytesBehindTheJson() throws IOException {
        ByteArrayOutputStream request = new ByteArrayOutputStream();
        request.write(("{\"inputs\":[{\"name\":\"x\",\"datatype\":\"UINT8\",\"shape\":[1,2,2,3],"
                        + "\"parameters\":{\"binary_data_size\":12}}]}")
                .getBytes());
        request.write(new byte[] {0, 0, 0, -1, 0, 0, 0, -1, 0, 0, 0, -1});
        post(binary("9", KSERVE + "request").body(request.toByteArray())).then().statusCode(200);

        post(binary("9", KSERVE + "response").body(RESPONSE)).then().statusCode(201);

        assertTrue(broker.cases().get(0).masks().predicted().isPresent());
    }

    @Test
    void responseMayComeFirst() {
        post(binary("2", KSERVE + "response").body(RESPONSE)).then().statusCode(200);

        post(binary("2", KSERVE + "request").body(REQUEST)).then().statusCode(201);
    }

    @Test
    void structuredEventsOfSeldonAreUnderstood() {
        post(structured("request", "a", "{\"data\":{\"ndarray\":[[[0.0,1.0],[0.5,0.25]]]}}"))
                .then()
                .statusCode(200);

        // Seldon tells the request's id beside the event's
        post(structured("response", "b", "{\"data\":{\"tensor\":{\"shape\":[1,2,2],\"values\":[0,1,1,0]}}}"))
                .then()
                .statusCode(201);
    }

    private static RequestSpecification structured(String half, String id, String data) {
        return given().header("Authorization", "Bearer " + SegmentationsTest.TOKEN)
                .contentType("application/cloudevents+json")
                .body(("{\"specversion\":\"1.0\",\"id\":\"" + id + "\",\"requestid\":\"r3\",\"source\":\"/s\","
                                + "\"type\":\"io.seldon.serving.inference." + half
                                + "\",\"inferenceservicename\":\"skin\","
                                + "\"datacontenttype\":\"application/json\",\"data\":" + data + "}")
                        .getBytes());
    }

    @Test
    void serviceThatNoModelIsSetForIsRefused() {
        given().header("Authorization", "Bearer " + SegmentationsTest.TOKEN)
                .headers(Map.of(
                        "ce-specversion", "1.0",
                        "ce-id", "4",
                        "ce-type", KSERVE + "request",
                        "ce-source", "/s",
                        "ce-inferenceservicename", "other"))
                .contentType("application/json")
                .body(REQUEST)
                .post("/events")
                .then()
                .statusCode(400)
                .body("message", containsString("'other'"));
    }

    @Test
    void whatIsNoTensorIsNamed() {
        post(binary("5", KSERVE + "request").body("{\"signature\":1}")).then().statusCode(200);

        post(binary("5", KSERVE + "response").body(RESPONSE))
                .then()
                .statusCode(400)
                .body("message", containsString("[signature]"));
    }

    @Test
    void eventOfAnotherTypeIsRefused() {
        post(binary("6", "com.example.other").body(REQUEST))
                .then()
                .statusCode(400)
                .body("message", containsString("com.example.other"));
    }

    @Test
    void whatIsNoEventIsRefused() {
        given().header("Authorization", "Bearer " + SegmentationsTest.TOKEN)
                .contentType("application/json")
                .body("{}")
                .post("/events")
                .then()
                .statusCode(400)
                .body("message", containsString("no CloudEvent"));
    }

    @Test
    void whoShowsNoTokenIsAnsweredUnauthorized() {
        given().contentType("application/json")
                .body("{}")
                .post("/events")
                .then()
                .statusCode(401);
    }
}
