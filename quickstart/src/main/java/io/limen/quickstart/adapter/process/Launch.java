package io.limen.quickstart.adapter.process;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * How to start a part.
 *
 * @param name the part's name, also of its log file
 * @param command program and arguments
 * @param environment variables beside those of this process
 * @param workFolder an existing folder; its working directory, where {@code NAME.log} goes
 */
public record Launch(String name, List<String> command, Map<String, String> environment, Path workFolder) {

    public Launch {
        if (command.isEmpty()) {
            throw new IllegalArgumentException("no command for " + name);
        }
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }

    /** Where its standard output and error go. */
    public Path log() {
        return workFolder.resolve(name + ".log");
    }
}
