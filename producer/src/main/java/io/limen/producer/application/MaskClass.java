package io.limen.producer.application;

/** A class of masks with several. */
public sealed interface MaskClass {

    /**
     * By its value in masks.
     *
     * @param value 1 or more
     */
    record Value(int value) implements MaskClass {

        public Value {
            if (!(value >= 1)) {
                throw new IllegalArgumentException("MaskClass: " + value);
            }
        }
    }

    /**
     * By its name in the data set's own description.
     *
     * @param name as the user writes it
     */
    record Named(String name) implements MaskClass {

        public Named {
            if (name.isBlank()) {
                throw new IllegalArgumentException("MaskClass: no name");
            }
        }
    }
}
