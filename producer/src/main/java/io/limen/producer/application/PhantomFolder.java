package io.limen.producer.application;

/** Port: a new folder of images and masks. */
public interface PhantomFolder {

    /**
     * Writes a pair.
     *
     * @param name what image and mask have in common, without extension
     */
    void write(String name, byte[] imagePng, byte[] maskPng);
}
