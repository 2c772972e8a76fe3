package io.limen.aggregator.adapter.dashboard;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** What went wrong, as JSON, in words for the caller. */
public record Problem(String message) {

    /** Ends the request with the status and the words. */
    public static WebApplicationException of(Response.Status status, String message) {
        return new WebApplicationException(Response.status(status)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(new Problem(message))
                .build());
    }
}
