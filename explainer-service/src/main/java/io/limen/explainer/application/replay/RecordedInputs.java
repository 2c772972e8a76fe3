package io.limen.explainer.application.replay;

import io.limen.explainer.application.CaseToExplain;
import io.limen.explainer.application.ExplainCase;
import io.limen.explainer.application.ExplanationId;
import io.limen.explainer.application.ModelDescription;
import io.limen.explainer.application.ModelRejectedException;
import io.limen.explainer.application.ModelRepository.RepositoryModel;
import io.limen.explainer.application.stream.IncomingCase;
import java.util.Optional;

/**
 * Holds what an explanation would be computed from now against what it was computed from.
 *
 * @param recorded as it was published
 */
record RecordedInputs(RecordedExplanation recorded) {

    private static final int SHOWN_DIGITS = 12;

    /** Offsets are not for ever: a topic that was made anew has another case in the same place. */
    static void requireSameCase(RecordedExplanation recorded, IncomingCase found) throws NotReplayableException {
        boolean same = found.identity().equals(recorded.identity())
                && found.model().equals(recorded.model())
                && found.targetClass() == recorded.targetClass()
                && found.region().map(recorded.region()::equals).orElse(true);
        require(same, "another case lies where the attribution says that its case lies");
    }

    /** @throws NotReplayableException with the first thing that is not as it was */
    void require(ExplainCase explainCase, RepositoryModel source, CaseToExplain subject)
            throws NotReplayableException, ModelRejectedException {
        requireDigest("the case's image", recorded.files().image(), subject.imageSha256());
        requireDigest(
                "the file of model " + recorded.model(),
                recorded.files().model(),
                source.model().description().sha256());
        int modelClass = source.model().description().output().targetClass();
        require(modelClass == recorded.targetClass(), "model.yaml explains class " + modelClass + " now");
        String bank = source.bank(recorded.settings().blockSize(), subject.imageSha256())
                .sha256();
        requireDigest("the set of donor patches", recorded.files().bank(), bank);
        Optional<String> id = explainCase.idOf(subject, source, recorded.unhurried());
        requireComputation(source.model().description());
        require(
                recorded.settingsRecorded() || id.equals(Optional.of(recorded.id())),
                "the attribution does not record its settings (schema before version 7), and with the usual ones the"
                        + " explanation has another id: it had other settings, another model.yaml, or comes from"
                        + " another version of Limen");
    }

    private void requireComputation(ModelDescription description) throws NotReplayableException {
        if (recorded.computation().isPresent()) {
            RecordedExplanation.Computation then = recorded.computation().get();
            require(
                    then.method().equals(ExplanationId.METHOD),
                    "it was explained by another version of the method: Limen "
                            + then.engine().limenVersion() + " computes differently");
            requireDigest(
                    "what model.yaml says of input, normalisation, output and threshold",
                    then.descriptionSha256(),
                    ExplanationId.ofDescription(description));
        }
    }

    private static void requireDigest(String what, String recorded, String found) throws NotReplayableException {
        require(
                found.equals(recorded),
                what + " is another: its SHA-256 begins with " + shown(found) + ", recorded is " + shown(recorded));
    }

    private static String shown(String digest) {
        return digest.substring(0, Math.min(SHOWN_DIGITS, digest.length()));
    }

    private static void require(boolean condition, String otherwise) throws NotReplayableException {
        if (!condition) {
            throw new NotReplayableException(otherwise);
        }
    }
}
