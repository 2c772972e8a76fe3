package io.limen.explainer.adapter.djl.archive;

/** One line of TorchScript, with what stands in quotes told from what does not. */
final class CodeLine {

    private final String text;
    private final boolean[] quoted;

    CodeLine(String text) {
        this.text = text;
        this.quoted = quoted(text);
    }

    String text() {
        return text;
    }

    /** Blanks before the first other character. */
    int indent() {
        int indent = 0;
        while (indent < text.length() && text.charAt(indent) == ' ') {
            indent++;
        }
        return indent;
    }

    /** Whether a character stands outside of quotes. */
    boolean isCode(int position) {
        return !quoted[position];
    }

    /** Where the bracket at a position is closed; -1 when it isn't on this line. */
    int closing(int open) {
        return match(open, 1);
    }

    /** Where the bracket that is closed at a position was opened; -1 when it wasn't on this line. */
    int opening(int close) {
        return match(close, -1);
    }

    /** The bracket that is open around a position; -1 when there is none. */
    int enclosing(int position) {
        int depth = 0;
        for (int i = position - 1; i >= 0; i--) {
            depth += depth(i);
            if (depth > 0) {
                return i;
            }
        }
        return -1;
    }

    /** Whether every bracket that is opened is closed. */
    boolean balanced() {
        int depth = 0;
        for (int i = 0; i < text.length(); i++) {
            depth += depth(i);
            if (depth < 0) {
                return false;
            }
        }
        return depth == 0;
    }

    private int match(int from, int step) {
        int depth = 0;
        for (int i = from; i >= 0 && i < text.length(); i += step) {
            depth += depth(i);
            if (depth == 0) {
                return i;
            }
        }
        return -1;
    }

    private int depth(int position) {
        if (quoted[position]) {
            return 0;
        }
        char c = text.charAt(position);
        return "([{".indexOf(c) >= 0 ? 1 : ")]}".indexOf(c) >= 0 ? -1 : 0;
    }

    private static boolean[] quoted(String text) {
        boolean[] quoted = new boolean[text.length()];
        char quote = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            quoted[i] = quote != 0;
            if (quote == 0 && (c == '"' || c == '\'')) {
                quote = c;
                quoted[i] = true;
            } else if (quote != 0 && c == '\\') {
                i++;
                if (i < text.length()) {
                    quoted[i] = true;
                }
            } else if (c == quote) {
                quote = 0;
            }
        }
        return quoted;
    }
}
