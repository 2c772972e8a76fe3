package io.limen.aggregator.adapter.dashboard.cases;

import io.limen.aggregator.adapter.dashboard.Problem;
import io.limen.schemas.PerceptualStrategy;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A model's explanations, as far back as the index goes. */
@Path("/api/models/{id}/explanations")
@Blocking
public class ModelExplanationsResource {

    private static final int MOST = 200;

    private final CaseIndex index;

    ModelExplanationsResource(CaseIndex index) {
        this.index = index;
    }

    /**
     * A page of explanations.
     *
     * @param indexed explanations in the index, of all models
     * @param complete false while the index is still being filled from the topic
     * @param next id to give as {@code before} for the page that follows; null on the last one
     */
    public record Page(String model, int indexed, boolean complete, List<IndexedView> explanations, String next) {}

    /**
     * Explanations of a model.
     *
     * @param limit 1 to 200
     * @param before id of the last explanation of the page before
     * @param sort newest, oldest, or dice: the worst segmented first
     * @param strategy of this class alone; of any when it is missing
     */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Page explanations(
            @PathParam("id") String id,
            @QueryParam("limit") @DefaultValue("50") int limit,
            @QueryParam("before") String before,
            @QueryParam("sort") @DefaultValue("newest") String sort,
            @QueryParam("strategy") String strategy) {
        CaseOrder order = CaseOrder.named(sort).orElseThrow(() -> badRequest("sort is newest, oldest or dice"));
        if (limit < 1 || limit > MOST) {
            throw badRequest("limit is 1 to " + MOST);
        }
        if (before != null && index.find(before).isEmpty()) {
            throw badRequest("before is the id of an explanation that is no longer held: begin anew");
        }
        List<IndexedView> found = index
                .page(
                        id,
                        order,
                        Optional.ofNullable(strategy).map(ModelExplanationsResource::named),
                        Optional.ofNullable(before),
                        limit + 1)
                .stream()
                .map(IndexedView::of)
                .toList();
        List<IndexedView> page = found.subList(0, Math.min(limit, found.size()));
        return new Page(
                id,
                index.size(),
                index.isRead(),
                page,
                found.size() > limit ? page.get(limit - 1).explanationId() : null);
    }

    private static PerceptualStrategy named(String strategy) {
        return Stream.of(PerceptualStrategy.values())
                .filter(one -> one.name().equalsIgnoreCase(strategy))
                .findFirst()
                .orElseThrow(() -> badRequest("strategy is one of " + Arrays.toString(PerceptualStrategy.values())));
    }

    private static WebApplicationException badRequest(String message) {
        return Problem.of(Response.Status.BAD_REQUEST, message);
    }
}
