package io.limen.producer.adapter.http;

import io.limen.producer.adapter.http.access.Problem;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Gives the words of its status to an answer that would have none: no such path, another method, a body that is too large. */
@Provider
public class ProblemMapper implements ExceptionMapper<WebApplicationException> {

    @Override
    public Response toResponse(WebApplicationException exception) {
        Response answer = exception.getResponse();
        if (answer.hasEntity() || answer.getStatus() < Response.Status.BAD_REQUEST.getStatusCode()) {
            return answer;
        }
        return Response.fromResponse(answer)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(new Problem(answer.getStatusInfo().getReasonPhrase()))
                .build();
    }
}
