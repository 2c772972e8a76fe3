package io.limen.explainer.application.evaluate.summary;

import io.limen.explainer.domain.comparison.CaseTotals;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.IntStream;

/** Sums up what was measured of models, case by case; a case without a measurement is left out. */
record CaseSums(List<String> cases, List<String> models) {

    /** One value per pair. @param value of a model, then a case; empty where there is none */
    CaseTotals of(BiFunction<String, String, Optional<Double>> value) {
        double[][] sums = rows(1, (model, name) -> value.apply(model, name).map(one -> new double[] {one}));
        return new CaseTotals(
                column(sums, 1),
                Arrays.stream(sums).mapToInt(row -> (int) row[0]).toArray());
    }

    /**
     * Several values per pair.
     *
     * @param width how many
     * @param values of a model, then a case; empty where one is missing
     * @return per case with a pair: number of pairs, and the sums of the values
     */
    double[][] rows(int width, BiFunction<String, String, Optional<double[]>> values) {
        return cases.stream()
                .map(name -> row(width, name, values))
                .filter(row -> row[0] > 0)
                .toArray(double[][]::new);
    }

    private double[] row(int width, String name, BiFunction<String, String, Optional<double[]>> values) {
        double[] row = new double[1 + width];
        for (String model : models) {
            Optional<double[]> found = values.apply(model, name);
            if (found.isPresent()) {
                row[0]++;
                IntStream.range(0, width).forEach(i -> row[1 + i] += found.get()[i]);
            }
        }
        return row;
    }

    /** One column of such rows. */
    static double[] column(double[][] rows, int column) {
        return Arrays.stream(rows).mapToDouble(row -> row[column]).toArray();
    }
}
