package io.limen.explainer.adapter.djl.archive;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * The class that data.pkl holds an object of.
 *
 * @param module its module, for instance {@code __torch__.networks}
 * @param name its name
 */
record RootClass(String module, String name) {

    /** A pickle of protocol 2 that starts with a class: PROTO 2, GLOBAL module newline name newline. */
    static RootClass in(byte[] pickle) throws IOException {
        String start = new String(pickle, 0, Math.min(pickle.length, 1024), StandardCharsets.ISO_8859_1);
        String[] lines = start.split("\n", 3);
        if (!start.startsWith("\u0080\u0002c__torch__") || lines.length < 3) {
            throw new IOException("data.pkl holds no module");
        }
        return new RootClass(lines[0].substring(3), lines[1]);
    }

    /** Module and name. */
    String qualified() {
        return module + "." + name;
    }
}
