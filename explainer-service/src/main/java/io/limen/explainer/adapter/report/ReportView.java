package io.limen.explainer.adapter.report;

import java.util.List;

/**
 * Everything the page shows, as text: the template only places it.
 *
 * @param model name and version
 * @param lead the result in a sentence or two
 * @param groundTruth whether the region was scored against a human's mask
 * @param panels pictures, in reading order
 * @param scale numbers of the colour bar
 * @param figures key figures
 * @param strategy how the model perceived the case
 * @param blocks the most influential blocks, strongest first
 * @param repeat what is needed to repeat the explanation
 * @param command the command that repeats it
 * @param assumptions what was assumed about the model
 */
record ReportView(
        String model,
        String lead,
        boolean groundTruth,
        List<Panel> panels,
        Scale scale,
        List<Fact> figures,
        Strategy strategy,
        List<BlockRow> blocks,
        List<Fact> repeat,
        String command,
        List<String> assumptions) {

    /** A picture with its words; {@code png} is base64. */
    record Panel(String title, String caption, String alt, String png) {}

    /** Numbers at the ends and halves of the colour bar, Dice points; colours as CSS. */
    record Scale(
            String lowest,
            String low,
            String high,
            String highest,
            String gradient,
            String supporting,
            String hindering) {}

    /** A named value; its interval and a remark may be empty. */
    record Fact(String name, String value, String interval, String remark) {

        Fact(String name, String value, String remark) {
            this(name, value, "", remark);
        }
    }

    /** The class of strategy in words, and its features. */
    record Strategy(String title, String sentence, String certainty, List<Fact> features) {}

    /**
     * One block.
     *
     * @param bar left edge and width of the effect's bar, then of its error bar, percent of the cell
     */
    record BlockRow(
            int rank,
            String where,
            String pixels,
            String effect,
            String standardError,
            int draws,
            boolean significant,
            boolean supports,
            Bar bar) {}

    /** Geometry of a bar from zero to the effect and of the whisker of one standard error, percent of the cell's width. */
    record Bar(String left, String width, String whiskerLeft, String whiskerWidth) {}
}
