package io.limen.explainer.application;

import io.limen.explainer.domain.quadrature.MapQuadrature;
import io.limen.explainer.domain.surrogate.BlockSurrogate;
import io.limen.explainer.domain.surrogate.SoftDice;
import io.limen.explainer.domain.surrogate.SurrogateFit;
import java.util.List;
import java.util.Optional;

/**
 * What gradients predict, from the first gradient to the last fit. Predictions only save draws: a model without a gradient
 * that is finite, or without memory for it, is explained without. Owned by one thread.
 */
final class Predictions {

    /** The surrogates are fitted anew when there are this many times as many draws. */
    private static final double REFIT_GROWTH = 1.6;

    private final Optional<Surrogates> surrogates;
    private final SurrogateTrial trial;
    private Optional<List<BlockSurrogate>> predicted;
    private double fitAt;

    /** Takes the first gradient. */
    Predictions(Optional<Surrogates> surrogates, SoftDice softDice) throws InterruptedException {
        this.surrogates = surrogates;
        this.trial = new SurrogateTrial(softDice);
        this.predicted = surrogates.isPresent() ? soft(surrogates.get(), softDice) : Optional.empty();
    }

    /** A draw to try the first gradient on. */
    void see(AdaptiveDraws.Drawn drawn) {
        predicted.ifPresent(blocks -> trial.see(blocks.get(drawn.block()).soft()[drawn.donor()], drawn.output()));
    }

    /** Takes the other gradients if the first one foretold the draws seen, and lets go of the memory for them. */
    void settle() throws InterruptedException {
        if (predicted.isPresent() && trial.worthMore()) {
            predicted = Optional.of(withFlips(predicted.get()));
        }
        surrogates.ifPresent(Surrogates::close);
    }

    /** Fits to the draws so far, unless there are hardly more than at the last time. */
    void refit(MapQuadrature map, long draws) {
        if (predicted.isPresent() && draws >= fitAt) {
            SurrogateFit fit = new SurrogateFit(map.draws(), predicted.get());
            map.predict(fit::prediction);
            fitAt = draws * REFIT_GROWTH;
        }
    }

    private static Optional<List<BlockSurrogate>> soft(Surrogates from, SoftDice softDice) throws InterruptedException {
        try {
            return Optional.of(from.soft(softDice));
        } catch (ModelRejectedException noGradient) {
            return Optional.empty();
        }
    }

    private List<BlockSurrogate> withFlips(List<BlockSurrogate> soft) throws InterruptedException {
        try {
            return surrogates.orElseThrow().withFlips(soft);
        } catch (ModelRejectedException noGradient) {
            return soft;
        }
    }
}
