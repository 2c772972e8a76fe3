package io.limen.aggregator.adapter.topology.watch;

import io.limen.aggregator.adapter.topology.flow.GroupId;
import io.limen.aggregator.application.WatchMetrics;
import io.limen.aggregator.domain.alert.WatchedGroup;
import io.limen.aggregator.domain.drift.WatchSettings;
import io.limen.schemas.DriftAlert;
import io.limen.schemas.DriftCommand;
import io.limen.schemas.DriftCommandKind;
import io.limen.schemas.ModelKey;
import java.util.function.Function;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Obeys what people tell the watch; an acknowledgement is for people and changes nothing here. */
final class CommandProcessor extends ContextualProcessor<String, DriftCommand, String, DriftAlert> {

    private static final Logger LOG = LoggerFactory.getLogger(CommandProcessor.class);

    /** The newest ids are kept with each group, and what is kept must fit a message of Kafka's. */
    private static final int LONGEST_ID = 200;

    private final WatchSettings settings;
    private final Standings standings;
    private final Function<ProcessorContext<?, ?>, KnownGroups> knownGroups;
    private WatchedGroups groups;
    private KnownGroups known;

    CommandProcessor(
            WatchSettings settings, WatchMetrics metrics, Function<ProcessorContext<?, ?>, KnownGroups> knownGroups) {
        this.settings = settings;
        this.standings = new Standings(metrics, settings);
        this.knownGroups = knownGroups;
    }

    @Override
    public void init(ProcessorContext<String, DriftAlert> context) {
        super.init(context);
        groups = new WatchedGroups(
                context.getStateStore(WatchedGroups.STORE), context.getStateStore(WatchedGroups.RECENT));
        known = knownGroups.apply(context);
    }

    @Override
    public void process(Record<String, DriftCommand> record) {
        DriftCommand command = record.value();
        if (command == null || command.getKind() == DriftCommandKind.ACKNOWLEDGE) {
            return;
        }
        if (command.getCommandId().length() > LONGEST_ID) {
            LOG.warn("A command was not obeyed: its commandId has more than {} characters", LONGEST_ID);
            return;
        }
        ModelKey model = new ModelKey(command.getModel(), command.getModelVersion());
        known.of(model).stream().filter(group -> isMeant(group, command)).forEach(group -> obey(group, record));
    }

    @Override
    public void close() {
        standings.takeBack();
    }

    private static boolean isMeant(GroupId group, DriftCommand command) {
        return (command.getSite() == null
                        || command.getSite().equals(group.group().site()))
                && (command.getReferenceMode() == null
                        || command.getReferenceMode()
                                .name()
                                .equals(group.group().referenceMode().name()));
    }

    private void obey(GroupId group, Record<String, DriftCommand> record) {
        DriftCommand command = record.value();
        WatchedGroups.Kept kept = groups.find(group);
        if (kept.commands().contains(command.getCommandId())) {
            return;
        }
        WatchedGroup.Outcome outcome = command.getKind() == DriftCommandKind.PIN_REFERENCE
                ? kept.group().pin(groups.recent(group), command.getAt(), settings)
                : kept.group().restart(command.getAt());
        groups.put(group, kept.with(outcome.group()).obeyed(command.getCommandId()));
        standings.tell(group, outcome.group().watch());
        LOG.info("A new reference was asked for: {}", command.getKind());
        outcome.alert()
                .ifPresent(alert -> context()
                        .forward(record.withValue(AlertMapper.toRecord(group, alert, settings.expectedRunLength()))));
    }
}
