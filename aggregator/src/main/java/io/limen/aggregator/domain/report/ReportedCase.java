package io.limen.aggregator.domain.report;

import io.limen.aggregator.domain.statistics.Explanation;
import io.limen.aggregator.domain.statistics.GroupKey;
import io.limen.aggregator.domain.strategy.Feature;
import io.limen.aggregator.domain.strategy.PerceptualStrategy;
import io.limen.aggregator.domain.strategy.Profile;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a report takes from the explanation of one case.
 *
 * @param explanationId hash of image, model and settings
 * @param model model@version
 * @param group site and reference mode
 * @param caseId the case
 * @param studyId pseudonym of its study
 * @param segmentedAt event time
 * @param features values of at most {@link Explanation#MAX_MAGNITUDE} in size; what the case leaves undefined is absent
 * @param strategy its class
 * @param profile around the region
 * @param origin of what it was made
 * @param certain whether it was explained for certain, and not by lot
 */
public record ReportedCase(
        String explanationId,
        String model,
        GroupKey group,
        String caseId,
        Optional<String> studyId,
        Instant segmentedAt,
        Map<Feature, Double> features,
        PerceptualStrategy strategy,
        Profile profile,
        Origin origin,
        boolean certain) {

    /**
     * Which files an explanation was made with.
     *
     * @param modelSha256 of the model, as the explainer found it
     * @param bankSha256 of the donors
     */
    public record Origin(String modelSha256, String bankSha256) {}

    public ReportedCase {
        Map<Feature, Double> copy = new EnumMap<>(Feature.class);
        copy.putAll(features);
        copy.forEach((feature, value) -> {
            if (!(Math.abs(value) <= Explanation.MAX_MAGNITUDE)) {
                throw new IllegalArgumentException(feature.fieldName() + " is " + value);
            }
        });
        features = Collections.unmodifiableMap(copy);
    }

    /** Cases of one study share it; a case without a study is one of its own. */
    public String study() {
        return group.site().length() + "/" + group.site() + "/"
                + studyId.map(id -> "study/" + id).orElse("case/" + caseId);
    }
}
