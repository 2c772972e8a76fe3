package io.limen.aggregator.application.report;

import io.limen.aggregator.domain.report.ReportedAlert;
import io.limen.aggregator.domain.report.ReportedCase;
import java.util.List;
import java.util.SortedMap;

/**
 * What the topics still hold of a period.
 *
 * @param cases of the period, as wanted
 * @param alerts that were open within the period
 * @param leftOut records that are not in the cases, by why
 * @param cut whether there were more explanations than may be held
 * @param beginningGone whether older records of the period may have been deleted
 * @param read what was read
 */
public record Retained(
        List<ReportedCase> cases,
        List<ReportedAlert> alerts,
        SortedMap<String, Long> leftOut,
        boolean cut,
        boolean beginningGone,
        List<ReadRange> read) {

    /** Why an alert is not in the report although the topic has it. */
    public static final String UNREADABLE_ALERTS = "of alerts and acknowledgements that can't be read";

    /**
     * A part of a topic.
     *
     * @param from the first offset
     * @param to the first offset behind it
     */
    public record ReadRange(String topic, int partition, long from, long to) {}

    public Retained {
        cases = List.copyOf(cases);
        alerts = List.copyOf(alerts);
        read = List.copyOf(read);
    }
}
