package io.limen.explainer.adapter.djl.archive;

import io.limen.explainer.adapter.djl.archive.NumberedSites.Numbered;
import io.limen.explainer.adapter.djl.archive.Site.Call;
import io.limen.explainer.adapter.djl.archive.Site.Reuse;
import io.limen.explainer.domain.component.ComponentType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Lists the components of a network by their numbers. */
final class ComponentSites {

    private final NumberedSites numbers;
    private final List<ComponentSite> found = new ArrayList<>();
    private final Map<String, Integer> occurrences = new HashMap<>();

    private ComponentSites(NumberedSites numbers) {
        this.numbers = numbers;
    }

    /** The components below a module's forward; the position in the list is the number. */
    static List<ComponentSite> of(NumberedSites numbers, ModuleClass root, ModuleMethod forward)
            throws UnreadableCodeException {
        ComponentSites sites = new ComponentSites(numbers);
        sites.walk(root, forward, "", -1);
        return sites.found;
    }

    private void walk(ModuleClass owner, ModuleMethod method, String prefix, int parent)
            throws UnreadableCodeException {
        int first = found.size();
        List<Numbered> sites = numbers.scope(owner, method).sites();
        for (Numbered numbered : sites) {
            if (numbered.site() instanceof Call call) {
                String path = join(prefix, call.path());
                int number = found.size();
                if (call.isComponent()) {
                    add(path, new ComponentType.Submodule(call.owner().name()), number, parent);
                }
                walk(call.owner(), call.method(), path, call.isComponent() ? number : parent);
            } else {
                Reuse reuse = (Reuse) numbered.site();
                add(
                        join(prefix, reuse.source().path()) + "->" + join(prefix, reuse.reader()),
                        ComponentType.SKIP,
                        first + offset(sites, reuse.source()),
                        parent);
            }
        }
    }

    private static int offset(List<Numbered> sites, Call source) {
        return sites.stream()
                .filter(numbered -> numbered.site().equals(source))
                .findFirst()
                .orElseThrow()
                .offset();
    }

    private void add(String path, ComponentType type, int source, int parent) {
        int occurrence = occurrences.merge(path, 1, Integer::sum) - 1;
        found.add(new ComponentSite(path, occurrence, type, source, parent));
    }

    private static String join(String prefix, String path) {
        return prefix.isEmpty() ? path : path.isEmpty() ? prefix : prefix + "." + path;
    }
}
