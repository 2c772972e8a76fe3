package io.limen.explainer.adapter.djl;

import io.limen.explainer.application.ModelDescription.Normalisation;
import io.limen.explainer.domain.image.Image;
import java.util.List;

/** Brings values in [0,1] to what a model expects: (value - mean) / deviation, per channel. */
final class Normalising {

    private Normalising() {}

    /** Some values of one channel, in place. */
    static void line(float[] values, int start, int length, int channel, Normalisation normalisation) {
        float mean = normalisation.mean()[channel];
        float std = normalisation.std()[channel];
        for (int i = start; i < start + length; i++) {
            values[i] = (values[i] - mean) / std;
        }
    }

    /** All values of [channels, ...], in place. */
    static void planes(float[] values, int channels, Normalisation normalisation) {
        int plane = values.length / channels;
        for (int channel = 0; channel < channels; channel++) {
            line(values, channel * plane, plane, channel, normalisation);
        }
    }

    /** Images of one size, at least one, as copies: [images, channels, height, width], row-major. */
    static float[] images(List<Image> images, Normalisation normalisation) {
        int size = images.get(0).pixels().length;
        float[] values = new float[images.size() * size];
        for (int i = 0; i < images.size(); i++) {
            float[] planes = images.get(i).pixels().clone();
            planes(planes, images.get(i).channels(), normalisation);
            System.arraycopy(planes, 0, values, i * size, size);
        }
        return values;
    }
}
