package io.limen.explainer.application.stream;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.limen.explainer.application.ModelId;
import io.limen.explainer.application.ModelRejectedException;
import io.limen.explainer.application.ModelRepository;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ModelPreloadTest {

    private static final ModelId BROKEN = new ModelId("broken", "1");
    private static final Duration AT_ONCE = Duration.ofNanos(1);

    private final StopSignal stop = new StopSignal();
    private final HalfBrightModel model = new HalfBrightModel();
    private final ModelRepository repository = id -> {
        if (id.equals(BROKEN)) {
            throw new ModelRejectedException("not a model");
        }
        return model;
    };

    private ModelPreload preload(ModelCatalogue catalogue) {
        return new ModelPreload(catalogue, repository, HalfBrightModel.BLOCK, AT_ONCE, stop);
    }

    @Test
    void aBrokenModelIsNamedAndStandsInNobodysWay() {
        ModelPreload preload = preload(() -> List.of(BROKEN, HalfBrightModel.ID));
        assertEquals(List.of("no model is loaded yet"), preload.obstacles());

        preload.load();

        assertEquals(List.of(), preload.obstacles());
        assertEquals(List.of("half@1"), preload.loaded());
        assertEquals(Map.of("broken@1", "not a model"), preload.rejected());
    }

    @Test
    void aModelIsWarmedUp() {
        preload(() -> List.of(HalfBrightModel.ID)).load();
        assertEquals(3, model.segmented.get());
    }

    @Test
    void aModelThatCantSegmentIsNotLoaded() {
        HalfBrightModel failing = new HalfBrightModel(() -> {
            stop.request();
            throw new ModelRejectedException("the output holds NaN");
        });
        ModelPreload preload = new ModelPreload(
                () -> List.of(HalfBrightModel.ID), id -> failing, HalfBrightModel.BLOCK, AT_ONCE, stop);
        preload.load();
        assertEquals(Map.of("half@1", "the output holds NaN"), preload.rejected());
        assertEquals(List.of("no model is loaded yet"), preload.obstacles());
    }

    @Test
    void modelsAreLookedForUntilOneIsThere() {
        List<List<ModelId>> looks = new ArrayList<>(List.of(List.of(), List.of(BROKEN), List.of(HalfBrightModel.ID)));
        ModelPreload preload = preload(() -> looks.remove(0));
        preload.load();
        assertEquals(List.of(), looks);
        assertEquals(List.of("half@1"), preload.loaded());
    }

    @Test
    void lookingEndsWithTheSignal() {
        ModelPreload preload = preload(() -> {
            stop.request();
            return List.of();
        });
        preload.load();
        assertEquals(List.of("no model is loaded yet"), preload.obstacles());
    }
}
