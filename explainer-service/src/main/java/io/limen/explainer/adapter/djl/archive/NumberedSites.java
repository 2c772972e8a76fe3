package io.limen.explainer.adapter.djl.archive;

import io.limen.explainer.adapter.djl.archive.Site.Call;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The sites of every method that is reached from a module's forward, and how many components each holds. A component gets its
 * number by where it is called: the caller's number, plus one, plus all that came before it there.
 */
final class NumberedSites {

    /** More than any network that is drawn; beyond it no picture could show them, and each costs time on every pass. */
    static final int MOST_COMPONENTS = 4096;

    /** Modules within modules; also what keeps recursion from running away. */
    private static final int MOST_NESTED = 64;

    /** @param sites with what each adds to the numbers, in the order of execution */
    record Scope(List<Numbered> sites, int size) {}

    /**
     * A site.
     *
     * @param offset components before it in the same method
     */
    record Numbered(Site site, int offset) {}

    private final Map<String, ModuleClass> classes;
    private final Map<String, Scope> scopes = new HashMap<>();
    private final Set<String> open = new HashSet<>();

    NumberedSites(Map<String, ModuleClass> classes) {
        this.classes = Map.copyOf(classes);
    }

    /** What a method holds. */
    Scope scope(ModuleClass owner, ModuleMethod method) throws UnreadableCodeException {
        String key = key(owner, method);
        Scope known = scopes.get(key);
        if (known != null) {
            return known;
        }
        if (open.size() >= MOST_NESTED || !open.add(key)) {
            throw new UnreadableCodeException(
                    "its modules are nested more than " + MOST_NESTED + " deep, or in a circle");
        }
        List<Numbered> sites = new ArrayList<>();
        int size = 0;
        for (Site site : MethodSites.of(classes, owner, method)) {
            int own = size(site);
            if (own > 0) {
                sites.add(new Numbered(site, size));
                size += own;
            }
            if (size > MOST_COMPONENTS) {
                throw new UnreadableCodeException(
                        String.format(java.util.Locale.ROOT, "it has more than %,d components", MOST_COMPONENTS));
            }
        }
        open.remove(key);
        Scope scope = new Scope(List.copyOf(sites), size);
        scopes.put(key, scope);
        return scope;
    }

    static String key(ModuleClass owner, ModuleMethod method) {
        return owner.qualified() + "." + method.name();
    }

    private int size(Site site) throws UnreadableCodeException {
        if (site instanceof Call call) {
            return scope(call.owner(), call.method()).size() + (call.isComponent() ? 1 : 0);
        }
        return 1;
    }
}
