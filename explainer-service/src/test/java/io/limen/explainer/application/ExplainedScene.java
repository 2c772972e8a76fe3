package io.limen.explainer.application;

import io.limen.explainer.domain.attribution.Explanation;
import java.util.List;

/** A case explained from end to end, by a model every pixel matters to, against a ground truth. */
public final class ExplainedScene {

    private ExplainedScene() {}

    public static ExplainedCase subject() {
        FunctionModel model = new FunctionModel(Scene.bank(), 16, Scene.fillingRegion(Scene.everywhere()));
        Explanation explanation = Scene.explain(
                Scene.subject(Scene.noise(5), FunctionModel.lowerPart(Scene.SIZE, Scene.SIZE, 20)),
                model,
                Scene.settings());
        return new ExplainedCase(explanation, model.description(), Scene.IMAGE_SHA256, Scene.settings(), List.of());
    }
}
