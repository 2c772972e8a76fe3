package io.limen.aggregator.adapter.dashboard;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a reader of the feed wants to be told of.
 *
 * @param model by model@version; of every model when it is empty
 * @param overview whether {@link OverviewView}s are enough
 */
record FeedWish(Optional<String> model, boolean overview) {

    /** What of the event is told. */
    Stream<FeedEvent> of(FeedEvent event) {
        if (model.filter(wanted -> !wanted.equals(event.model())).isPresent()) {
            return Stream.empty();
        }
        if (!overview) {
            return Stream.of(event);
        }
        return event instanceof FeedEvent.StatisticsChanged changed
                ? Stream.of(new FeedEvent.OverviewChanged(OverviewView.of(changed.content())))
                : Stream.empty();
    }
}
