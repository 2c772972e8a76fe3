package io.limen.producer.application;

/** Port: a new folder of images and masks. */
public interface PhantomFolder {

    /**
     * Writes a pair.
     *
     * @param name what image and mask have in common, without extension
     */
    void write(String name, byte[] imagePng, byte[] maskPng);

    /**
     * Writes which pixels of a planted phantom misled on purpose.
     *
     * @param name that of its image
     */
    void writeCause(String name, byte[] causePng);
}
