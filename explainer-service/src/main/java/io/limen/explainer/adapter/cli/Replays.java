package io.limen.explainer.adapter.cli;

import io.limen.explainer.application.replay.ReplayExplanation;

/** Makes the use case that computes explanations again, once the user has said where everything lies. */
@FunctionalInterface
public interface Replays {

    /** @throws UserMistakeException when one of the places can't be used */
    ReplayExplanation open(ReplayPlaces places) throws UserMistakeException;
}
