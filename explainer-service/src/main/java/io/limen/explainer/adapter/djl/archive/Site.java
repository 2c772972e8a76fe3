package io.limen.explainer.adapter.djl.archive;

/** A place in a method's text where something of interest happens. */
sealed interface Site {

    /** The line of the body. */
    int line();

    /** Where on the line it is over: what is evaluated first is over first. */
    int end();

    /**
     * A method of a submodule, or another method of the module itself, is called.
     *
     * @param nameAt where the method's name begins
     * @param argumentsAt where its arguments begin
     * @param path of the submodule, from the module on; empty for the module itself
     * @param owner its class
     * @param method what is called
     */
    record Call(int line, int nameAt, int argumentsAt, int end, String path, ModuleClass owner, ModuleMethod method)
            implements Site {

        /** Whether what it returns is a component. */
        boolean isComponent() {
            return !path.isEmpty() && method.isForward() && method.returnsTensor();
        }
    }

    /**
     * A component's output is used again.
     *
     * @param from where the variable stands that holds it
     * @param to behind it
     * @param source whose output it is
     * @param reader what takes it: a submodule's path, or the name of an operation
     */
    record Reuse(int line, int from, int to, Call source, String reader) implements Site {

        @Override
        public int end() {
            return to;
        }
    }
}
