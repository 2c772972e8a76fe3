package io.limen.producer.domain.phantom;

/**
 * Turns tissue into colours by the Beer-Lambert law: colour = dermis * exp(-(melanin * M + blood * H)) per display channel.
 * Both absorb more towards the blue; melanin is the stronger one in red. M and H are fitted by eye to dermoscopy, not
 * measured spectra.
 */
final class Optics {

    private static final Colour DERMIS = new Colour(0.96, 0.90, 0.90);
    private static final Colour MELANIN = new Colour(0.50, 1.0, 1.2);
    private static final Colour BLOOD = new Colour(0.10, 0.90, 0.74);
    private static final Colour VEIL = new Colour(0.47, 0.47, 0.56);
    private static final Colour SCAR = new Colour(0.90, 0.80, 0.80);

    private Optics() {}

    static Picture picture(Tissue tissue) {
        Picture picture = new Picture(tissue.grid);
        for (int i = 0; i < tissue.grid.length(); i++) {
            picture.set(i, colour(tissue, i));
        }
        return picture;
    }

    private static Colour colour(Tissue tissue, int i) {
        Colour absorbed = new Colour(
                DERMIS.red() * passed(tissue, i, MELANIN.red(), BLOOD.red()),
                DERMIS.green() * passed(tissue, i, MELANIN.green(), BLOOD.green()),
                DERMIS.blue() * passed(tissue, i, MELANIN.blue(), BLOOD.blue()));
        return absorbed.towards(VEIL, tissue.veil[i]).towards(SCAR, tissue.scar[i]);
    }

    private static double passed(Tissue tissue, int i, double melanin, double blood) {
        return StrictMath.exp(-(tissue.melanin[i] * melanin + tissue.blood[i] * blood));
    }
}
