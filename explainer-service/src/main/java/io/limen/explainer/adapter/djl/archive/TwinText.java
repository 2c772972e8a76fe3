package io.limen.explainer.adapter.djl.archive;

import io.limen.explainer.adapter.djl.archive.NumberedSites.Numbered;
import io.limen.explainer.adapter.djl.archive.NumberedSites.Scope;
import io.limen.explainer.adapter.djl.archive.Site.Call;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Collects the text that is added to each class of a network. */
final class TwinText {

    /** The method of the root that is called instead of forward. */
    static final String ROOT = MethodTwin.PREFIX + "components";

    private final NumberedSites numbers;
    private final Map<String, StringBuilder> added = new HashMap<>();
    private final Set<String> done = new HashSet<>();

    private TwinText(NumberedSites numbers) {
        this.numbers = numbers;
    }

    /** Added text by the class's qualified name. */
    static Map<String, StringBuilder> of(NumberedSites numbers, ModuleClass root, ModuleMethod forward)
            throws UnreadableCodeException {
        TwinText text = new TwinText(numbers);
        text.inner(root, forward);
        text.add(root, root(root, forward));
        return text.added;
    }

    /**
     * Steps come as a tensor and taps go as a list behind their number: all that a caller can pass are tensors. Behind the steps
     * stands a 1 when the input's channels shall come last in memory.
     */
    private static String root(ModuleClass root, ModuleMethod forward) {
        return "  def " + ROOT + "(" + forward.self() + ": " + root.qualified()
                + ", limen_input: Tensor, limen_steps: Tensor, limen_values: List[Tensor])"
                + " -> Tuple[Tensor, List[Tensor], " + forward.returns() + "]:\n"
                + "    limen_taps = annotate(List[Tensor], [])\n"
                + "    limen_plan = annotate(List[int], limen_steps.tolist())\n"
                + "    if torch.eq(limen_plan[-1], 1):\n"
                + "      limen_x = torch.contiguous(limen_input, memory_format=" + ForwardTwin.CHANNELS_LAST + ")\n"
                + "    else:\n"
                + "      limen_x = limen_input\n"
                + "    limen_output = (" + forward.self() + ")." + MethodTwin.name(forward, false)
                + "(-1, limen_plan, limen_values, limen_taps, limen_x)\n"
                + "    return (torch.tensor(torch.len(limen_taps)), limen_taps, limen_output)\n";
    }

    private void inner(ModuleClass owner, ModuleMethod method) throws UnreadableCodeException {
        if (!done.add("inner " + NumberedSites.key(owner, method))) {
            return;
        }
        Scope scope = numbers.scope(owner, method);
        add(owner, new MethodTwin(owner, method, scope).inner());
        for (Numbered numbered : scope.sites()) {
            if (numbered.site() instanceof Call call) {
                called(call);
            }
        }
    }

    private void called(Call call) throws UnreadableCodeException {
        Scope scope = numbers.scope(call.owner(), call.method());
        if (scope.size() > 0) {
            inner(call.owner(), call.method());
        }
        if (call.isComponent() && done.add("outer " + NumberedSites.key(call.owner(), call.method()))) {
            add(call.owner(), new MethodTwin(call.owner(), call.method(), scope).outer());
        }
    }

    private void add(ModuleClass owner, String text) {
        added.computeIfAbsent(owner.qualified(), any -> new StringBuilder()).append(text);
    }
}
