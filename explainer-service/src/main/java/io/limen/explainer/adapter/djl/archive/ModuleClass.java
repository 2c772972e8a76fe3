package io.limen.explainer.adapter.djl.archive;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A module class, as text.
 *
 * @param qualified module and name, for instance {@code __torch__.torch.nn.modules.conv.___torch_mangle_3.Conv2d}
 * @param attributes their types by their names
 * @param methods by their names
 * @param end the line of its file that follows it
 */
record ModuleClass(String qualified, Map<String, String> attributes, Map<String, ModuleMethod> methods, int end) {

    private static final Pattern CLASS = Pattern.compile("class (\\w+)\\(Module\\):");

    /** Other names would have to be looked at wherever they are shown; such submodules are passed through. */
    private static final Pattern ATTRIBUTE =
            Pattern.compile("  (?:(\\w+)|__annotations__\\[\"([\\w -]{1,100})\"\\]) (?:: |= )([\\w.]+)");

    ModuleClass {
        attributes = Map.copyOf(attributes);
        methods = Map.copyOf(methods);
    }

    /** As its author named it. */
    String name() {
        return qualified.substring(qualified.lastIndexOf('.') + 1);
    }

    /** The module classes of a file. */
    static List<ModuleClass> in(String module, List<String> lines) throws UnreadableCodeException {
        List<ModuleClass> classes = new ArrayList<>();
        for (int line = 0; line < lines.size(); line++) {
            Matcher matcher = CLASS.matcher(lines.get(line));
            if (matcher.matches()) {
                classes.add(read(module + "." + matcher.group(1), lines, line + 1));
            }
        }
        return classes;
    }

    private static ModuleClass read(String qualified, List<String> lines, int from) throws UnreadableCodeException {
        int end = from;
        while (end < lines.size()
                && (lines.get(end).startsWith("  ") || lines.get(end).isBlank())) {
            end++;
        }
        Map<String, String> attributes = new HashMap<>();
        Map<String, ModuleMethod> methods = new HashMap<>();
        for (int line = from; line < end; line++) {
            Matcher attribute = ATTRIBUTE.matcher(lines.get(line));
            if (lines.get(line).startsWith("  def ")) {
                ModuleMethod method = ModuleMethod.read(lines, line, end);
                methods.put(method.name(), method);
            } else if (attribute.matches()) {
                String name = attribute.group(1) == null ? attribute.group(2) : attribute.group(1);
                attributes.put(name, attribute.group(3));
            }
        }
        return new ModuleClass(qualified, attributes, methods, end);
    }
}
