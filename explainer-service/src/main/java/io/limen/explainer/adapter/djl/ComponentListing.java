package io.limen.explainer.adapter.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import io.limen.explainer.adapter.djl.archive.ComponentSite;
import io.limen.explainer.adapter.djl.archive.TwinSteps;
import io.limen.explainer.application.ModelRejectedException;
import io.limen.explainer.domain.component.Component;
import io.limen.explainer.domain.image.Image;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * Lists the components that a network runs through for an image, with their shapes. Two copies of the image go through, since what
 * is no batch of outputs (windows of an image side by side, for instance) can't be replaced image by image.
 */
final class ComponentListing {

    private static final int COPIES = 2;

    /** libtorch's number for float32 among the types of numbers (c10::ScalarType). */
    private static final long FLOAT32 = 6;

    /** They work on the last axis, whatever comes before. */
    private static final Set<String> ON_LAST_AXIS = Set.of("Linear", "LayerNorm");

    private static final int AXES_OF_MAPS = 4;

    private final TwinNetwork network;

    ComponentListing(TwinNetwork network) {
        this.network = network;
    }

    /**
     * A component that ran.
     *
     * @param shape of its output for one image
     */
    private record Run(int site, long[] shape) {}

    /** In plain order of memory. */
    List<TappedComponent> of(Image image) throws ModelRejectedException {
        return of(image, MemoryLayout.PLAIN);
    }

    /**
     * In the order in which their outputs are ready. Skip connections between layers alone are listed.
     *
     * @param layout in what order the input's values go in; what runs and its shape do not depend on it
     */
    List<TappedComponent> of(Image image, MemoryLayout layout) throws ModelRejectedException {
        List<Run> runs = runs(image, layout);
        Set<Integer> layers =
                LayerChoice.of(network.sites(), runs.stream().map(Run::site).toList());
        List<TappedComponent> listed = new ArrayList<>();
        for (Run run : runs) {
            ComponentSite site = network.sites().get(run.site());
            boolean layer = layers.contains(site.source());
            if (layer || !site.isSkip()) {
                listed.add(tapped(run, site, layer));
            }
        }
        return listed;
    }

    private List<Run> runs(Image image, MemoryLayout layout) throws ModelRejectedException {
        List<Run> runs = new ArrayList<>();
        try (NDManager scope = network.scope()) {
            long[] steps = network.noSteps();
            Arrays.fill(steps, TwinSteps.SHAPE.code(0));
            NDArray input = network.copies(scope, image, COPIES);
            for (NDArray tap :
                    network.tryRun(input, steps, new NDList(), layout).taps()) {
                long[] numbers = tap.toLongArray();
                boolean batch = numbers.length > 3 && numbers.length <= 3 + AXES_OF_MAPS - 1 && numbers[2] == COPIES;
                if (batch && numbers[1] == FLOAT32) {
                    runs.add(new Run((int) numbers[0], Arrays.copyOfRange(numbers, 3, numbers.length)));
                }
            }
        }
        return runs;
    }

    private static TappedComponent tapped(Run run, ComponentSite site, boolean layer) {
        long[] shape = run.shape();
        boolean last = shape.length < AXES_OF_MAPS - 1
                || ON_LAST_AXIS.contains(site.type().label());
        long channels = last ? shape[shape.length - 1] : shape[0];
        long height = shape.length == 1 ? 1 : last ? shape[0] : shape[1];
        long width = shape.length < AXES_OF_MAPS - 1 ? 1 : last ? shape[1] : shape[2];
        Component component = new Component(
                site.path(),
                site.occurrence(),
                site.type(),
                layer,
                Math.toIntExact(channels),
                Math.toIntExact(height),
                Math.toIntExact(width));
        return new TappedComponent(run.site(), component, last, 1 + shape.length);
    }
}
