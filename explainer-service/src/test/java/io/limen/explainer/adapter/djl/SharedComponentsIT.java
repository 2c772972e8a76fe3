package io.limen.explainer.adapter.djl;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.limen.explainer.application.ComponentProbe;
import io.limen.explainer.application.Instrumentation;
import io.limen.explainer.application.ModelDescription.Output;
import io.limen.explainer.application.ModelDescription.Output.Kind;
import io.limen.explainer.application.SegmentationModel;
import io.limen.explainer.domain.component.AblationKind;
import io.limen.explainer.domain.component.Component;
import io.limen.explainer.domain.component.ComponentIntervention;
import io.limen.explainer.domain.image.Image;
import io.limen.explainer.domain.image.RegionOfInterest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Components of trained models; those of four families are skipped where they do not lie beside the checkout. */
class SharedComponentsIT {

    private static final RegionOfInterest REGION = new RegionOfInterest(48, 48, 32, 32);
    private static final float ROUNDING = 1e-5f;

    @ParameterizedTest
    @CsvSource({
        "../../shared/models/unet.pt, 256, 11, head",
        "../../shared/models/unext.pt, 256, 11, head",
        "../../shared/models/scanunet.pt, 256, 11, head",
        "../../shared/models/segformer.pt, 256, 13, head",
        "../quickstart/models/phantom-unet/1/model.pt, 128, 9, head",
        "../quickstart/models/phantom-segformer/1/model.pt, 128, 12, sharpen",
    })
    void everyLayerIsReplacedAndTheLastGivesTheDonorsOutput(String file, int side, int layers, String last)
            throws Exception {
        assumeTrue(Files.isRegularFile(Path.of(file)), "skipped: no " + file);
        SegmentationModel model = new TorchScriptLoader(8)
                .load(
                        Path.of(file),
                        TestModel.description(Optional.empty(), TestModel.NONE, new Output(Kind.AUTO, 1, 0)));
        Image image = TestModel.noise(side, side, 1);
        List<Image> donors = List.of(TestModel.noise(side, side, 2), TestModel.noise(side, side, 3));
        Instrumentation.Instrumented found = (Instrumentation.Instrumented) model.components(image);
        List<Component> drawn =
                found.components().stream().filter(Component::layer).toList();
        assertEquals(layers, drawn.size(), drawn::toString);
        float[] unperturbed = model.segment(image).crop(REGION).probabilities();
        try (ComponentProbe probe = found.opening().open(image, REGION, new Instrumentation.Donors(donors, donors))) {
            for (Component layer : drawn) {
                List<ComponentIntervention> all = new ArrayList<>();
                for (AblationKind kind : AblationKind.values()) {
                    int donor = kind == AblationKind.RESAMPLE ? 1 : ComponentIntervention.NO_DONOR;
                    all.add(new ComponentIntervention(layer, ComponentIntervention.WHOLE, kind, donor));
                }
                float[] resampled = Arrays.copyOf(probe.regionProbabilities(all), REGION.area());
                assertTrue(differs(unperturbed, resampled), layer::toString);
                if (layer.path().equals(last)) {
                    assertArrayEquals(model.segment(donors.get(1)).crop(REGION).probabilities(), resampled, ROUNDING);
                }
            }
            assertEquals(
                    found.components().size(),
                    probe.gateDerivatives(new float[REGION.area()])
                            .orElseThrow()
                            .size());
        }
    }

    private static boolean differs(float[] a, float[] b) {
        for (int i = 0; i < a.length; i++) {
            if (Math.abs(a[i] - b[i]) > ROUNDING) {
                return true;
            }
        }
        return false;
    }
}
