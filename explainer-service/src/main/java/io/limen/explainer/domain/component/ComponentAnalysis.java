package io.limen.explainer.domain.component;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What was found of a network's components in one case. */
public sealed interface ComponentAnalysis {

    /**
     * The model does not show its components.
     *
     * @param reason one line for a person, without a full stop
     */
    record Unavailable(String reason) implements ComponentAnalysis {}

    /**
     * They could not be measured in this case; another one may fare better.
     *
     * @param reason one line for a person, without a full stop
     */
    record NotMeasured(String reason) implements ComponentAnalysis {}

    /**
     * Effects of components.
     *
     * @param components all components, in the order of execution
     * @param layers effects of whole outputs at layer level, in the order of execution, kinds in the order of
     *     {@link AblationKind}; a component that the budget left out has none
     * @param ranking gates of all channels, the greatest |derivative| first; empty when the model has no gradient
     * @param channels effects of the highest ranked channels, in the order of the ranking, kinds as above
     * @param agreement per kind Spearman's rank correlation, in [-1,1], of |predicted| and |ATE| of the verified channels; no
     *     entry where it is not defined: fewer than three channels, or all alike
     * @param donors donor images that were used
     * @param forwards what it cost, in forward passes of one image, gradients and donors' passes included
     * @param budgetExhausted whether the budget ended before everything was measured
     * @param failures why effects are missing that the budget had room for: one line for each, with the component and the kind
     */
    record Measured(
            List<Component> components,
            List<ComponentEffect> layers,
            List<ChannelGate> ranking,
            List<ComponentEffect> channels,
            Map<AblationKind, Double> agreement,
            int donors,
            long forwards,
            boolean budgetExhausted,
            List<String> failures)
            implements ComponentAnalysis {

        public Measured {
            components = List.copyOf(components);
            layers = List.copyOf(layers);
            ranking = List.copyOf(ranking);
            channels = List.copyOf(channels);
            agreement = Map.copyOf(agreement);
            failures = List.copyOf(failures);
        }

        /** Effects of whole outputs under one kind, in the order of execution. */
        public List<ComponentEffect> layers(AblationKind kind) {
            return layers.stream().filter(effect -> effect.kind() == kind).toList();
        }

        /** The kind that whole outputs are first judged by: the most natural one that was measured; empty when none was. */
        public Optional<AblationKind> kind() {
            return layers.stream().map(ComponentEffect::kind).min(Comparator.naturalOrder());
        }
    }
}
