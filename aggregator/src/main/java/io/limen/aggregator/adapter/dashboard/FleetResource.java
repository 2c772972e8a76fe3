package io.limen.aggregator.adapter.dashboard;

import io.limen.aggregator.domain.strategy.Feature;
import io.limen.aggregator.domain.window.TimeWindow;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Collection;
import java.util.List;

/** The fleet in JSON. */
@Path("/api")
public class FleetResource {

    /** As many as a small chart has room for. */
    static final int MIX_POINTS = 36;

    private final Fleet fleet;

    FleetResource(Fleet fleet) {
        this.fleet = fleet;
    }

    /** Every version of every model, sorted by id. */
    @GET
    @Path("models")
    @Produces(MediaType.APPLICATION_JSON)
    public Collection<ModelView> models() {
        return fleet.view().models().values();
    }

    /** Every version of every model in short, sorted by id. */
    @GET
    @Path("overview")
    @Produces(MediaType.APPLICATION_JSON)
    public List<OverviewView> overview() {
        return fleet.view().models().values().stream()
                .filter(model -> model.statistics() != null)
                .map(model -> OverviewView.of(model.statistics()))
                .toList();
    }

    /**
     * The mix of strategies of every model over its newest {@value #MIX_POINTS} intervals.
     *
     * @param width of the intervals: {@code 5m} or {@code 1h}
     */
    @GET
    @Path("overview/mix")
    @Produces(MediaType.APPLICATION_JSON)
    public List<MixView> mix(@QueryParam("width") @DefaultValue("1h") String width) {
        return fleet.charts().mixes(millis(width), MIX_POINTS);
    }

    /** One version of a model. */
    @GET
    @Path("models/{id}")
    @Produces(MediaType.APPLICATION_JSON)
    public ModelView model(@PathParam("id") String id) {
        return known(id);
    }

    /** What the components of a model's network do, on average over its explanations. */
    @GET
    @Path("models/{id}/components")
    @Produces(MediaType.APPLICATION_JSON)
    public ComponentsView components(@PathParam("id") String id) {
        return known(id).components();
    }

    /** How differently the models perceive, per reference mode: divergence between and within them, distances of each two. */
    @GET
    @Path("fleet")
    @Produces(MediaType.APPLICATION_JSON)
    public Collection<ComparisonView> fleet() {
        return fleet.comparisons();
    }

    /**
     * A feature of a model over time.
     *
     * @param feature by its name in the schema
     * @param width of the intervals: {@code 5m} or {@code 1h}
     */
    @GET
    @Path("models/{id}/history")
    @Produces(MediaType.APPLICATION_JSON)
    public HistoryView history(
            @PathParam("id") String id,
            @QueryParam("feature") @DefaultValue("locality") String feature,
            @QueryParam("width") @DefaultValue("1h") String width) {
        Feature known = Feature.named(feature)
                .orElseThrow(() -> Problem.of(Response.Status.BAD_REQUEST, "no feature has this name"));
        long widthMillis = millis(width);
        known(id);
        return new HistoryView(id, feature, widthMillis, fleet.charts().points(id, widthMillis, known));
    }

    /**
     * How far the evidence for a change of a model got over time.
     *
     * @param width of the intervals: {@code 5m} or {@code 1h}
     */
    @GET
    @Path("models/{id}/evidence")
    @Produces(MediaType.APPLICATION_JSON)
    public EvidenceView evidence(@PathParam("id") String id, @QueryParam("width") @DefaultValue("1h") String width) {
        long widthMillis = millis(width);
        known(id);
        return new EvidenceView(id, widthMillis, fleet.charts().evidence(id, widthMillis));
    }

    private static long millis(String width) {
        return switch (width) {
            case "5m" -> TimeWindow.HOUR.paneWidth().toMillis();
            case "1h" -> TimeWindow.DAY.paneWidth().toMillis();
            default -> throw Problem.of(Response.Status.BAD_REQUEST, "width is 5m or 1h");
        };
    }

    private ModelView known(String id) {
        return fleet.view()
                .model(id)
                .orElseThrow(() -> Problem.of(Response.Status.NOT_FOUND, "no model with this id is known"));
    }
}
