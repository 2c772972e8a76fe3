package io.limen.quickstart.bootstrap;

import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The quickstart's commands. Exit code 0: done; 2: a mistake in the command line; 1: anything else. */
@Command(name = "limen", subcommands = DemoCommand.class, description = "Quickstart of Limen.")
public final class QuickstartCommandLine {

    private QuickstartCommandLine() {}

    /** Runs the command and ends the process with its exit code. */
    public static void main(String[] arguments) {
        System.exit(run(new PrintWriter(System.err, true), arguments));
    }

    static int run(PrintWriter err, String... arguments) {
        CommandLine commandLine = new CommandLine(new QuickstartCommandLine());
        commandLine.setErr(err);
        commandLine.setCaseInsensitiveEnumValuesAllowed(true);
        commandLine.setParameterExceptionHandler((mistake, given) -> {
            mistake.getCommandLine().getErr().println("limen demo: " + oneLine(mistake));
            return CommandLine.ExitCode.USAGE;
        });
        commandLine.setExecutionExceptionHandler((failure, line, result) -> {
            line.getErr().println("limen demo: " + oneLine(failure));
            return CommandLine.ExitCode.SOFTWARE;
        });
        return commandLine.execute(arguments);
    }

    private static String oneLine(Exception e) {
        String message = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        return message.lines().findFirst().orElse(message);
    }
}
