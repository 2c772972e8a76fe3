package io.limen.explainer.adapter.djl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.limen.explainer.application.Instrumentation;
import io.limen.explainer.application.ModelRejectedException;
import io.limen.explainer.domain.component.Component;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ComponentListingTest {

    @ParameterizedTest
    @ValueSource(strings = {"skip-alone", "skip-alone-traced", "bottleneck-alone", "bottleneck-alone-traced"})
    void componentsAreListedInTheOrderOfExecutionWithShapesAndTypes(String name) throws ModelRejectedException {
        assertEquals(
                List.of(
                        "enc.conv Conv2d 4x32x48",
                        "enc.relu ReLU 4x32x48",
                        "enc Block layer 4x32x48",
                        "bottleneck.conv Conv2d 4x16x24",
                        "bottleneck.relu ReLU 4x16x24",
                        "bottleneck Block layer 4x16x24",
                        "enc->dec Skip layer 4x32x48",
                        "dec.merge Conv2d 4x32x48",
                        "dec Up layer 4x32x48",
                        "head Conv2d layer 1x32x48",
                        "steep Steep layer 1x32x48"),
                listed(name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"called-twice", "called-twice-traced"})
    void everyCallOfASubmoduleIsAComponentOfItsOwn(String name) throws ModelRejectedException {
        assertEquals(
                List.of(
                        "block.conv Conv2d 3x32x48",
                        "block.relu ReLU 3x32x48",
                        "block Block layer 3x32x48",
                        "block.conv#2 Conv2d 3x32x48",
                        "block.relu#2 ReLU 3x32x48",
                        "block#2 Block layer 3x32x48",
                        "head Conv2d layer 1x32x48",
                        "steep Steep layer 1x32x48"),
                listed(name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"containers", "containers-traced"})
    void whatReturnsTwoTensorsIsPassedThroughButItsPartsAreListed(String name) throws ModelRejectedException {
        assertEquals(
                List.of(
                        "first.0.conv",
                        "first.0.relu",
                        "first.0",
                        "first.1",
                        "first",
                        "list.0.conv",
                        "list.0.relu",
                        "list.0",
                        "list.1.conv",
                        "list.1.relu",
                        "list.1",
                        "halves.conv",
                        "head",
                        "steep"),
                components(name).stream().map(Component::name).toList());
    }

    @ParameterizedTest
    @CsvSource({
        "frozen, 'it has no submodules: a frozen model, or one of a single piece'",
        "loop, none of its submodules is called outside of loops and returns a tensor",
        "window-mean, 'it has no submodules: a frozen model, or one of a single piece'",
    })
    void whatShowsNoComponentsSaysWhy(String name, String reason) throws ModelRejectedException {
        Instrumentation found = TestModel.load(name).components(PlantedNetwork.image());
        assertEquals(new Instrumentation.NotInstrumented(reason), found);
    }

    @Test
    void aModelThatFailsOnAnImageSaysThatItDoes() throws ModelRejectedException {
        Instrumentation found = TestModel.load("one-size").components(PlantedNetwork.image());
        String reason = ((Instrumentation.NotThisTime) found).reason();
        assertTrue(reason.startsWith("its instrumented twin does not run: "), reason);
        assertEquals(1, reason.lines().count(), reason);
    }

    /** All the small models: whatever they return, whether they write into their input, scripted or traced. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "smooth",
                "logits",
                "two-classes",
                "no-class-axis",
                "tuple",
                "dictionary",
                "half",
                "traced",
                "attention",
                "writes-input",
                "no-way-back",
                "globally-pooled",
                "rolled",
                "stride-16",
                "knows-its-place",
                "labels"
            })
    void anySubmoduleIsFoundWhateverTheModelReturns(String name) throws ModelRejectedException {
        assertTrue(components(name).stream()
                .anyMatch(component -> component.type().label().equals("Conv2d")));
    }

    private static List<Component> components(String name) throws ModelRejectedException {
        Instrumentation found = TestModel.load(name).components(PlantedNetwork.image());
        if (found instanceof Instrumentation.Instrumented network) {
            return network.components();
        }
        throw new AssertionError(found.toString());
    }

    private static List<String> listed(String name) throws ModelRejectedException {
        return components(name).stream()
                .map(one -> one.name() + " " + one.type().label() + (one.layer() ? " layer " : " ") + one.channels()
                        + "x" + one.height() + "x" + one.width())
                .toList();
    }
}
