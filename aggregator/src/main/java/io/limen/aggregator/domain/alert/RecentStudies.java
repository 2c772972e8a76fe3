package io.limen.aggregator.domain.alert;

import io.limen.aggregator.domain.drift.Study;
import java.util.List;

/** The newest studies of a group, the one being looked at included; as many as a reference has. */
@FunctionalInterface
public interface RecentStudies {

    /** The newest ones in the order in which they were looked at, the oldest of them first, at most so many. */
    List<Study> newest(int studies);
}
