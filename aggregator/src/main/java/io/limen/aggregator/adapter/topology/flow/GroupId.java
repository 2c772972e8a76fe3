package io.limen.aggregator.adapter.topology.flow;

import io.limen.aggregator.domain.statistics.GroupKey;
import io.limen.schemas.ModelKey;

/** One site and reference mode of one version of a model. */
public record GroupId(ModelKey model, GroupKey group) {

    /** The group in stores: lengths first, so that no two groups share a key whatever characters their names hold. */
    public String storeKey() {
        String name = model.toString();
        return name.length() + "/" + group.site().length() + "/" + name + "/" + group.site() + "/"
                + group.referenceMode();
    }
}
