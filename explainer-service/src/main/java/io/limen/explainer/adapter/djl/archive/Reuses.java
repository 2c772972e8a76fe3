package io.limen.explainer.adapter.djl.archive;

import io.limen.explainer.adapter.djl.archive.Site.Call;
import io.limen.explainer.adapter.djl.archive.Site.Reuse;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

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

    /** They ask for a shape, and don't use what is in a tensor. */
    private static final Set<String> QUESTIONS = Set.of("size", "dim", "len", "numel", "dtype", "device");

    private static final Set<String> JOINTS = Set.of("cat", "stack", "add", "add_", "sub", "mul", "mul_");

    /** @param end where the call that takes it is over */
    private record Use(String name, int line, int from, int to, int end, String reader, boolean joins) {}

    List<Reuse> find() {
        List<Reuse> reuses = new ArrayList<>();
        Map<String, List<Use>> uses = uses().stream().collect(Collectors.groupingBy(Use::name));
        for (Map.Entry<String, Call> output : outputs.entrySet()) {
            uses.getOrDefault(output.getKey(), List.of()).stream()
                    .filter(use -> use.line() > output.getValue().line())
                    .sorted(Comparator.comparingInt(Use::line).thenComparingInt(Use::end))
                    .skip(1)
                    .filter(use -> use.joins() && !looped[use.line()])
                    .forEach(use ->
                            reuses.add(new Reuse(use.line(), use.from(), use.to(), output.getValue(), use.reader())));
        }
        return reuses;
    }

    private List<Use> uses() {
        List<Use> uses = new ArrayList<>();
        Map<Integer, Map<Integer, Call>> called = calls.stream()
                .collect(Collectors.groupingBy(
                        Call::line, Collectors.toMap(Call::argumentsAt, Function.identity(), (first, any) -> first)));
        for (int number = 0; number < lines.size(); number++) {
            CodeLine line = lines.get(number);
            Matcher name = NAME.matcher(line.text());
            while (name.find()) {
                if (line.isCode(name.start()) && outputs.containsKey(name.group())) {
                    Use use = use(number, line, name, called.getOrDefault(number, Map.of()));
                    if (!QUESTIONS.contains(use.reader())) {
                        uses.add(use);
                    }
                }
            }
        }
        return uses;
    }

    /** @param called submodules on the line, by where their arguments begin */
    private static Use use(int number, CodeLine line, Matcher name, Map<Integer, Call> called) {
        int open = line.enclosing(name.start());
        int call = open >= 0 && line.text().charAt(open) == '[' ? line.enclosing(open) : open;
        if (call < 0 || !operand(line.text(), name)) {
            return new Use(name.group(), number, name.start(), name.end(), name.end(), "", false);
        }
        int end = line.closing(call);
        Call submodule = called.get(call + 1);
        if (submodule != null) {
            boolean joins = submodule.isComponent() && call == open;
            return new Use(name.group(), number, name.start(), name.end(), end, submodule.path(), joins);
        }
        String reader = wordBefore(line.text(), call);
        return new Use(name.group(), number, name.start(), name.end(), end, reader, JOINTS.contains(reader));
    }

    /** Whether the name stands alone between commas and brackets. */
    private static boolean operand(String text, Matcher name) {
        char before = name.start() > 0 ? text.charAt(name.start() - 1) : 0;
        char after = name.end() < text.length() ? text.charAt(name.end()) : 0;
        return (before == '(' || before == '[' || text.startsWith(", ", name.start() - 2))
                && (after == ',' || after == ')' || after == ']');
    }

    /** The operation whose bracket opens at a position; empty when the bracket is no call. */
    private static String wordBefore(String text, int open) {
        int start = open;
        while (start > 0 && (text.charAt(start - 1) == '_' || Character.isLetterOrDigit(text.charAt(start - 1)))) {
            start--;
        }
        return text.substring(start, open);
    }
}
