package io.limen.producer.domain.pairing;

import java.util.List;
import java.util.Objects;

/** What a file is in a layout. Files of one key belong together. */
public sealed interface Role {

    /**
     * An image.
     *
     * @param key what the masks of this image bear, too
     */
    record Image(String key) implements Role {

        public Image {
            Objects.requireNonNull(key, "key");
        }
    }

    /**
     * A mask.
     *
     * @param keys what it may be meant by, the first that an image has: with the suffix that marks a mask, then without
     */
    record Mask(List<String> keys) implements Role {

        public Mask {
            keys = List.copyOf(keys);
        }
    }

    /**
     * A mask that the deployed model made.
     *
     * @param keys as of a mask
     */
    record Prediction(List<String> keys) implements Role {

        public Prediction {
            keys = List.copyOf(keys);
        }
    }

    /**
     * Known to the layout, and nothing to publish.
     *
     * @param what for a line to the user, in the plural: fields of view
     */
    record Companion(String what) implements Role {

        public Companion {
            Objects.requireNonNull(what, "what");
        }
    }

    /** Nothing that the layout knows. */
    record Stranger() implements Role {}
}
