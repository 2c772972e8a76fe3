package io.limen.aggregator.adapter.dashboard.definitions;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.limen.aggregator.adapter.dashboard.Problem;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** Definitions of every figure that is served. */
@Path("/api/definition")
@Produces(MediaType.APPLICATION_JSON)
public class DefinitionResource {

    private final List<Definition> definitions;

    DefinitionResource(ObjectMapper json) {
        try (InputStream resource = DefinitionResource.class.getResourceAsStream("definitions.json")) {
            this.definitions = json.readValue(resource, new TypeReference<>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All of them. */
    @GET
    public List<Definition> all() {
        return definitions;
    }

    /** One of them. */
    @GET
    @Path("{name}")
    public Definition named(@PathParam("name") String name) {
        return definitions.stream()
                .filter(definition -> definition.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Problem.of(Response.Status.NOT_FOUND, "no figure has this name"));
    }
}
