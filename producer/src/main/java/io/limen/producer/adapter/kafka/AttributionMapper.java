package io.limen.producer.adapter.kafka;

import io.limen.producer.domain.deployment.Deployment;
import io.limen.producer.domain.deployment.ModelVersion;
import io.limen.producer.domain.explanation.BlockMap;
import io.limen.producer.domain.explanation.Explanation;
import io.limen.producer.domain.identity.CaseId;
import io.limen.producer.domain.image.Area;
import io.limen.schemas.Attribution;
import java.util.List;

/** From what the explainer publishes to what is written for clinical systems. */
final class AttributionMapper {

    private AttributionMapper() {}

    /**
     * The explanation of a record.
     *
     * @throws IllegalArgumentException if its fields do not fit together
     */
    static Explanation explanation(Attribution attribution) {
        return new Explanation(
                attribution.getExplanationId(),
                new CaseId(attribution.getCaseId()),
                new Deployment(
                        new ModelVersion(attribution.getModel(), attribution.getModelVersion()), attribution.getSite()),
                new Area(
                        attribution.getRegion().getY(),
                        attribution.getRegion().getX(),
                        attribution.getRegion().getHeight(),
                        attribution.getRegion().getWidth()),
                new BlockMap(
                        attribution.getImageHeight(),
                        attribution.getImageWidth(),
                        attribution.getBlockSize(),
                        effects(attribution.getEffects()),
                        significant(attribution.getSignificant())),
                attribution.getExplainedAt());
    }

    private static double[] effects(List<Double> effects) {
        return effects.stream()
                .mapToDouble(effect -> effect == null ? Double.NaN : effect)
                .toArray();
    }

    private static boolean[] significant(List<Boolean> significant) {
        boolean[] flags = new boolean[significant.size()];
        for (int i = 0; i < flags.length; i++) {
            flags[i] = Boolean.TRUE.equals(significant.get(i));
        }
        return flags;
    }
}
