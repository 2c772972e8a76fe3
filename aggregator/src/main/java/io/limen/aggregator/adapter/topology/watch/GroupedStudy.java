package io.limen.aggregator.adapter.topology.watch;

import io.limen.aggregator.adapter.topology.flow.GroupId;
import io.limen.aggregator.domain.drift.Study;

/** A study of a group. */
record GroupedStudy(GroupId group, Study study) {}
