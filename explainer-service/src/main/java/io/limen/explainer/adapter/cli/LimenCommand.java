package io.limen.explainer.adapter.cli;

import io.limen.explainer.application.ModelRejectedException;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The root of the explainer's commands, and what all of them share: exit codes and how errors are told. */
@Command(
        name = "limen",
        description = "Watches what deployed segmentation models look at.",
        synopsisSubcommandLabel = "COMMAND",
        sortOptions = false)
public final class LimenCommand implements Callable<Integer> {

    /** Anything that is not the user's doing. */
    public static final int INTERNAL_ERROR = 1;

    /** A replay that is not the same. */
    public static final int DIFFERS = 1;

    /** Bad usage or input. */
    public static final int USER_MISTAKE = 2;

    @Spec
    private CommandSpec spec;

    @Option(names = "--verbose", scope = ScopeType.INHERIT, description = "Show the stack trace of an error.")
    private boolean verbose;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "Show this help.")
    private boolean help;

    /**
     * A command line whose errors are one line on stderr, with exit code 2 where the user can put them right, else 1.
     *
     * @param commands annotated with {@link Command}
     */
    public static CommandLine commandLine(Object... commands) {
        LimenCommand root = new LimenCommand();
        CommandLine line = new CommandLine(root);
        for (Object command : commands) {
            line.addSubcommand(command);
        }
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setUsageHelpAutoWidth(true);
        line.setParameterExceptionHandler((error, arguments) -> usageMistake(error));
        line.setExecutionExceptionHandler((error, command, result) -> root.failure(error, command));
        return line;
    }

    /** No command was named. */
    @Override
    public Integer call() {
        CommandLine command = spec.commandLine();
        tell(
                command,
                "name a command: " + String.join(", ", command.getSubcommands().keySet()) + hint(command));
        return USER_MISTAKE;
    }

    private static int usageMistake(CommandLine.ParameterException error) {
        CommandLine command = error.getCommandLine();
        tell(command, error.getMessage() + hint(command));
        return USER_MISTAKE;
    }

    private int failure(Exception error, CommandLine command) {
        if (error instanceof UserMistakeException || error instanceof ModelRejectedException) {
            tell(command, error.getMessage());
            trace(error, command);
            return USER_MISTAKE;
        }
        tell(
                command,
                "internal error: " + error.getClass().getSimpleName() + ": " + error.getMessage()
                        + (verbose ? "" : " (--verbose shows where)"));
        trace(error, command);
        return INTERNAL_ERROR;
    }

    private void trace(Exception error, CommandLine command) {
        if (verbose) {
            error.printStackTrace(command.getErr());
        }
    }

    private static String hint(CommandLine command) {
        return " (" + command.getCommandSpec().qualifiedName() + " --help explains)";
    }

    /** One line on stderr that starts with the command's name. */
    static void tell(CommandLine command, String message) {
        String line =
                String.valueOf(message).replaceAll("\\s*\\R\\s*", " ").strip().replaceAll("\\p{Cntrl}", "?");
        command.getErr().println(command.getCommandSpec().qualifiedName() + ": " + line);
        command.getErr().flush();
    }
}
