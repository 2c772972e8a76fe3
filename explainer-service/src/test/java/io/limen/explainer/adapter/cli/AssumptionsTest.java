package io.limen.explainer.adapter.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.limen.explainer.application.ModelDescription;
import io.limen.explainer.application.ModelDescription.Output;
import io.limen.explainer.application.SampleCase;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AssumptionsTest {

    @Test
    void aModelThatIsDescribedNeedsNone() {
        assertEquals(List.of(), new Assumptions(SampleCase.model()).settled(new SampleModel()));
    }

    @Test
    void aFileAloneIsAssumedToBeRgbWithOneClass() {
        assertEquals(
                List.of(
                        "no model.yaml: RGB in [0,1] at the image's own size, one class, threshold 0.5",
                        "output read as probabilities, for it lies in [0,1]"),
                new Assumptions(automatic(SampleCase.model())).settled(new SampleModel()));
    }

    private static ModelDescription automatic(ModelDescription model) {
        return new ModelDescription(
                model.id(),
                model.sha256(),
                Optional.empty(),
                model.channels(),
                model.normalisation(),
                new Output(Output.Kind.AUTO, 1, 0),
                model.threshold());
    }
}
