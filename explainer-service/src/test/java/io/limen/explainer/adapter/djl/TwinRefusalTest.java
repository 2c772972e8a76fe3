package io.limen.explainer.adapter.djl;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.limen.explainer.application.Instrumentation;
import io.limen.explainer.application.ModelRejectedException;
import io.limen.explainer.application.SegmentationModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TwinRefusalTest {

    @Test
    void whatPassesIsNotHeldAgainstTheModel(@TempDir Path folder) throws ModelRejectedException, IOException {
        Path file = Files.copy(TestModel.file("skip-alone"), folder.resolve("model.pt"));
        SegmentationModel model = new TorchScriptLoader(4)
                .load(file, TestModel.description(Optional.empty(), TestModel.NONE, TestModel.ONE_CLASS));

        Files.delete(file);
        assertInstanceOf(Instrumentation.NotThisTime.class, model.components(PlantedNetwork.image()));

        Files.copy(TestModel.file("skip-alone"), file);
        assertInstanceOf(Instrumentation.Instrumented.class, model.components(PlantedNetwork.image()));
    }
}
