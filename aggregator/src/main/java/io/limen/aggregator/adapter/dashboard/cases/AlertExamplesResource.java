package io.limen.aggregator.adapter.dashboard.cases;

import io.limen.aggregator.adapter.dashboard.Problem;
import io.limen.aggregator.adapter.dashboard.alerts.AlertBook;
import io.limen.aggregator.adapter.dashboard.alerts.AlertView;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;

/** Cases from before and after the change that an alert is about. */
@Path("/api/alerts/{id}/examples")
@Blocking
public class AlertExamplesResource {

    private final AlertBook book;
    private final CaseIndex index;

    AlertExamplesResource(AlertBook book, CaseIndex index) {
        this.book = book;
        this.index = index;
    }

    /**
     * Ids of explanations.
     *
     * @param onset when the change began
     * @param after the alert's own examples
     * @param before as many of the same model, site and reference mode, segmented last before the onset; fewer where the index holds fewer
     */
    public record Examples(String alertId, Instant onset, List<String> after, List<String> before) {}

    /** Of one alert. */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Examples examples(@PathParam("id") String id) {
        AlertView alert = book.find(id)
                .orElseThrow(() -> Problem.of(Response.Status.NOT_FOUND, "no alert with this id is known"));
        List<String> after = alert.exampleExplanationIds();
        CaseGroup group = new CaseGroup(alert.model(), alert.site(), alert.referenceMode());
        List<String> before = index.before(group, alert.onset(), after.size()).stream()
                .map(IndexedCase::explanationId)
                .toList();
        return new Examples(id, alert.onset(), after, before);
    }
}
