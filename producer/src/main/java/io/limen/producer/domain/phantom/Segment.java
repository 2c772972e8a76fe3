package io.limen.producer.domain.phantom;

/** A straight stroke from one place to another, unit coordinates. */
record Segment(double startX, double startY, double endX, double endY) {

    /** Draws into a layer of coverages, keeping the larger one, with an edge of one pixel. */
    void draw(float[] layer, Grid grid, double halfWidth, double strength) {
        double edge = 1.0 / grid.side();
        double reach = halfWidth + edge;
        Grid.Box box = new Grid.Box(
                Math.min(startX, endX) - reach,
                Math.min(startY, endY) - reach,
                Math.max(startX, endX) + reach,
                Math.max(startY, endY) + reach);
        grid.each(box, (i, x, y) -> {
            double coverage = strength * Curve.clamp((halfWidth + edge / 2 - distance(x, y)) / edge);
            layer[i] = (float) Math.max(layer[i], coverage);
        });
    }

    double distance(double x, double y) {
        double dx = endX - startX;
        double dy = endY - startY;
        double squared = dx * dx + dy * dy;
        double along = squared == 0 ? 0 : Curve.clamp(((x - startX) * dx + (y - startY) * dy) / squared);
        double offX = x - startX - along * dx;
        double offY = y - startY - along * dy;
        return Math.sqrt(offX * offX + offY * offY);
    }
}
