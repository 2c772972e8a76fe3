package io.limen.explainer.domain.component;

/**
 * A part of a network: the output of one call of a submodule, or one use of such an output further on (a skip
 * connection).
 *
 * @param path the submodule's attribute path from the root, for instance {@code enc1.conv1.0}; of a skip connection, who
 *     reads the output comes behind an arrow: {@code enc1->dec1}, {@code enc1->cat}
 * @param occurrence which call of that submodule, in the order of execution, from 0
 * @param type submodule or skip connection
 * @param layer whether it is one of the network's outermost stages or a skip connection between them: the level at which a network is drawn
 * @param channels of the output, 1 or more
 * @param height rows of the output for the image that was asked about; for tokens, their number
 * @param width columns of the output for the image that was asked about; for tokens, 1
 */
public record Component(
        String path, int occurrence, ComponentType type, boolean layer, int channels, int height, int width) {

    public Component {
        if (path.isEmpty() || occurrence < 0 || channels < 1 || height < 1 || width < 1) {
            throw new IllegalArgumentException(
                    "Component: '" + path + "' " + occurrence + ", " + channels + "x" + height + "x" + width);
        }
    }

    /** The path, with {@code #2} behind it for a second call: unique within a network. */
    public String name() {
        return occurrence == 0 ? path : path + "#" + (occurrence + 1);
    }

    /** Whether it is a later use of another component's output. */
    public boolean isSkip() {
        return type instanceof ComponentType.SkipConnection;
    }

    /** Values of the output for one image. */
    public long size() {
        return (long) channels * height * width;
    }
}
