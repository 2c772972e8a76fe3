package io.limen.aggregator.adapter.retained;

import io.limen.aggregator.application.report.ReportRequest;
import io.limen.aggregator.domain.report.ReportedCase;
import io.limen.schemas.Attribution;
import io.limen.schemas.SingleObjectSerde;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.common.errors.SerializationException;

/** Takes attributions that a report is on, each once, no more than may be held; counts what it leaves out, and why. */
final class CaseCollector {

    /** Each has a section of the page. */
    private static final int MOST_MODELS = 200;

    private final ReportRequest request;
    private final SingleObjectSerde<Attribution> serde = SingleObjectSerde.attribution();
    private final List<ReportedCase> cases = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();
    private final Set<String> models = new HashSet<>();
    private final SortedMap<String, Long> leftOut = new TreeMap<>();
    private boolean cut;

    CaseCollector(ReportRequest request) {
        this.request = request;
    }

    /** @param value of a record; may be null */
    void take(byte[] value) {
        ReportedCase one;
        try {
            one = CaseReading.of(serde.decode(value == null ? new byte[0] : value));
        } catch (SerializationException e) {
            leaveOut("not readable");
            return;
        } catch (IllegalArgumentException e) {
            leaveOut("with numbers or names that can't be");
            return;
        }
        if (!request.period().holds(one.segmentedAt())) {
            leaveOut("segmented outside the period");
        } else if (!request.wants(one.model(), one.group().site())) {
            leaveOut("of other models or sites");
        } else if (!models.contains(one.model()) && models.size() >= MOST_MODELS) {
            leaveOut("of more than " + MOST_MODELS + " models");
        } else if (seen.contains(identity(one))) {
            leaveOut("repeated");
        } else if (cases.size() >= request.mostExplanations()) {
            cut = true;
            leaveOut("more than the report may hold (--most)");
        } else {
            seen.add(identity(one));
            models.add(one.model());
            cases.add(one);
        }
    }

    List<ReportedCase> cases() {
        return cases;
    }

    SortedMap<String, Long> leftOut() {
        return leftOut;
    }

    boolean cut() {
        return cut;
    }

    /** One more record is not in the cases. */
    void leaveOut(String why) {
        leftOut.merge(why, 1L, Long::sum);
    }

    private static String identity(ReportedCase one) {
        return one.explanationId() + "/" + one.group().site().length() + "/"
                + one.group().site() + "/" + one.caseId();
    }
}
