package io.limen.aggregator.adapter.topology.flow;

import io.limen.aggregator.domain.statistics.GroupKey;
import io.limen.aggregator.domain.strategy.ReferenceMode;
import io.limen.schemas.ModelKey;

/** One site and reference mode of one version of a model. */
public record GroupId(ModelKey model, GroupKey group) {

    /** The group in stores: lengths first, so that no two groups share a key whatever characters their names hold. */
    public String storeKey() {
        String name = model.toString();
        return name.length() + "/" + group.site().length() + "/" + name + "/" + group.site() + "/"
                + group.referenceMode();
    }

    /**
     * The group of that key.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static GroupId ofStoreKey(String key) {
        String[] parts = key.split("/", 3);
        try {
            int siteFrom = Integer.parseInt(parts[0]) + 1;
            int modeFrom = siteFrom + Integer.parseInt(parts[1]) + 1;
            return new GroupId(
                    ModelKey.parse(parts[2].substring(0, siteFrom - 1)),
                    new GroupKey(
                            parts[2].substring(siteFrom, modeFrom - 1),
                            ReferenceMode.valueOf(parts[2].substring(modeFrom))));
        } catch (IndexOutOfBoundsException e) {
            throw new IllegalArgumentException("no group: " + key.length() + " characters", e);
        }
    }
}
