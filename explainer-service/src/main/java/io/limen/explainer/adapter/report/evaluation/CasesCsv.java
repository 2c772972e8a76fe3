package io.limen.explainer.adapter.report.evaluation;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.SequenceWriter;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import io.limen.explainer.application.evaluate.CaseEvaluation;
import io.limen.explainer.application.evaluate.CaseEvaluation.Evaluated;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Every number of every case, one a line (RFC 4180): what is not of a method has an empty method. */
final class CasesCsv {

    private static final String POINTS = "Dice points";

    /** One line. */
    @JsonPropertyOrder({"model", "case", "method", "metric", "value", "unit"})
    record Line(
            String model,
            @JsonProperty("case") String caseName,
            String method,
            String metric,
            double value,
            String unit) {}

    private CasesCsv() {}

    /** Writes the file. */
    static void write(Path file, List<CaseEvaluation> evaluations) throws IOException {
        CsvMapper mapper = new CsvMapper();
        try (SequenceWriter writer = mapper.writer(
                        mapper.schemaFor(Line.class).withHeader().withLineSeparator("\r\n"))
                .writeValues(file.toFile())) {
            for (CaseEvaluation evaluation : evaluations) {
                if (evaluation instanceof Evaluated pair) {
                    writer.writeAll(lines(pair));
                }
            }
        }
    }

    private static List<Line> lines(Evaluated pair) {
        List<Line> lines = new ArrayList<>();
        pair.imageDice().ifPresent(dice -> lines.add(line(pair, "", "IMAGE_DICE", dice, POINTS)));
        lines.add(line(pair, "", "REGION_DICE", pair.baselineDice(), POINTS));
        pair.methods()
                .forEach(method -> method.metrics()
                        .forEach((metric, value) ->
                                lines.add(line(pair, method.method(), metric.name(), value, metric.unit()))));
        return lines;
    }

    private static Line line(Evaluated pair, String method, String metric, double value, String unit) {
        return new Line(pair.model(), noFormula(pair.caseName()), method, metric, value, unit);
    }

    /** A file may be called what a spreadsheet takes for a formula: an apostrophe before it makes it a text. */
    private static String noFormula(String name) {
        return name.isEmpty() || "=+-@\t\r".indexOf(name.charAt(0)) < 0 ? name : "'" + name;
    }
}
