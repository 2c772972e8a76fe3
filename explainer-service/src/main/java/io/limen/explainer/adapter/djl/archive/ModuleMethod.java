package io.limen.explainer.adapter.djl.archive;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A method of a module class, as text.
 *
 * @param name for instance {@code forward}
 * @param self what the module calls itself
 * @param parameters all others, as they are declared: {@code x: Tensor}
 * @param returns the type of what it returns
 * @param body its lines, indented as they are
 */
record ModuleMethod(String name, String self, List<String> parameters, String returns, List<String> body) {

    static final String TENSOR = "Tensor";

    /** Characters; a method with a hundred parameters has some thousand. */
    private static final int LONGEST_HEAD = 1 << 16;

    ModuleMethod {
        parameters = List.copyOf(parameters);
        body = List.copyOf(body);
    }

    /** Whether it is how a module is called: {@code forward}, or one of several under {@code forward1}, {@code forward__1}. */
    boolean isForward() {
        return name.matches("forward(_{0,2}[0-9]+)?");
    }

    boolean returnsTensor() {
        return returns.equals(TENSOR);
    }

    List<String> parameterNames() {
        return parameters.stream()
                .map(parameter -> parameter.substring(0, parameter.indexOf(':')).strip())
                .toList();
    }

    /**
     * Reads a method from its first line on.
     *
     * @param lines of a file
     * @param from where {@code def} stands
     * @param to where the class ends
     * @throws UnreadableCodeException when it isn't written as libtorch writes methods
     */
    static ModuleMethod read(List<String> lines, int from, int to) throws UnreadableCodeException {
        int line = headEnd(lines, from, to);
        CodeLine whole = new CodeLine(
                lines.subList(from, line).stream().map(String::strip).collect(Collectors.joining(" ")));
        int open = whole.text().indexOf('(');
        int close = open < 0 ? -1 : whole.closing(open);
        String tail = close < 0 ? "" : whole.text().substring(close + 1);
        if (!whole.balanced() || !whole.text().startsWith("def ") || !tail.startsWith(" -> ") || !tail.endsWith(":")) {
            throw new UnreadableCodeException("a method's head is not as libtorch writes it");
        }
        List<String> declared = split(new CodeLine(whole.text().substring(open + 1, close)));
        String self = declared.isEmpty() ? "" : declared.get(0);
        if (!self.matches("\\w+: [\\w.]+") || declared.stream().anyMatch(parameter -> !parameter.matches("\\w+: .+"))) {
            throw new UnreadableCodeException("a method's parameters are not as libtorch writes them");
        }
        return new ModuleMethod(
                whole.text().substring("def ".length(), open),
                self.substring(0, self.indexOf(':')),
                declared.subList(1, declared.size()),
                tail.substring(" -> ".length(), tail.length() - 1),
                bodyOf(lines, line, to));
    }

    /** The line behind a head. */
    private static int headEnd(List<String> lines, int from, int to) throws UnreadableCodeException {
        int depth = 0;
        int characters = 0;
        for (int line = from; line < to && characters <= LONGEST_HEAD; line++) {
            String text = lines.get(line).strip();
            if (line > from && text.startsWith("def ")) {
                break;
            }
            characters += text.length() + 1;
            depth += new CodeLine(text).depth();
            if (depth == 0 && text.endsWith(":")) {
                return line + 1;
            }
        }
        throw new UnreadableCodeException(
                "a method's head does not end, or has more than " + LONGEST_HEAD + " characters");
    }

    private static List<String> bodyOf(List<String> lines, int from, int to) {
        List<String> body = new ArrayList<>();
        for (int line = from; line < to && lines.get(line).startsWith("    "); line++) {
            body.add(lines.get(line));
        }
        return body;
    }

    private static List<String> split(CodeLine list) {
        List<String> parts = new ArrayList<>();
        int start = 0;
        for (int i = 0; i <= list.text().length(); i++) {
            boolean ends = i == list.text().length()
                    || list.text().charAt(i) == ',' && list.isCode(i) && list.enclosing(i) < 0;
            if (ends && !list.text().substring(start, i).isBlank()) {
                parts.add(list.text().substring(start, i).strip());
            }
            start = ends ? i + 1 : start;
        }
        return parts;
    }
}
