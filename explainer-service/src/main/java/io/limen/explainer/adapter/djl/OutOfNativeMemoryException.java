package io.limen.explainer.adapter.djl;

import io.limen.explainer.application.ModelRejectedException;
import java.util.List;
import java.util.Locale;

/** A forward pass needed more memory than the device has; a smaller batch may need less. */
final class OutOfNativeMemoryException extends ModelRejectedException {

    private static final long serialVersionUID = 1L;

    /** What libtorch's allocators and the C++ library say, in lower case. */
    private static final List<String> SIGNS =
            List.of("out of memory", "can't allocate memory", "not enough memory", "std::bad_alloc");

    OutOfNativeMemoryException(String message, Throwable cause) {
        super(message, cause);
    }

    /** A failure of libtorch in one line: this exception if memory ran out. */
    static ModelRejectedException rejection(String line, RuntimeException failure) {
        return isSaidBy(failure)
                ? new OutOfNativeMemoryException(line, failure)
                : new ModelRejectedException(line, failure);
    }

    /** Whether this is how libtorch says that memory ran out. */
    static boolean isSaidBy(Throwable failure) {
        String message = String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
        return SIGNS.stream().anyMatch(message::contains);
    }
}
