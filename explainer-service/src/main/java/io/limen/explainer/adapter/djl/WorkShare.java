package io.limen.explainer.adapter.djl;

import io.limen.explainer.adapter.djl.archive.ComponentSite;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What a pass costs when some submodules are not run: the share of the numbers that the innermost components put out and that is still
 * computed. Counted from shapes, not measured, so that it is the same on every machine.
 */
final class WorkShare {

    private final List<ComponentSite> sites;
    private final List<TappedComponent> innermost;
    private final double total;

    WorkShare(ProbedNetwork probed) {
        this.sites = probed.network().sites();
        Set<Integer> parents = new HashSet<>();
        for (TappedComponent one : probed.listed()) {
            for (int above = sites.get(one.site()).parent();
                    above >= 0 && !probed.isSkip(one);
                    above = sites.get(above).parent()) {
                parents.add(above);
            }
        }
        this.innermost = probed.listed().stream()
                .filter(one -> !probed.isSkip(one) && !parents.contains(one.site()))
                .toList();
        this.total =
                innermost.stream().mapToDouble(one -> one.component().size()).sum();
    }

    /**
     * The share that is left.
     *
     * @param given numbers of the components that are not run
     * @return in [0,1]
     */
    double without(Collection<Integer> given) {
        Set<Integer> spared = new HashSet<>(given);
        double left = innermost.stream()
                .filter(one -> !within(one.site(), spared))
                .mapToDouble(one -> one.component().size())
                .sum();
        return total == 0 ? 1 : left / total;
    }

    private boolean within(int site, Set<Integer> spared) {
        for (int above = site; above >= 0; above = sites.get(above).parent()) {
            if (spared.contains(above)) {
                return true;
            }
        }
        return false;
    }
}
