package io.limen.explainer.adapter.djl.archive;

import io.limen.explainer.adapter.djl.archive.Site.Call;
import io.limen.explainer.adapter.djl.archive.Site.Reuse;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds where a component's output is used a second time or more: the first use is the way on, the others are skip connections. Those
 * count that hand the output to a submodule or join it with another tensor.
 *
 * @param lines of a method
 * @param looped lines that are left alone
 * @param calls of submodules
 * @param outputs components whose output a variable holds, by the variable's name
 */
record Reuses(List<CodeLine> lines, boolean[] looped, List<Call> calls, Map<String, Call> outputs) {

    private static final Pattern NAME = Pattern.compile("(?<![\\w.])[A-Za-z_]\\w*(?!\\w)");

    private static final Pattern OPERATION = Pattern.compile("(?:torch\\.)?(\\w+)\\($");

    /** They ask for a shape, and don't use what is in a tensor. */
    private static final Set<String> QUESTIONS = Set.of("size", "dim", "len", "numel", "dtype", "device");

    private static final Set<String> JOINTS = Set.of("cat", "stack", "add", "add_", "sub", "mul", "mul_");

    /** @param end where the call that takes it is over */
    private record Use(String name, int line, int from, int to, int end, String reader, boolean joins) {}

    List<Reuse> find() {
        List<Reuse> reuses = new ArrayList<>();
        List<Use> uses = uses();
        for (Map.Entry<String, Call> output : outputs.entrySet()) {
            uses.stream()
                    .filter(use -> use.name().equals(output.getKey())
                            && use.line() > output.getValue().line())
                    .sorted(Comparator.comparingInt(Use::line).thenComparingInt(Use::end))
                    .skip(1)
                    .filter(use -> use.joins() && !looped[use.line()])
                    .forEach(use -> reuses.add(
                            new Reuse(use.line(), use.from(), use.to(), use.to(), output.getValue(), use.reader())));
        }
        return reuses;
    }

    private List<Use> uses() {
        List<Use> uses = new ArrayList<>();
        for (int number = 0; number < lines.size(); number++) {
            CodeLine line = lines.get(number);
            Matcher name = NAME.matcher(line.text());
            while (name.find()) {
                if (line.isCode(name.start()) && outputs.containsKey(name.group())) {
                    Use use = use(number, line, name);
                    if (!QUESTIONS.contains(use.reader())) {
                        uses.add(use);
                    }
                }
            }
        }
        return uses;
    }

    private Use use(int number, CodeLine line, Matcher name) {
        int open = line.enclosing(name.start());
        int call = open >= 0 && line.text().charAt(open) == '[' ? line.enclosing(open) : open;
        if (call < 0 || !operand(line.text(), name)) {
            return new Use(name.group(), number, name.start(), name.end(), name.end(), "", false);
        }
        int end = line.closing(call);
        for (Call submodule : calls) {
            if (submodule.line() == number && submodule.argumentsAt() == call + 1) {
                boolean joins = submodule.isComponent() && call == open;
                return new Use(name.group(), number, name.start(), name.end(), end, submodule.path(), joins);
            }
        }
        Matcher operation = OPERATION.matcher(line.text().substring(0, call + 1));
        String reader = operation.find() ? operation.group(1) : "";
        return new Use(name.group(), number, name.start(), name.end(), end, reader, JOINTS.contains(reader));
    }

    /** Whether the name stands alone between commas and brackets. */
    private static boolean operand(String text, Matcher name) {
        String before = text.substring(0, name.start());
        String after = text.substring(name.end());
        return (before.endsWith("(") || before.endsWith("[") || before.endsWith(", "))
                && (after.startsWith(",") || after.startsWith(")") || after.startsWith("]"));
    }
}
