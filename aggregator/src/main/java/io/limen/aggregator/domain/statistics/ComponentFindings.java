package io.limen.aggregator.domain.statistics;

import java.util.List;
import java.util.Optional;

/**
 * What one explanation says of its network's components.
 *
 * @param effects of whole outputs; none when none were asked for
 * @param unavailable why there are none, though somebody asked: the model does not show them, or they could not be measured in this case
 */
public record ComponentFindings(List<ComponentEffect> effects, Optional<String> unavailable) {

    /** Nobody asked. */
    public static final ComponentFindings NONE = new ComponentFindings(List.of(), Optional.empty());

    public ComponentFindings {
        effects = List.copyOf(effects);
    }
}
