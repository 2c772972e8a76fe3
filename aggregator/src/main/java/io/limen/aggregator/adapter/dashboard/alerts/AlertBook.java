package io.limen.aggregator.adapter.dashboard.alerts;

import io.limen.schemas.DriftAlert;
import io.limen.schemas.DriftCommand;
import io.limen.schemas.DriftCommandKind;
import io.limen.schemas.DriftState;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Every alert as it stands, and who has acknowledged it. Safe for use by several threads. */
public final class AlertBook {

    /** More than anyone reads; bounds the memory. */
    static final int MOST_ALERTS = 1_000;

    private static final Comparator<AlertView> NEWEST_FIRST =
            Comparator.comparing(AlertView::raisedAt).reversed().thenComparing(AlertView::id);

    private final Map<String, AlertView> alerts = new LinkedHashMap<>();
    private final Map<String, AlertView.Acknowledgement> acknowledgements = bounded();
    private final String edition = UUID.randomUUID().toString();
    private long changes;
    private boolean read;

    /** Another word whenever anything in it is another; of this process alone. */
    public synchronized String version() {
        return edition + "-" + changes;
    }

    /**
     * Whether it stands as the topics do: while they are read from their beginning, alerts stand in it as they stood once, some as
     * raised that are long over.
     */
    synchronized boolean isRead() {
        return read;
    }

    synchronized void isRead(boolean now) {
        read = now;
    }

    /** Takes a newer state of an alert. */
    public synchronized void take(DriftAlert alert) {
        changes++;
        // taken out first: the alert that was told of last is the last one to go
        Optional<AlertView> before = Optional.ofNullable(alerts.remove(alert.getAlertId()));
        alerts.put(alert.getAlertId(), AlertView.of(alert, before));
        if (alerts.size() > MOST_ALERTS) {
            alerts.remove(leastNeeded());
        }
    }

    /** Takes what somebody said; only acknowledgements are kept here. */
    public synchronized void take(DriftCommand command) {
        if (command.getKind() == DriftCommandKind.ACKNOWLEDGE && command.getAlertId() != null) {
            changes++;
            acknowledgements.put(
                    command.getAlertId(),
                    new AlertView.Acknowledgement(command.getBy(), command.getNote(), command.getAt()));
        }
    }

    /** All of them, newest first. */
    public synchronized List<AlertView> all() {
        List<AlertView> all = new ArrayList<>(alerts.values());
        all.replaceAll(this::acknowledged);
        all.sort(NEWEST_FIRST);
        return all;
    }

    /** The alert with that id. */
    public synchronized Optional<AlertView> find(String id) {
        return Optional.ofNullable(alerts.get(id)).map(this::acknowledged);
    }

    /** The oldest that is not raised; of raised ones alone, the oldest. */
    private String leastNeeded() {
        return alerts.values().stream()
                .filter(alert -> !alert.state().equals(DriftState.ALERT.name()))
                .findFirst()
                .orElseGet(() -> alerts.values().iterator().next())
                .id();
    }

    private AlertView acknowledged(AlertView alert) {
        AlertView.Acknowledgement acknowledgement = acknowledgements.get(alert.id());
        return acknowledgement == null ? alert : alert.with(acknowledgement);
    }

    private static <V> Map<String, V> bounded() {
        return new LinkedHashMap<>() {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
                return size() > MOST_ALERTS;
            }
        };
    }
}
