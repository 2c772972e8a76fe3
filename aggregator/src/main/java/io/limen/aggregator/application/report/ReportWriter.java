package io.limen.aggregator.application.report;

import io.limen.aggregator.domain.report.PeriodReport;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Port: where a report is written to. */
@FunctionalInterface
public interface ReportWriter {

    /**
     * What a report is made of.
     *
     * @param request what was asked for
     * @param retained what the topics held of it
     * @param report what it comes to
     * @param limits that versions were held against
     * @param madeAt when
     */
    record Content(
            ReportRequest request,
            Retained retained,
            PeriodReport report,
            Optional<StatedLimits> limits,
            Instant madeAt) {}

    /**
     * Writes it, replacing an earlier one.
     *
     * @param folder is there
     * @return the files
     */
    List<Path> write(Path folder, Content content) throws IOException;
}
