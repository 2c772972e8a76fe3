package io.limen.aggregator.domain.drift;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.Styler;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * Draws what the watch promises and what it delivers, by simulation of all features: run length to a false alarm against the
 * promised one, and delay of detection against the size of a shift of locality alone. Prints the figures as well.
 *
 * <p>Arguments: FILE.png STREAMS.
 */
public final class DriftCurves {

    private static final int REFERENCE = 100;
    private static final double PROMISED = 1_000;
    private static final double[] RUN_LENGTHS = {100, 200, 500, 1_000, 2_000};
    private static final double[] SHIFTS = {0.25, 0.5, 0.75, 1, 1.5, 2, 3};

    /** In multiples of the promised run length; the mean of streams cut off there is a little too small. */
    private static final int CUT_OFF = 10;

    private static final Set<MonitoredFeature> ALL = EnumSet.allOf(MonitoredFeature.class);

    private DriftCurves() {}

    /** Draws the picture. */
    public static void main(String[] arguments) throws IOException {
        int streams = Integer.parseInt(arguments[1]);
        FalseAlarmShares.print(5 * streams);
        BitmapEncoder.saveBitmap(
                List.of(promise(streams), delays(streams)), 1, 2, arguments[0], BitmapEncoder.BitmapFormat.PNG);
    }

    private static XYChart promise(int streams) {
        List<Double> means = new ArrayList<>();
        List<Double> errors = new ArrayList<>();
        List<Double> medians = new ArrayList<>();
        List<Double> promised = new ArrayList<>();
        SimulatedStream stream = SimulatedStream.inControl(ALL);
        for (double runLength : RUN_LENGTHS) {
            WatchSettings settings = new WatchSettings(REFERENCE, runLength);
            int most = (int) (CUT_OFF * runLength);
            RunLengths lengths = RunLengths.of(streams, seed -> stream.delay(seed, settings, most));
            System.out.printf(
                    "promised %.0f: mean run length %.0f +- %.0f, median %d, 10 %% before %d%n",
                    runLength, lengths.mean(), lengths.standardError(), lengths.quantile(0.5), lengths.quantile(0.1));
            promised.add(runLength);
            means.add(lengths.mean());
            errors.add(2 * lengths.standardError());
            medians.add((double) lengths.quantile(0.5));
        }
        XYChart chart = chart(
                "Studies between false alarms (" + streams + " streams, reference of " + REFERENCE + ")",
                "promised on average",
                "simulated");
        chart.getStyler().setXAxisLogarithmic(true).setYAxisLogarithmic(true);
        coloured(
                chart.addSeries("mean, two standard errors", array(promised), array(means), array(errors)),
                new Color(0x1F5F8B));
        line(chart, "median", promised, medians, new Color(0x8FB8D0));
        line(chart, "promised", promised, promised, new Color(0x999999)).setMarker(SeriesMarkers.NONE);
        return chart;
    }

    private static XYChart delays(int streams) {
        XYChart chart = chart(
                "Studies until a shift of locality is found (promise " + (int) PROMISED + ")",
                "shift, standard deviations",
                "studies after the shift");
        chart.getStyler().setYAxisLogarithmic(true).setYAxisMin(3.0).setYAxisMax(1_000.0);
        chart.getStyler()
                .setLegendPosition(Styler.LegendPosition.InsideNE)
                .setLegendLayout(Styler.LegendLayout.Vertical);
        delays(chart, streams, 0, new Color(0xB5651D));
        delays(chart, streams, REFERENCE, new Color(0x1F5F8B));
        return chart;
    }

    private static void delays(XYChart chart, int streams, int inControl, Color color) {
        WatchSettings settings = new WatchSettings(REFERENCE, PROMISED);
        int most = (int) PROMISED;
        List<Double> shifts = new ArrayList<>();
        List<Double> medians = new ArrayList<>();
        List<Double> slow = new ArrayList<>();
        for (double shift : SHIFTS) {
            SimulatedStream stream = new SimulatedStream(ALL, Set.of(MonitoredFeature.LOCALITY), -shift, inControl);
            RunLengths lengths = RunLengths.of(streams, seed -> stream.delay(seed, settings, most));
            System.out.printf(
                    "shift %.2f after %d studies in control: median %d, 90 %% within %d%n",
                    shift, inControl, lengths.quantile(0.5), lengths.quantile(0.9));
            shifts.add(shift);
            medians.add((double) lengths.quantile(0.5));
            slow.add((double) lengths.quantile(0.9));
        }
        String when = inControl == 0 ? "at once after the reference" : "after " + inControl + " more studies";
        line(chart, "median, " + when, shifts, medians, color);
        line(chart, "90 %, " + when, shifts, slow, color)
                .setLineStyle(
                        new BasicStroke(1.5f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, new float[] {6, 5}, 0));
    }

    private static XYSeries line(XYChart chart, String name, List<Double> x, List<Double> y, Color color) {
        return coloured(chart.addSeries(name, array(x), array(y)), color);
    }

    private static XYSeries coloured(XYSeries series, Color color) {
        series.setLineColor(color);
        series.setMarkerColor(color);
        series.setMarker(SeriesMarkers.CIRCLE);
        return series;
    }

    private static XYChart chart(String title, String x, String y) {
        XYChart chart = new XYChartBuilder()
                .width(700)
                .height(560)
                .title(title)
                .xAxisTitle(x)
                .yAxisTitle(y)
                .theme(Styler.ChartTheme.Matlab)
                .build();
        chart.getStyler()
                .setChartTitleFont(new Font(Font.SANS_SERIF, Font.BOLD, 15))
                .setLegendPosition(Styler.LegendPosition.OutsideS)
                .setLegendLayout(Styler.LegendLayout.Horizontal);
        chart.getStyler().setMarkerSize(6);
        return chart;
    }

    private static double[] array(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
