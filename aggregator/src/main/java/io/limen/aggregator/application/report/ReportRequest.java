package io.limen.aggregator.application.report;

import io.limen.aggregator.domain.report.Period;
import java.util.Set;

/**
 * What a report is to be on.
 *
 * @param period of event time
 * @param models model@version; all of them when empty
 * @param sites all of them when empty
 * @param mostExplanations that are held in memory, 1 or more
 */
public record ReportRequest(Period period, Set<String> models, Set<String> sites, int mostExplanations) {

    public ReportRequest {
        models = Set.copyOf(models);
        sites = Set.copyOf(sites);
        if (mostExplanations < 1) {
            throw new IllegalArgumentException("mostExplanations: " + mostExplanations);
        }
    }

    /** Whether it is on the model at the site. */
    public boolean wants(String model, String site) {
        return (models.isEmpty() || models.contains(model)) && (sites.isEmpty() || sites.contains(site));
    }
}
