package io.limen.explainer.adapter.djl.archive;

import io.limen.explainer.adapter.djl.archive.Site.Call;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the sites of one method. What is inside of a loop is left alone: how often it happens is not known from the text. */
final class MethodSites {

    private static final Pattern CALL = Pattern.compile("\\)\\.(\\w+)\\(");
    private static final Pattern ASSIGNMENT = Pattern.compile("\\s*(\\w+)(?: : [\\w.\\[\\], ]+)? = (.*)");
    private static final Pattern NAME = Pattern.compile("\\w+");
    private static final Pattern MEMBER = Pattern.compile("(.+)\\.(\\w+)");
    private static final Pattern GETATTR = Pattern.compile("getattr\\((.+), \"([^\"\\\\]+)\"\\)");

    /** Characters; a statement that calls many submodules has some hundred. */
    private static final int LONGEST_LINE = 1 << 16;

    /** Characters; the largest networks have a few hundred thousand in all their methods together. */
    private static final int LONGEST_BODY = 1 << 21;

    /** Characters of an expression that means a submodule: a path of names. */
    private static final int LONGEST_PATH = 1 << 11;

    /** Brackets and names of an expression that means a submodule; also what keeps recursion from running away. */
    private static final int MOST_NESTED = 64;

    /** A submodule, or the module itself. */
    private record Place(String path, ModuleClass type) {}

    private final Map<String, ModuleClass> classes;
    private final ModuleMethod method;
    private final Map<String, Place> places = new HashMap<>();
    private final Map<String, Call> outputs = new HashMap<>();
    private final List<Call> calls = new ArrayList<>();

    private MethodSites(Map<String, ModuleClass> classes, ModuleClass owner, ModuleMethod method) {
        this.classes = classes;
        this.method = method;
        places.put(method.self(), new Place("", owner));
    }

    /** The sites of a method, in the order of execution. */
    static List<Site> of(Map<String, ModuleClass> classes, ModuleClass owner, ModuleMethod method)
            throws UnreadableCodeException {
        return new MethodSites(classes, owner, method).find();
    }

    private List<Site> find() throws UnreadableCodeException {
        if (method.body().stream().mapToLong(String::length).sum() > LONGEST_BODY) {
            throw new UnreadableCodeException("a method of its code has more than " + LONGEST_BODY + " characters");
        }
        List<CodeLine> lines = method.body().stream().map(CodeLine::new).toList();
        boolean[] looped = looped(lines);
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).text().length() > LONGEST_LINE || !lines.get(i).balanced()) {
                throw new UnreadableCodeException("a statement of its code goes over several lines, or over more than "
                        + LONGEST_LINE + " characters");
            }
            if (!looped[i]) {
                read(i, lines.get(i));
            }
        }
        List<Site> sites = new ArrayList<>(calls);
        sites.addAll(new Reuses(lines, looped, calls, outputs).find());
        sites.sort(Comparator.comparingInt(Site::line).thenComparingInt(Site::end));
        return sites;
    }

    /** Lines inside of a loop, its head included. */
    private static boolean[] looped(List<CodeLine> lines) {
        boolean[] looped = new boolean[lines.size()];
        int loop = Integer.MAX_VALUE;
        for (int i = 0; i < lines.size(); i++) {
            String text = lines.get(i).text().strip();
            if (lines.get(i).indent() <= loop) {
                loop = text.startsWith("for ") || text.startsWith("while ")
                        ? lines.get(i).indent()
                        : Integer.MAX_VALUE;
            }
            looped[i] = loop != Integer.MAX_VALUE;
        }
        return looped;
    }

    private void read(int number, CodeLine line) {
        int before = calls.size();
        Matcher call = CALL.matcher(line.text());
        for (int at = 0; call.find(at); at = call.start() + 1) {
            if (line.isCode(call.start())) {
                add(number, line, call);
            }
        }
        Matcher assignment = ASSIGNMENT.matcher(line.text());
        if (assignment.matches()) {
            Place place = resolve(assignment.group(2), 0);
            if (place != null) {
                places.put(assignment.group(1), place);
            }
            int start = assignment.start(2);
            calls.subList(before, calls.size()).stream()
                    .filter(Call::isComponent)
                    .filter(found ->
                            found.end() == line.text().length() - 1 && line.opening(found.nameAt() - 2) == start)
                    .forEach(found -> outputs.put(assignment.group(1), found));
        }
    }

    private void add(int number, CodeLine line, Matcher call) {
        int open = line.opening(call.start());
        Place place = open < 0 ? null : resolve(line.text().substring(open + 1, call.start()), 0);
        ModuleMethod called = place == null ? null : place.type().methods().get(call.group(1));
        if (called != null) {
            calls.add(new Call(
                    number,
                    call.start(1),
                    call.end(),
                    line.closing(call.end() - 1),
                    place.path(),
                    place.type(),
                    called));
        }
    }

    /** The module that an expression means; null when it means something else. */
    private Place resolve(String expression, int depth) {
        if (expression.length() > LONGEST_PATH || depth > MOST_NESTED) {
            return null;
        }
        if (NAME.matcher(expression).matches()) {
            return places.get(expression);
        }
        if (expression.startsWith("(") && expression.endsWith(")")) {
            return resolve(expression.substring(1, expression.length() - 1), depth + 1);
        }
        Matcher getattr = GETATTR.matcher(expression);
        Matcher member = getattr.matches() ? getattr : MEMBER.matcher(expression);
        if (!member.matches()) {
            return null;
        }
        Place owner = resolve(member.group(1), depth + 1);
        String type = owner == null ? null : owner.type().attributes().get(member.group(2));
        ModuleClass found = type == null ? null : classes.get(type);
        return found == null
                ? null
                : new Place(owner.path().isEmpty() ? member.group(2) : owner.path() + "." + member.group(2), found);
    }
}
