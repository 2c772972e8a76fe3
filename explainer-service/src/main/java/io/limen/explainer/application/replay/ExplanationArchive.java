package io.limen.explainer.application.replay;

import io.limen.explainer.application.stream.IncomingCase;
import io.limen.explainer.application.stream.SourceRecord;
import java.util.function.LongConsumer;

/** Port: what the topics still hold. */
public interface ExplanationArchive {

    /**
     * The newest record of an explanation.
     *
     * @param progress told the number of records read so far
     * @throws NotReplayableException when it is not there, can't be read, or was not found in time
     */
    RecordedExplanation find(ReplayRequest request, LongConsumer progress) throws NotReplayableException;

    /**
     * The case that lies there.
     *
     * @throws NotReplayableException when it is no longer there, or what is there is no case
     */
    IncomingCase caseAt(SourceRecord place) throws NotReplayableException;
}
