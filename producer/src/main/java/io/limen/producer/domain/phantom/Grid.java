package io.limen.producer.domain.phantom;

/**
 * The pixels a phantom is painted on, row-major, with their places in the unit square.
 *
 * @param side width and height in pixels
 */
record Grid(int side) {

    /** Called for every pixel: its index and the unit coordinates of its centre. */
    @FunctionalInterface
    interface Visitor {
        void at(int index, double x, double y);
    }

    int length() {
        return side * side;
    }

    void each(Visitor visitor) {
        each(new Box(0, 0, 1, 1), visitor);
    }

    /** Visits the pixels whose row and column touch a box; what lies outside the picture is left out. */
    void each(Box box, Visitor visitor) {
        for (int row = first(box.top()); row < last(box.bottom()); row++) {
            for (int column = first(box.left()); column < last(box.right()); column++) {
                visitor.at(row * side + column, (column + 0.5) / side, (row + 0.5) / side);
            }
        }
    }

    private int first(double coordinate) {
        return (int) Math.max(0, Math.floor(coordinate * side));
    }

    private int last(double coordinate) {
        return (int) Math.min(side, Math.ceil(coordinate * side));
    }

    /** A rectangle in unit coordinates. */
    record Box(double left, double top, double right, double bottom) {

        static Box around(double x, double y, double reach) {
            return new Box(x - reach, y - reach, x + reach, y + reach);
        }
    }
}
