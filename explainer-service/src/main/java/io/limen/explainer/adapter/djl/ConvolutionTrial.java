package io.limen.explainer.adapter.djl;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import io.limen.explainer.application.ModelRejectedException;
import java.util.SplittableRandom;

/**
 * One convolution, there and back, by libtorch and by plain loops. libtorch has been seen to compute another one than was
 * asked for, silently: docs/decisions/0025.
 *
 * @param inputs channels in; what is no multiple of the 8 or 16 that fill a register is padded, which is what goes wrong
 * @param outputs channels out
 * @param kernel height and width, px, odd
 */
record ConvolutionTrial(int inputs, int outputs, int kernel) {

    /** libtorch leaves what is smaller, and a single image, to other code. */
    private static final int IMAGES = 2;

    private static final int HEIGHT = 24;
    private static final int WIDTH = 20;

    /**
     * How far libtorch is off, as a share of the largest value: below 1e-5 where it computes in 32 bits, below 1e-2 where a GPU
     * rounds its factors to 10; of order 1 where it is wrong. NaN where it returns one.
     */
    double error(Device device, MemoryLayout layout) throws ModelRejectedException {
        SplittableRandom random = new SplittableRandom(1);
        float[] images = noise(random, IMAGES * inputs * HEIGHT * WIDTH);
        float[] weights = noise(random, outputs * inputs * kernel * kernel);
        float[] direction = noise(random, IMAGES * outputs * HEIGHT * WIDTH);
        try (NDManager scope = NDManager.newBaseManager(device, "PyTorch")) {
            return Autograd.recording(() -> {
                NDArray input = scope.create(images, shape(inputs));
                input.setRequiresGradient(true);
                NDArray output = convolution(scope, inOrder(input, layout), weights);
                JniUtils.backward(
                        (PtNDArray) output, (PtNDArray) scope.create(direction, shape(outputs)), false, false);
                float[] there = new float[direction.length];
                float[] back = new float[images.length];
                convolve(images, weights, direction, there, back);
                return Math.max(
                        distance(output.toFloatArray(), there),
                        distance(input.getGradient().toFloatArray(), back));
            });
        }
    }

    /** A copy of the same values in another order of memory, with the way back; a sum, for what a product is kept by is let go of too early (RecordedPass). */
    private static NDArray inOrder(NDArray input, MemoryLayout layout) {
        return layout == MemoryLayout.PLAIN
                ? input.add(0f)
                : input.transpose(0, 2, 3, 1)
                        .reshape(-1)
                        .reshape(IMAGES, HEIGHT, WIDTH, -1)
                        .transpose(0, 3, 1, 2);
    }

    private NDArray convolution(NDManager scope, NDArray input, float[] weights) {
        Shape stride = new Shape(1, 1);
        Shape padding = new Shape(kernel / 2, kernel / 2);
        return Conv2d.conv2d(
                        input,
                        scope.create(weights, new Shape(outputs, inputs, kernel, kernel)),
                        scope.zeros(new Shape(outputs)),
                        stride,
                        padding,
                        stride)
                .singletonOrThrow();
    }

    /** Both ways by the definition: what goes from a pixel to another by a weight comes back by the same. */
    private void convolve(float[] images, float[] weights, float[] direction, float[] there, float[] back) {
        for (int to = 0; to < there.length; to++) {
            int x = to % WIDTH;
            int y = to / WIDTH % HEIGHT;
            int output = to / (WIDTH * HEIGHT) % outputs;
            int image = to / (WIDTH * HEIGHT * outputs);
            for (int weight = 0; weight < inputs * kernel * kernel; weight++) {
                int fromX = x + weight % kernel - kernel / 2;
                int fromY = y + weight / kernel % kernel - kernel / 2;
                if (fromX >= 0 && fromX < WIDTH && fromY >= 0 && fromY < HEIGHT) {
                    int input = weight / (kernel * kernel);
                    int from = ((image * inputs + input) * HEIGHT + fromY) * WIDTH + fromX;
                    float factor = weights[output * inputs * kernel * kernel + weight];
                    there[to] += factor * images[from];
                    back[from] += factor * direction[to];
                }
            }
        }
    }

    private static double distance(float[] actual, float[] expected) {
        double largest = 0;
        double apart = 0;
        for (int i = 0; i < expected.length; i++) {
            largest = Math.max(largest, Math.abs(expected[i]));
            apart = Math.max(apart, Math.abs((double) actual[i] - expected[i]));
        }
        return apart / largest;
    }

    private static Shape shape(int channels) {
        return new Shape(IMAGES, channels, HEIGHT, WIDTH);
    }

    private static float[] noise(SplittableRandom random, int length) {
        float[] noise = new float[length];
        for (int i = 0; i < length; i++) {
            noise[i] = (float) random.nextDouble(-1, 1);
        }
        return noise;
    }
}
