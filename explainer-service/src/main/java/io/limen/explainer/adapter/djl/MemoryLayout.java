package io.limen.explainer.adapter.djl;

/** In what order a model gets the values of its input. */
enum MemoryLayout {
    /** [batch, channel, height, width], as the model was written for. */
    PLAIN,

    /** The same values with the channels of a pixel side by side, by way of a second method beside the model's own. */
    CHANNELS_LAST
}
