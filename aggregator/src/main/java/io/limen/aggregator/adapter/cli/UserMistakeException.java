package io.limen.aggregator.adapter.cli;

/** Something the user can put right: reported as one line without a stack trace, exit code 2. */
public final class UserMistakeException extends Exception {

    private static final long serialVersionUID = 1;

    /** @param message one clear line for a person */
    public UserMistakeException(String message) {
        super(message);
    }

    /** @param message one clear line for a person */
    public UserMistakeException(String message, Throwable cause) {
        super(message, cause);
    }

    static void require(boolean condition, String otherwise) throws UserMistakeException {
        if (!condition) {
            throw new UserMistakeException(otherwise);
        }
    }
}
