package io.limen.schemas.registry;

/** A registry that can't be used; the message is one line for whoever set it up. */
public final class RegistryException extends Exception {

    private static final long serialVersionUID = 1;

    /** With one line. */
    public RegistryException(String message) {
        super(message);
    }

    /** With one line and what was behind it. */
    public RegistryException(String message, Throwable cause) {
        super(message, cause);
    }
}
