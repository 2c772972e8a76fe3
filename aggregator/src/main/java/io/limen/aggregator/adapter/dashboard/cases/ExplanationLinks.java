package io.limen.aggregator.adapter.dashboard.cases;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.limen.schemas.Attribution;
import io.limen.schemas.ModelKey;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Where the parts of an explanation are; what it can't have is null. */
final class ExplanationLinks {

    private ExplanationLinks() {}

    static ObjectNode of(Attribution attribution) {
        String self = "/api/explanations/" + attribution.getExplanationId();
        boolean lies = attribution.getSourcePartition() != null && attribution.getSourceOffset() != null;
        String model = new ModelKey(attribution.getModel(), attribution.getModelVersion()).toString();
        return JsonNodeFactory.instance
                .objectNode()
                .put("self", self)
                .put("overlay", attribution.getOverlay() == null ? null : self + "/overlay.png")
                .put("image", lies ? self + "/image.png" : null)
                .put("mask", lies ? self + "/mask.png" : null)
                .put("effects", self + "/effects.npy")
                .put("standardErrors", self + "/standard-errors.npy")
                .put("model", "/api/models/" + URLEncoder.encode(model, StandardCharsets.UTF_8));
    }
}
