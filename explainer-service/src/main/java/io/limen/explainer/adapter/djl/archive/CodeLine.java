package io.limen.explainer.adapter.djl.archive;

/** One line of TorchScript, with what stands in quotes told from what does not. */
final class CodeLine {

    private final String text;
    private final boolean[] quoted;
    private final int[] partner;
    private final int[] enclosing;
    private int unopened;
    private int unclosed;

    /** Looks at every character once. */
    CodeLine(String text) {
        this.text = text;
        this.quoted = quoted(text);
        this.partner = new int[text.length()];
        this.enclosing = new int[text.length()];
        int open = -1;
        for (int i = 0; i < text.length(); i++) {
            int depth = depth(i);
            enclosing[i] = open;
            partner[i] = depth == 0 ? i : -1;
            if (depth > 0) {
                open = i;
                unclosed++;
            } else if (depth < 0 && open < 0) {
                unopened++;
            } else if (depth < 0) {
                partner[i] = open;
                partner[open] = i;
                open = enclosing[open];
                unclosed--;
            }
        }
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
        return partner[open];
    }

    /** Where the bracket that is closed at a position was opened; -1 when it wasn't on this line. */
    int opening(int close) {
        return partner[close];
    }

    /** The bracket that is open around a position; -1 when there is none. */
    int enclosing(int position) {
        return enclosing[position];
    }

    /** Whether every bracket that is opened is closed. */
    boolean balanced() {
        return unopened == 0 && unclosed == 0;
    }

    /** Brackets that are opened less those that are closed. */
    int depth() {
        return unclosed - unopened;
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
