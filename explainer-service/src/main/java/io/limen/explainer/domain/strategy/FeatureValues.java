package io.limen.explainer.domain.strategy;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The features of a map by their names, without p-values: what is computed again for each replicate of a map. A feature
 * that is not defined has no entry. Cost O(B log B), B blocks.
 */
final class FeatureValues {

    private final BlockGeometry geometry;
    private final boolean signed;
    private final AxisEnrichment axis;
    private final ScanAsymmetry scan;

    /**
     * @param signed whether the sign means anything: only against a ground truth
     */
    FeatureValues(BlockGeometry geometry, boolean signed) {
        this.geometry = geometry;
        this.signed = signed;
        this.axis = new AxisEnrichment(geometry);
        this.scan = new ScanAsymmetry(geometry);
    }

    Map<String, Double> of(MeasuredEffects measured) {
        double[] told = measured.told();
        double[] sizes = Arrays.stream(told).map(Math::abs).toArray();
        Map<String, Double> values = new LinkedHashMap<>();
        shares(values, measured.counted());
        if (Arrays.stream(sizes).anyMatch(size -> size > 0)) {
            shape(values, new ShapeFeatures(geometry, sizes));
            put(values, "axisEnrichment", axis.value(sizes));
            put(values, "scanAsymmetry", scan.value(sizes));
            put(values, "signBalance", signed ? Optional.of(SignedEffects.balance(told)) : Optional.empty());
        }
        return values;
    }

    private static void shares(Map<String, Double> values, double[] counted) {
        values.put("supportingShare", SignedEffects.share(counted, effect -> effect < 0));
        values.put("hinderingShare", SignedEffects.share(counted, effect -> effect > 0));
        values.put("irrelevantShare", SignedEffects.share(counted, effect -> effect == 0));
    }

    private static void shape(Map<String, Double> values, ShapeFeatures features) {
        values.put("locality", features.locality());
        put(values, "enrichment", features.enrichment());
        values.put("causalRadius", features.causalRadius());
        values.put("entropy", features.entropy());
        values.put("participation", features.participation());
        values.put("gini", features.gini());
    }

    private static void put(Map<String, Double> values, String name, Optional<Double> value) {
        value.ifPresent(known -> values.put(name, known));
    }
}
