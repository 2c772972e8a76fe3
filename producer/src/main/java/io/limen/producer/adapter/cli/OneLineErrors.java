package io.limen.producer.adapter.cli;

import io.limen.producer.application.BadInput;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Errors as one line, without a stack trace. */
public final class OneLineErrors implements IParameterExceptionHandler, IExecutionExceptionHandler {

    @Override
    public int handleParseException(ParameterException fault, String[] arguments) {
        CommandLine command = fault.getCommandLine();
        String name = command.getCommandSpec().qualifiedName();
        print(command.getErr(), name, fault.getMessage() + " (" + name + " --help explains)");
        return ExitCode.BAD_INPUT;
    }

    @Override
    public int handleExecutionException(Exception fault, CommandLine command, ParseResult parsed) {
        String name = command.getCommandSpec().qualifiedName();
        if (fault instanceof BadInput badInput) {
            print(command.getErr(), name, badInput.getMessage());
            return ExitCode.BAD_INPUT;
        }
        String cause = fault.getCause() == null ? "" : ": " + fault.getCause();
        print(command.getErr(), name, "unexpected fault: " + fault + cause);
        return ExitCode.FAILED;
    }

    private static void print(PrintWriter err, String command, String line) {
        err.println(command + ": " + SafeText.of(line.replaceAll("\\s*\\R\\s*", " ")));
        err.flush();
    }
}
