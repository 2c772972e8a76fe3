package io.limen.producer.adapter.cli;

import io.limen.producer.application.PublishReport;
import java.util.Locale;

/** The summary that ends {@code limen publish}. */
final class ReportLine {

    private ReportLine() {}

    static String of(PublishReport report) {
        String line = String.format(
                Locale.ROOT,
                "Published %d of %d cases in %.1f s, %d with ground truth, %d failed%s.",
                report.delivered(),
                report.planned(),
                report.elapsed().toMillis() / 1000.0,
                report.withGroundTruth(),
                report.failed(),
                report.earlier() == 0 ? "" : ", " + report.earlier() + " published earlier");
        return switch (report.end()) {
            case COMPLETE -> line;
            case FIRST_FAILURE -> "Stopped at the first failure. " + line;
            case INTERRUPTED -> "Stopped. " + line;
            case NOT_RECORDED -> "Not on record. " + line;
            case BROKEN -> "Broke off. " + line;
            case STORE_LOST -> "Gave up, the image store no longer answers. " + line;
            case BROKER_LOST -> "Gave up, the broker no longer answers. " + line;
        };
    }
}
