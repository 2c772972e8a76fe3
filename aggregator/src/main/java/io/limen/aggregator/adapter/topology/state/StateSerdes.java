package io.limen.aggregator.adapter.topology.state;

import io.limen.schemas.SingleObjectSerde;

/** Encodings of what the stream keeps; what any released version kept is read. */
public final class StateSerdes {

    private StateSerdes() {}

    public static SingleObjectSerde<ModelState> model() {
        return SingleObjectSerde.of(ModelState.getClassSchema(), StateSerdes.class);
    }

    public static SingleObjectSerde<GroupState> group() {
        return SingleObjectSerde.of(GroupState.getClassSchema(), StateSerdes.class);
    }

    public static SingleObjectSerde<PaneState> pane() {
        return SingleObjectSerde.of(PaneState.getClassSchema(), StateSerdes.class);
    }

    public static SingleObjectSerde<FleetModelState> fleetModel() {
        return SingleObjectSerde.of(FleetModelState.getClassSchema(), StateSerdes.class);
    }

    /** Of the watch on a group. */
    public static SingleObjectSerde<WatchedGroupState> watchedGroup() {
        return SingleObjectSerde.of(WatchedGroupState.getClassSchema(), StateSerdes.class);
    }

    /** Of the watch on a group, as the format has it. */
    public static SingleObjectSerde<WatchedGroupState> watchedGroup(StateFormat format) {
        return watchedGroup().writing(format.watchedGroup());
    }

    /** Of a study that the watch has seen. */
    public static SingleObjectSerde<StudyState> study() {
        return SingleObjectSerde.of(StudyState.getClassSchema(), StateSerdes.class);
    }

    /** Of a study whose cases are still coming. */
    public static SingleObjectSerde<OpenStudyState> openStudy() {
        return SingleObjectSerde.of(OpenStudyState.getClassSchema(), StateSerdes.class);
    }
}
