package io.limen.quickstart.adapter.process;

import io.limen.quickstart.domain.PartFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A part in a process of its own. A small shell stands between: the child does not see the terminal's Ctrl-C, which
 * reaches every process of the group, so that this process decides in which order parts stop; and when this process
 * ends in any way, killed included, the pipe to the shell closes and the shell stops the child.
 */
public final class ChildProcess implements AutoCloseable {

    /** End of file on standard input: SIGTERM, 8 s later SIGKILL. The exit code is the child's. */
    private static final String GUARD = """
            trap '' INT HUP
            exec 3<&0
            "$@" 3<&- </dev/null &
            child=$!
            {
                read -r _ <&3
                kill -TERM "$child" 2>/dev/null
                tries=80
                while [ "$tries" -gt 0 ] && kill -0 "$child" 2>/dev/null; do
                    sleep 0.1
                    tries=$((tries - 1))
                done
                kill -KILL "$child" 2>/dev/null
            } &
            guard=$!
            exec 3<&-
            wait "$child"
            status=$?
            kill "$guard" 2>/dev/null
            exit "$status"
            """;

    private static final Duration GRACE = Duration.ofSeconds(6);

    /** The kernel ends a killed process at once, but a machine may be busy. */
    private static final Duration KILL_LIMIT = Duration.ofSeconds(5);

    private final Launch launch;
    private final Process process;

    private ChildProcess(Launch launch, Process process) {
        this.launch = launch;
        this.process = process;
    }

    /** Starts it. */
    public static ChildProcess start(Launch launch) {
        List<String> command = new ArrayList<>(List.of("/bin/sh", "-c", GUARD, launch.name()));
        command.addAll(launch.command());
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(launch.workFolder().toFile())
                .redirectErrorStream(true)
                .redirectOutput(launch.log().toFile());
        builder.environment().putAll(launch.environment());
        try {
            return new ChildProcess(launch, builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start " + launch.name(), e);
        }
    }

    /** Program and arguments. */
    String commandLine() {
        return String.join(" ", launch.command());
    }

    /** The exit code once it has ended. */
    public OptionalInt exitCode() {
        return process.isAlive() ? OptionalInt.empty() : OptionalInt.of(process.exitValue());
    }

    /** That it ended, with the end of its log. */
    public Optional<PartFailure> ended() {
        return process.isAlive()
                ? Optional.empty()
                : Optional.of(failure("ended with exit code " + process.exitValue()));
    }

    /** A failure of this part, with the end of its log. */
    PartFailure failure(String what) {
        return new PartFailure(launch.name() + " " + what, new LogTail(launch.log()).lines());
    }

    /** Asks it to stop (SIGTERM) and returns at once. */
    public void requestStop() {
        try {
            process.getOutputStream().close();
        } catch (IOException e) {
            process.destroy(); // the pipe is broken only when the shell is gone
        }
    }

    /** Kills it at once, without waiting for its end. */
    public void kill() {
        killAll();
    }

    private List<ProcessHandle> killAll() {
        List<ProcessHandle> behindTheGuard = process.descendants().toList();
        behindTheGuard.forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        return behindTheGuard;
    }

    /** Stops it: SIGTERM, and SIGKILL when it has not ended within six seconds. Nothing of it runs afterwards. */
    @Override
    public void close() {
        requestStop();
        try {
            if (!process.waitFor(GRACE.toMillis(), TimeUnit.MILLISECONDS)) {
                for (ProcessHandle killed : killAll()) {
                    killed.onExit().get(KILL_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
                }
                process.waitFor();
            }
        } catch (InterruptedException e) {
            kill();
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException(launch.name() + " does not end although it was killed", e);
        }
    }
}
