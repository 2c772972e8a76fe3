package io.limen.explainer.adapter.djl.archive;

import io.limen.explainer.adapter.djl.archive.NumberedSites.Numbered;
import io.limen.explainer.adapter.djl.archive.NumberedSites.Scope;
import io.limen.explainer.adapter.djl.archive.Site.Call;
import io.limen.explainer.adapter.djl.archive.Site.Reuse;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The text that is added for one method. Names that begin with {@link #PREFIX} are ours alone. */
record MethodTwin(ModuleClass owner, ModuleMethod method, Scope scope) {

    static final String PREFIX = "limen_";

    /** The functions that the added text calls. */
    static final String LIBRARY = "__torch__." + PREFIX + "components";

    private static final String STATE = "limen_plan, limen_values, limen_taps";

    private static final String DECLARED =
            "limen_at: int, limen_plan: List[int], limen_values: List[Tensor], limen_taps: List[Tensor]";

    /** The name of the method that looks after the module's own output, or of the one that looks after those within alone. */
    static String name(ModuleMethod method, boolean component) {
        return PREFIX + (component ? "" : "in_") + method.name();
    }

    /** The method as it is, but with its sites looked after. */
    String inner() {
        StringBuilder text = new StringBuilder(head(false));
        List<String> lines = new ArrayList<>(method.body());
        scope.sites().stream()
                .sorted(Comparator.comparing(
                        Numbered::site,
                        Comparator.comparingInt(Site::line)
                                .thenComparingInt(MethodTwin::start)
                                .reversed()))
                .forEach(numbered -> lines.set(
                        numbered.site().line(), edited(lines.get(numbered.site().line()), numbered)));
        lines.forEach(line -> text.append(line).append('\n'));
        return text.toString();
    }

    /** What stands before and behind the module's call: it may be left out, and its output changed. */
    String outer() {
        String arguments = String.join(", ", method.parameterNames());
        String call = scope.size() == 0
                ? method.name() + "("
                : name(method, false) + "(limen_at, " + STATE + (arguments.isEmpty() ? "" : ", ");
        return head(true)
                + "    if " + LIBRARY + ".given(limen_at, limen_plan):\n"
                + "      limen_output = " + LIBRARY + ".value(limen_at, limen_plan, limen_values)\n"
                + "    else:\n"
                + "      limen_output = (" + method.self() + ")." + call + arguments + ")\n"
                + "    return " + LIBRARY + ".passed(limen_output, limen_at, " + STATE + ")\n";
    }

    private String head(boolean component) {
        String declared = method.parameters().isEmpty() ? "" : ", " + String.join(", ", method.parameters());
        return "  def " + name(method, component) + "(" + method.self() + ": " + owner.qualified() + ", " + DECLARED
                + declared + ") -> " + method.returns() + ":\n";
    }

    private static int start(Site site) {
        return site instanceof Call call ? call.nameAt() : ((Reuse) site).from();
    }

    private static String edited(String line, Numbered numbered) {
        if (numbered.site() instanceof Call call) {
            boolean component = call.isComponent();
            String name = name(call.method(), component);
            return line.substring(0, call.nameAt()) + name + "("
                    + number(numbered.offset() + (component ? 1 : 0)) + ", " + STATE + ", "
                    + line.substring(call.argumentsAt());
        }
        Reuse reuse = (Reuse) numbered.site();
        return line.substring(0, reuse.from()) + LIBRARY + ".passed(" + line.substring(reuse.from(), reuse.to()) + ", "
                + number(numbered.offset() + 1) + ", " + STATE + ")" + line.substring(reuse.to());
    }

    private static String number(int offset) {
        return "torch.add(limen_at, " + offset + ")";
    }
}
