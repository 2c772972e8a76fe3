package io.limen.aggregator.adapter.retained;

import io.limen.aggregator.application.report.ReportRequest;
import io.limen.aggregator.domain.report.ReportedAlert;
import io.limen.schemas.DriftAlert;
import io.limen.schemas.DriftCommand;
import io.limen.schemas.DriftCommandKind;
import io.limen.schemas.DriftState;
import io.limen.schemas.SingleObjectSerde;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts the states of alerts and their acknowledgements together: those that were open within the period, as they stood at its end. */
final class AlertCollector {

    /** By the promise they are few; who writes more means harm. */
    private static final int MOST_ALERTS = 2_000;

    private static final int MOST_OF_ONE = 20;

    /** What the aggregator lets through is shorter. */
    private static final int LONGEST_TEXT = 1_000;

    private final ReportRequest request;
    private final SingleObjectSerde<DriftAlert> alertSerde = SingleObjectSerde.driftAlert();
    private final SingleObjectSerde<DriftCommand> commandSerde = SingleObjectSerde.driftCommand();
    private final Map<String, List<DriftAlert>> states = new LinkedHashMap<>();
    private final Map<String, List<ReportedAlert.Acknowledgement>> acknowledged = new LinkedHashMap<>();

    AlertCollector(ReportRequest request) {
        this.request = request;
    }

    /** @param value of a record of drift-alerts */
    void takeAlert(byte[] value) {
        DriftAlert alert = alertSerde.decode(value);
        String model = alert.getModel() + "@" + alert.getModelVersion();
        if (request.wants(model, alert.getSite())
                && alert.getRaisedAt().isBefore(request.period().to())) {
            add(states, alert.getAlertId(), alert);
        }
    }

    /** @param value of a record of drift-commands */
    void takeCommand(byte[] value) {
        DriftCommand command = commandSerde.decode(value);
        if (command.getKind() == DriftCommandKind.ACKNOWLEDGE && command.getAlertId() != null) {
            add(
                    acknowledged,
                    command.getAlertId(),
                    new ReportedAlert.Acknowledgement(cut(command.getBy()), cut(command.getNote()), command.getAt()));
        }
    }

    List<ReportedAlert> alerts() {
        return states.values().stream()
                .flatMap(its -> alert(its).stream())
                .sorted(Comparator.comparing(
                                (ReportedAlert alert) -> alert.states().get(0).since())
                        .reversed())
                .toList();
    }

    private Optional<ReportedAlert> alert(List<DriftAlert> its) {
        its.sort(Comparator.comparing(DriftAlert::getRaisedAt));
        DriftAlert last = its.get(its.size() - 1);
        Instant from = request.period().from();
        if (last.getState() == DriftState.CLEARED && last.getRaisedAt().isBefore(from)) {
            return Optional.empty();
        }
        // what an alert was raised for says more than that it is over
        DriftAlert telling = its.stream()
                .filter(one -> one.getState() != DriftState.CLEARED)
                .reduce((one, later) -> later)
                .orElse(last);
        return Optional.of(new ReportedAlert(
                last.getAlertId(),
                last.getModel() + "@" + last.getModelVersion(),
                last.getSite(),
                last.getReferenceMode().name(),
                last.getState().name(),
                telling.getFeature(),
                cut(telling.getSummary()),
                telling.getOnset(),
                its.stream()
                        .map(one -> new ReportedAlert.State(one.getState().name(), one.getRaisedAt()))
                        .toList(),
                acknowledged.getOrDefault(last.getAlertId(), List.of())));
    }

    private static String cut(String text) {
        return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT) + "\u2026";
    }

    private static <T> void add(Map<String, List<T>> byAlert, String alertId, T one) {
        if (!byAlert.containsKey(alertId) && byAlert.size() >= MOST_ALERTS) {
            throw new IllegalArgumentException("more than " + MOST_ALERTS + " alerts");
        }
        List<T> its = byAlert.computeIfAbsent(alertId, absent -> new ArrayList<>());
        if (its.size() < MOST_OF_ONE) {
            its.add(one);
        }
    }
}
