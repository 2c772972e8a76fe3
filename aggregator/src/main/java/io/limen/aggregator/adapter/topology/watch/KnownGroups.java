package io.limen.aggregator.adapter.topology.watch;

import io.limen.aggregator.adapter.topology.flow.GroupId;
import io.limen.schemas.ModelKey;
import java.util.List;

/** Which groups are counted: only those are watched, so that what is kept stays bounded whatever comes. */
public interface KnownGroups {

    /** The groups of the model. */
    List<GroupId> of(ModelKey model);

    /** Whether explanations of the group are counted. */
    boolean hasRoomFor(GroupId group);
}
