package io.limen.aggregator.adapter.dashboard;

import java.util.ArrayList;
import java.util.List;

/** What the feed tells its readers. */
sealed interface FeedEvent {

    /** The event's name in the event stream. */
    String name();

    /** Whom it is of: model@version. */
    String model();

    /** The event's content, which becomes JSON. */
    Object content();

    /** A model has new statistics. */
    record StatisticsChanged(StatisticsView content) implements FeedEvent {
        @Override
        public String name() {
            return "statistics";
        }

        @Override
        public String model() {
            return content.model() + "@" + content.modelVersion();
        }
    }

    /** A model has new statistics, told in short. */
    record OverviewChanged(OverviewView content) implements FeedEvent {
        @Override
        public String name() {
            return "overview";
        }

        @Override
        public String model() {
            return content.id();
        }
    }

    /** A case was explained. */
    record ExplanationArrived(ExplanationView content) implements FeedEvent {
        @Override
        public String name() {
            return "explanation";
        }

        @Override
        public String model() {
            return content.model() + "@" + content.modelVersion();
        }
    }

    /** From one view of a model to a later one; explanations oldest first. */
    static List<FeedEvent> between(ModelView earlier, ModelView later) {
        List<FeedEvent> events = new ArrayList<>();
        for (NewestExplanation explanation : later.held()) {
            if (earlier.find(explanation.view().explanationId()).isEmpty()) {
                events.add(0, new ExplanationArrived(explanation.view()));
            }
        }
        if (later.statistics() != null && !later.statistics().equals(earlier.statistics())) {
            events.add(new StatisticsChanged(later.statistics()));
        }
        return events;
    }
}
