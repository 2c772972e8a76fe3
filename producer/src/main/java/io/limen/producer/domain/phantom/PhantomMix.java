package io.limen.producer.domain.phantom;

/**
 * What a stream of phantoms is made of: how often each artefact appears, and on which skin under which light.
 *
 * @param hair probability of hair across the picture, in [0, 1]
 * @param vignette probability of the dark corners that the round field of a dermatoscope leaves, in [0, 1]
 * @param gelBubbles probability of bubbles in the contact gel, in [0, 1]
 * @param ruler probability of a ruler's ticks at an edge, in [0, 1]
 * @param colourChart probability of colour chart patches at an edge, in [0, 1]
 * @param cornerSticker probability of a small colour sticker in a corner, in [0, 1]
 * @param skinTone melanin of the skin around the lesion, 0 (very fair) to 1 (dark)
 * @param warmth colour of the light, -1 (bluish) to 1 (reddish)
 */
public record PhantomMix(
        double hair,
        double vignette,
        double gelBubbles,
        double ruler,
        double colourChart,
        double cornerSticker,
        Range skinTone,
        Range warmth) {

    public PhantomMix {
        probability("hair", hair);
        probability("vignette", vignette);
        probability("gelBubbles", gelBubbles);
        probability("ruler", ruler);
        probability("colourChart", colourChart);
        probability("cornerSticker", cornerSticker);
        if (!(skinTone.from() >= 0 && skinTone.to() <= 1)) {
            throw new IllegalArgumentException("skinTone: " + skinTone);
        }
        if (!(warmth.from() >= -1 && warmth.to() <= 1)) {
            throw new IllegalArgumentException("warmth: " + warmth);
        }
    }

    /** The usual clinic: fair skin, some hair, now and then a bubble; rulers and charts are rare. */
    public static PhantomMix steady() {
        return new PhantomMix(0.4, 0.2, 0.15, 0.1, 0.05, 0, new Range(0.0, 0.25), new Range(-0.7, 0.9));
    }

    /** The clinic after a change of habits: charts and rulers in most pictures, darker skin, colder light. */
    public static PhantomMix drifted() {
        return new PhantomMix(0.4, 0.4, 0.25, 0.7, 0.75, 0, new Range(0.25, 0.7), new Range(-1.0, 0.1));
    }

    /** The usual clinic, which has begun to put a colour sticker into a corner of every picture. Nothing else changes. */
    public static PhantomMix stickered() {
        PhantomMix usual = steady();
        return new PhantomMix(
                usual.hair,
                usual.vignette,
                usual.gelBubbles,
                usual.ruler,
                usual.colourChart,
                1,
                usual.skinTone,
                usual.warmth);
    }

    private static void probability(String name, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException(name + ": " + value);
        }
    }
}
