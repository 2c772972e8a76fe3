package io.limen.aggregator.adapter.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The root of the aggregator's commands: exit codes, and how errors are told. */
@Command(
        name = "limen",
        description = "Watches what deployed segmentation models look at.",
        synopsisSubcommandLabel = "COMMAND",
        sortOptions = false)
public final class LimenCommand implements Callable<Integer> {

    /** Anything that is not the user's doing. */
    static final int FAILED = 1;

    /** Bad usage or input. */
    static final int USER_MISTAKE = 2;

    @Spec
    private CommandSpec spec;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "Show this help.")
    private boolean help;

    /** A command line whose errors are one line on stderr, with exit code 2 where the user can put them right, else 1. */
    public static CommandLine commandLine(Object... commands) {
        CommandLine line = new CommandLine(new LimenCommand());
        for (Object command : commands) {
            line.addSubcommand(command);
        }
        line.setUsageHelpAutoWidth(true);
        line.setParameterExceptionHandler((error, arguments) -> {
            CommandLine command = error.getCommandLine();
            tell(command, error.getMessage() + " (" + command.getCommandSpec().qualifiedName() + " --help explains)");
            return USER_MISTAKE;
        });
        line.setExecutionExceptionHandler((error, command, result) -> failure(error, command));
        return line;
    }

    /** No command was named. */
    @Override
    public Integer call() {
        CommandLine command = spec.commandLine();
        tell(
                command,
                "name a command: " + String.join(", ", command.getSubcommands().keySet()));
        return USER_MISTAKE;
    }

    private static int failure(Exception error, CommandLine command) {
        if (error instanceof UserMistakeException) {
            tell(command, error.getMessage());
            return USER_MISTAKE;
        }
        boolean expected = error instanceof IOException;
        tell(
                command,
                expected
                        ? error.getMessage()
                        : "internal error: " + error.getClass().getSimpleName() + ": " + error.getMessage());
        return FAILED;
    }

    /** One line on stderr that starts with the command's name. */
    static void tell(CommandLine command, String message) {
        String line =
                String.valueOf(message).replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
        command.getErr().println(command.getCommandSpec().qualifiedName() + ": " + line);
        command.getErr().flush();
    }
}
