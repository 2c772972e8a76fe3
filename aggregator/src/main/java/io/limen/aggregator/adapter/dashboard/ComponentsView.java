package io.limen.aggregator.adapter.dashboard;

import io.limen.schemas.GroupStatistics;
import io.limen.schemas.ModelStatistics;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * The components of one version of a model as JSON.
 *
 * @param id model@version
 * @param explanations counted in all
 * @param note what is to be known of the list: why it is empty, or that it is not whole; null when there is nothing to say
 * @param components of every site and reference mode, the greatest mean effect first
 */
public record ComponentsView(String id, long explanations, String note, List<ComponentView> components) {

    private static final Comparator<ComponentView> STRONGEST_FIRST = Comparator.comparingDouble(
                    (ComponentView component) -> -component.strength())
            .thenComparing(ComponentView::name)
            .thenComparing(ComponentView::kind)
            .thenComparing(ComponentView::site)
            .thenComparing(ComponentView::referenceMode);

    public ComponentsView {
        components = List.copyOf(components);
    }

    /** Of a model that has no statistics yet. */
    static ComponentsView unknown(String id) {
        return new ComponentsView(id, 0, "no explanation of this model has been counted yet", List.of());
    }

    static ComponentsView of(ModelStatistics statistics) {
        List<ComponentView> components = statistics.getGroups().stream()
                .flatMap(group -> group.getComponents().stream().map(component -> ComponentView.of(group, component)))
                .sorted(STRONGEST_FIRST)
                .toList();
        return new ComponentsView(
                statistics.getModel() + "@" + statistics.getModelVersion(),
                statistics.getExplanations(),
                components.isEmpty() ? whyEmpty(statistics) : incomplete(statistics),
                components);
    }

    /** This with the place of each component in the order of execution. */
    ComponentsView placed(ExecutionOrder order) {
        return new ComponentsView(
                id,
                explanations,
                note,
                components.stream()
                        .map(component -> component.placed(order.places().get(component.name())))
                        .toList());
    }

    private static String whyEmpty(ModelStatistics statistics) {
        return statistics.getGroups().stream()
                .map(GroupStatistics::getComponentsUnavailableReason)
                .filter(Objects::nonNull)
                .findFirst()
                .map(reason -> "explanations came without components; the newest says: " + reason)
                .orElseGet(() -> String.format(
                        Locale.ROOT,
                        "none of the %,d explanations asked for components (limen.explain.components)",
                        statistics.getExplanations()));
    }

    private static String incomplete(ModelStatistics statistics) {
        long leftOut = statistics.getGroups().stream()
                .mapToLong(GroupStatistics::getComponentEffectsLeftOut)
                .sum();
        return leftOut == 0
                ? null
                : String.format(
                        Locale.ROOT,
                        "not whole: %,d effects were left out, of components beyond the limit or with too long a name",
                        leftOut);
    }
}
