package io.limen.producer.domain.phantom;

/**
 * A display colour, each part in [0, 1].
 */
record Colour(double red, double green, double blue) {

    Colour scaled(double factor) {
        return new Colour(red * factor, green * factor, blue * factor);
    }

    Colour towards(Colour other, double share) {
        return new Colour(
                Curve.mix(red, other.red, share),
                Curve.mix(green, other.green, share),
                Curve.mix(blue, other.blue, share));
    }
}
