package io.limen.producer.domain.phantom;

import java.util.SplittableRandom;

/** Fills a lesion's shape with pigment, network, globules, blotches, veil, regression and blood. */
final class Pigment {

    private final LesionShape shape;
    private final LesionKind kind;
    private final double body;
    private final double centreDarkening;
    private final double cellsPerUnit;
    private final double networkAmount;
    private final double globuleAmount;
    private final GradientNoise mottling;
    private final GradientNoise patches;
    private final GradientNoise zones;
    private final CellNoise network;
    private final CellNoise globules;

    Pigment(LesionShape shape, SplittableRandom random) {
        this.shape = shape;
        this.kind = LesionKind.draw(random);
        this.body = kind.melanin.draw(random);
        this.centreDarkening = -0.2 + 2.2 * random.nextDouble();
        this.cellsPerUnit = 38 + 30 * random.nextDouble();
        this.networkAmount = kind.network * (0.4 + 0.6 * random.nextDouble());
        this.globuleAmount = kind.globules * (0.4 + 0.6 * random.nextDouble());
        this.mottling = GradientNoise.draw(random);
        this.patches = GradientNoise.draw(random);
        this.zones = GradientNoise.draw(random);
        this.network = CellNoise.draw(random);
        this.globules = CellNoise.draw(random);
    }

    void paint(Tissue tissue, float[] depths) {
        tissue.grid.each((i, x, y) -> {
            double coverage = shape.coverage(depths[i], x, y);
            if (coverage > 0) {
                paint(tissue, i, coverage, new Spot(x, y, Curve.clamp(depths[i] / shape.radius())));
            }
        });
    }

    /** A place in the lesion; {@code depth} 0 at the border, towards 1 in the middle. */
    private record Spot(double x, double y, double depth) {}

    private void paint(Tissue tissue, int i, double coverage, Spot spot) {
        double melanin = melanin(spot);
        double veil = kind.veil * zone(spot, 0, 1.6) * Curve.ramp(0.08, 0.3, spot.depth());
        double scar = kind.scar * zone(spot, 30, 1.8);
        tissue.melanin[i] += (float) (coverage * melanin * (1 - 0.85 * scar));
        tissue.blood[i] += (float) (coverage * kind.blood * pooling(spot));
        tissue.veil[i] = (float) Curve.clamp(0.75 * coverage * veil);
        tissue.scar[i] = (float) Curve.clamp(0.4 * coverage * scar);
    }

    private double melanin(Spot spot) {
        double mottled = 1 + 0.6 * mottling.fractal(spot.x() * 11, spot.y() * 11, 5);
        double melanin = body * (1 + centreDarkening * (spot.depth() - 0.3)) * mottled * asymmetry(spot);
        melanin += body * kind.blotches * zone(spot, 60, 1.4);
        melanin += body * networkAmount * net(spot);
        melanin += body * globuleAmount * globule(spot);
        return Math.max(0.05, melanin);
    }

    /** One side darker than the other: noise about as large as the lesion. */
    private double asymmetry(Spot spot) {
        double east = (spot.x() - shape.centreX()) / shape.radius();
        double south = (spot.y() - shape.centreY()) / shape.radius();
        return 1 + 0.8 * patches.fractal(east + 7, south, 3);
    }

    /** Blood gathers in lacunae, more of it in the middle. */
    private double pooling(Spot spot) {
        double lacunae = zones.fractal(spot.x() * 9, spot.y() * 9 + 80, 4);
        return Math.max(0.2, 0.8 + 0.3 * spot.depth() + 0.9 * lacunae);
    }

    /** A zone of the lesion, 0 or 1 with soft borders, about a third of it; {@code offset} separates independent zones. */
    private double zone(Spot spot, double offset, double zonesPerRadius) {
        double scale = zonesPerRadius / shape.radius();
        double value =
                zones.fractal((spot.x() - shape.centreX()) * scale + offset, (spot.y() - shape.centreY()) * scale, 4);
        return Curve.ramp(0.0, 0.6, value);
    }

    /** Lines of a network minus their mean, strongest towards the border. */
    private double net(Spot spot) {
        double bend = 0.6 * patches.fractal(spot.x() * 22, spot.y() * 22, 2);
        double wall = network.at(spot.x() * cellsPerUnit + bend, spot.y() * cellsPerUnit - bend)
                .wall(0.5);
        double strength =
                Curve.clamp(0.75 + 0.7 * patches.at(spot.x() * 6 + 20, spot.y() * 6)) * (1 - 0.5 * spot.depth());
        return strength * 0.8 * (wall - 0.45);
    }

    private double globule(Spot spot) {
        CellNoise.Cell cell = globules.at(spot.x() * cellsPerUnit * 0.75, spot.y() * cellsPerUnit * 0.75);
        double present = Curve.ramp(-0.2, 0.25, patches.at(spot.x() * 5, spot.y() * 5 + 33));
        return present * cell.disc(0.25 + 0.3 * cell.character());
    }
}
