package io.limen.explainer.adapter.report;

import io.quarkus.qute.RawString;
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
 * @param trust how far the map can be trusted, a sentence each; empty when it was not checked
 * @param blocks the most influential blocks, strongest first
 * @param repeat what is needed to repeat the explanation
 * @param command the command that repeats it
 * @param assumptions what was assumed about the model
 * @param network what was found inside the network; null when nobody asked
 */
record ReportView(
        String model,
        String lead,
        boolean groundTruth,
        List<Panel> panels,
        Scale scale,
        List<Fact> figures,
        Strategy strategy,
        List<String> trust,
        List<BlockRow> blocks,
        List<Fact> repeat,
        String command,
        List<String> assumptions,
        Network network) {

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

    /**
     * The inside of the network.
     *
     * @param reason why there is nothing to see; empty when there is
     * @param lead the result in a sentence or two
     * @param svg the picture, markup: the one value that is not escaped
     * @param labelled whether the picture has names and numbers in it
     * @param kind of the effects that colour the picture
     * @param scale of the picture
     * @param rows of the table, in the order of execution, or the strongest
     * @param all every row where the table shows only the strongest, else none
     * @param channels that were verified, in the order of their gradients
     * @param agreement of the gradient with interventions, in words
     * @param forwards what it cost
     */
    record Network(
            String reason,
            String lead,
            RawString svg,
            boolean labelled,
            String kind,
            Scale scale,
            List<ComponentRow> rows,
            List<ComponentRow> all,
            List<ChannelRow> channels,
            String agreement,
            String forwards) {

        static Network nothing(String reason) {
            return new Network(reason, "", new RawString(""), false, "", null, List.of(), List.of(), List.of(), "", "");
        }
    }

    /**
     * One stage or skip connection.
     *
     * @param number in the picture; empty for a skip connection
     * @param strength of the effect that gives the colour, percentage points, to sort by
     * @param bar of that effect; null when it was not measured
     */
    record ComponentRow(
            String number,
            String name,
            String type,
            String shape,
            String resample,
            String mean,
            String zero,
            String draws,
            double strength,
            boolean supports,
            Bar bar) {}

    /** One verified channel: what the gradient predicts of zeroing it, and what was measured. */
    record ChannelRow(String name, String where, String predicted, String zero, String mean, String resample) {}

    /** Geometry of a bar from zero to the effect and of the whisker of one standard error, percent of the cell's width. */
    record Bar(String left, String width, String whiskerLeft, String whiskerWidth) {}
}
