package io.limen.producer.domain.phantom;

import java.util.EnumSet;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** Things in a picture that are not the skin; painted in this order. */
enum Artefact {
    HAIR(PhantomMix::hair, Hair::new),
    GEL_BUBBLES(PhantomMix::gelBubbles, GelBubbles::new),
    RULER(PhantomMix::ruler, Ruler::new),
    COLOUR_CHART(PhantomMix::colourChart, ColourChart::new),
    VIGNETTE(PhantomMix::vignette, Vignette::new),
    CORNER_STICKER(PhantomMix::cornerSticker, CornerSticker::new);

    private final ToDoubleFunction<PhantomMix> probability;
    private final Function<SplittableRandom, Overlay> overlay;

    Artefact(ToDoubleFunction<PhantomMix> probability, Function<SplittableRandom, Overlay> overlay) {
        this.probability = probability;
        this.overlay = overlay;
    }

    Overlay overlay(SplittableRandom random) {
        return overlay.apply(random);
    }

    /** Draws which artefacts a picture has, each by its own probability; a change of one leaves the others as they were. */
    static Set<Artefact> draw(PhantomMix mix, SplittableRandom random) {
        Set<Artefact> drawn = EnumSet.noneOf(Artefact.class);
        for (Artefact artefact : values()) {
            if (random.nextDouble() < artefact.probability.applyAsDouble(mix)) {
                drawn.add(artefact);
            }
        }
        return drawn;
    }
}
