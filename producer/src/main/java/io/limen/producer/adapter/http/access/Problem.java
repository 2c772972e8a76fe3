package io.limen.producer.adapter.http.access;

import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.Json;

/**
 * Why a request was not done.
 *
 * @param message one line
 */
public record Problem(String message) {

    /** Answers with it, on the connection itself. */
    public void answer(HttpServerResponse response, int status) {
        response.setStatusCode(status)
                .putHeader("Content-Type", "application/json")
                .end(Json.encode(this));
    }
}
