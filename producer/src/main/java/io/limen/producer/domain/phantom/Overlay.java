package io.limen.producer.domain.phantom;

/** Something between the skin and the camera, painted over the picture. */
@FunctionalInterface
interface Overlay {
    void paint(Picture picture);
}
