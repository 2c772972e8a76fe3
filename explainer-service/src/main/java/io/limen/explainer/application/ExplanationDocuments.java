package io.limen.explainer.application;

import java.util.List;

/** Port: an explanation as files for people and for programs. Safe for use by several threads. */
@FunctionalInterface
public interface ExplanationDocuments {

    /** Renders the explanation; the same explanation gives the same bytes on the same machine. */
    Rendered of(ExplainedCase subject);

    /**
     * What was rendered.
     *
     * @param documents the files
     * @param notices what the user should know about them, one line each, for instance that numbers could not be drawn
     */
    record Rendered(List<Document> documents, List<String> notices) {

        public Rendered {
            documents = List.copyOf(documents);
            notices = List.copyOf(notices);
        }
    }

    /**
     * A file to be.
     *
     * @param name file name, without a folder
     * @param content its bytes; not copied, for a picture is large
     */
    record Document(String name, byte[] content) {

        public Document {
            if (name.isEmpty() || name.indexOf('/') >= 0 || name.indexOf('\\') >= 0) {
                throw new IllegalArgumentException("Document: " + name);
            }
        }
    }
}
