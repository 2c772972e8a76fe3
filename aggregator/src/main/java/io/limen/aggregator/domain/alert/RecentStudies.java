package io.limen.aggregator.domain.alert;

import io.limen.aggregator.domain.drift.Study;
import java.time.Instant;
import java.util.List;

/** The newest studies of a group, the one being looked at included; as many as a reference has. */
public interface RecentStudies {

    /** The newest ones, oldest first, at most so many. */
    List<Study> newest(int studies);

    /** Those from the time on, newest first. */
    List<Study> since(Instant at);
}
