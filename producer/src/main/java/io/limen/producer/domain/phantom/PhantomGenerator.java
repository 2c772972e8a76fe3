package io.limen.producer.domain.phantom;

import java.util.Set;
import java.util.SplittableRandom;

/**
 * Makes phantoms of one mix. The same mix, size and seed give the same picture, bit for bit, on every machine. Each part
 * of a picture has a random stream of its own, so that the same seed under another mix keeps its lesion.
 */
public final class PhantomGenerator {

    private static final int SMALLEST_PX = 32;

    private static final int LARGEST_PX = 2048;

    private final PhantomMix mix;

    public PhantomGenerator(PhantomMix mix) {
        this.mix = mix;
    }

    /**
     * Makes one phantom.
     *
     * @param size width and height in pixels, 32 to 2048
     * @param seed chooses lesion, skin and artefacts
     */
    public Phantom generate(int size, long seed) {
        if (!(size >= SMALLEST_PX && size <= LARGEST_PX)) {
            throw new IllegalArgumentException("size: " + size);
        }
        SplittableRandom random = new SplittableRandom(seed);
        Set<Artefact> artefacts = Artefact.draw(mix, random.split());
        Skin skin = new Skin(mix.skinTone(), random.split());
        LesionShape shape = new LesionShape(random.split());
        Pigment pigment = new Pigment(shape, random.split());
        Illumination illumination = new Illumination(mix.warmth(), random.split());
        Camera camera = new Camera(random.split());

        Tissue tissue = new Tissue(new Grid(size * Camera.SUPERSAMPLING));
        float[] depths = shape.depths(tissue.grid);
        skin.paint(tissue);
        pigment.paint(tissue, depths);
        Picture picture = Optics.picture(tissue);
        for (Artefact artefact : Artefact.values()) {
            SplittableRandom own = random.split();
            if (artefacts.contains(artefact)) {
                artefact.overlay(own).paint(picture);
            }
        }
        illumination.paint(picture);
        return new Phantom(size, camera.expose(picture, size), mask(depths, picture.hidden, size));
    }

    /** True where at least half of a pixel is lesion and in sight; the largest connected region. */
    private static boolean[] mask(float[] depths, boolean[] hidden, int size) {
        int side = size * Camera.SUPERSAMPLING;
        int[] votes = new int[size * size];
        for (int i = 0; i < depths.length; i++) {
            if (depths[i] > 0 && !hidden[i]) {
                votes[i / side / Camera.SUPERSAMPLING * size + i % side / Camera.SUPERSAMPLING]++;
            }
        }
        boolean[] mask = new boolean[size * size];
        for (int i = 0; i < mask.length; i++) {
            mask[i] = 2 * votes[i] >= Camera.SUPERSAMPLING * Camera.SUPERSAMPLING;
        }
        return ConnectedRegion.largest(mask, size);
    }
}
