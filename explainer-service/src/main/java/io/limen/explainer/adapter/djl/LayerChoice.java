package io.limen.explainer.adapter.djl;

import io.limen.explainer.adapter.djl.archive.ComponentSite;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Chooses the level at which a network is drawn: the submodules that the root calls, and while these are few, what the largest of
 * them calls in its stead (an encoder, a decoder, a wrapper).
 */
final class LayerChoice {

    /** With fewer a network is not told apart. */
    private static final int FEW = 4;

    /** More can't be read in one picture, nor paid for one by one. */
    private static final int MANY = 32;

    private final List<ComponentSite> sites;
    private final Set<Integer> listed;

    private LayerChoice(List<ComponentSite> sites, Collection<Integer> listed) {
        this.sites = sites;
        this.listed = new HashSet<>(listed);
        this.listed.removeIf(site -> sites.get(site).isSkip());
    }

    /**
     * @param sites all
     * @param listed numbers of those that can be listed; skip connections are passed over
     * @return numbers of the layers
     */
    static Set<Integer> of(List<ComponentSite> sites, Collection<Integer> listed) {
        return new LayerChoice(sites, listed).choose();
    }

    private Set<Integer> choose() {
        Set<Integer> layers = new HashSet<>(childrenOf(-1));
        while (layers.size() < FEW) {
            Optional<Integer> largest = layers.stream()
                    .filter(layer -> !childrenOf(layer).isEmpty())
                    .filter(layer -> layers.size() - 1 + childrenOf(layer).size() <= MANY)
                    .max(Comparator.comparingLong(this::within).thenComparing(Comparator.reverseOrder()));
            if (largest.isEmpty()) {
                break;
            }
            layers.remove(largest.get());
            layers.addAll(childrenOf(largest.get()));
        }
        return layers;
    }

    private List<Integer> childrenOf(int parent) {
        List<Integer> children = new ArrayList<>();
        for (int site : listed) {
            if (listedParent(site) == parent) {
                children.add(site);
            }
        }
        return children;
    }

    private long within(int layer) {
        return listed.stream()
                .filter(site -> {
                    int above = site;
                    while (above >= 0 && above != layer) {
                        above = sites.get(above).parent();
                    }
                    return above == layer && site != layer;
                })
                .count();
    }

    private int listedParent(int site) {
        int parent = sites.get(site).parent();
        while (parent >= 0 && !listed.contains(parent)) {
            parent = sites.get(parent).parent();
        }
        return parent;
    }
}
