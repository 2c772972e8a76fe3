package io.limen.aggregator.domain.window;

/**
 * The newest explanations by number, in the order in which they came: ten full panes of a tenth of the number each, and the
 * one that fills, so the last n to n + n/10 - 1. Fewer while fewer have come.
 *
 * @param last how many at least; a multiple of 10, 10 or more
 */
public record CountWindow(int last) {

    /** Full panes and the one that fills. */
    public static final int PANES = 11;

    public CountWindow {
        if (last < 10 || last % 10 != 0) {
            throw new IllegalArgumentException("CountWindow: " + last);
        }
    }

    /** The window with the next multiple of ten. */
    public static CountWindow atLeast(int explanations) {
        return new CountWindow(Math.max(1, (explanations + 9) / 10) * 10);
    }

    /** Explanations per pane. */
    public int paneSize() {
        return last / 10;
    }

    /** Number of the pane that the explanation belongs to, which so many came before. */
    public long paneOf(long before) {
        return before / paneSize();
    }

    /** Number of the first pane of the window after so many explanations. */
    public long firstPane(long counted) {
        return Math.max(0, paneOf(counted) - PANES + 1);
    }

    /** Which of {@link #PANES} places the pane takes; the one that had it is out of the window. */
    public static int placeOf(long pane) {
        return (int) (pane % PANES);
    }
}
