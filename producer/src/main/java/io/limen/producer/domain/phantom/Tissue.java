package io.limen.producer.domain.phantom;

/**
 * What the light meets in skin and lesion, one value per pixel of a grid.
 *
 * <p>{@code melanin} and {@code blood} are optical densities (0: none, 1: much). {@code veil} (pigment seen through
 * scattering layers: blue-grey) and {@code scar} (regression: pale, fibrous) are shares in [0, 1].
 */
final class Tissue {

    final Grid grid;
    final float[] melanin;
    final float[] blood;
    final float[] veil;
    final float[] scar;

    Tissue(Grid grid) {
        this.grid = grid;
        this.melanin = new float[grid.length()];
        this.blood = new float[grid.length()];
        this.veil = new float[grid.length()];
        this.scar = new float[grid.length()];
    }
}
