package io.limen.producer.bootstrap;

import io.limen.producer.adapter.cli.DicomCommand;
import io.limen.producer.adapter.cli.ExitCode;
import io.limen.producer.adapter.cli.LimenCommand;
import io.limen.producer.adapter.cli.OneLineErrors;
import io.limen.producer.adapter.cli.PhantomsCommand;
import io.limen.producer.adapter.cli.ProgressLines;
import io.limen.producer.adapter.cli.ProgressOnTerminal;
import io.limen.producer.adapter.cli.PublishCommand;
import io.limen.producer.adapter.dataset.NewFolder;
import io.limen.producer.adapter.image.ImageIoPngEncoding;
import io.limen.producer.adapter.kafka.BrokerConnection;
import io.limen.producer.adapter.kafka.KafkaExplanations;
import io.limen.producer.application.Brokers;
import io.limen.producer.application.ExportPhantoms;
import io.limen.producer.application.PhantomExport;
import io.limen.producer.application.Progress;
import io.limen.producer.application.PublishCases;
import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.function.Function;
import javax.imageio.ImageIO;
import picocli.CommandLine;

/** Main class: {@code limen publish}, {@code limen phantoms} and {@code limen dicom}. */
public final class ProducerCommandLine {

    private ProducerCommandLine() {}

    /** Runs the command and ends the process with its exit code. */
    public static void main(String[] arguments) {
        System.setProperty("java.awt.headless", "true");
        StopSignal stop = new StopSignal();
        stop.install();
        InstantSource time = InstantSource.system();
        Progress progress = Terminal.isStderr()
                ? new ProgressOnTerminal(System.err, "limen")
                : new ProgressLines(new PrintWriter(System.err, true), time);
        CommandLine command = command(BrokerConnection::open, new PublishCases.Surroundings(progress, stop, time));
        System.exit(run(command, arguments, stop));
    }

    private static int run(CommandLine command, String[] arguments, StopSignal stop) {
        try {
            return command.execute(arguments);
        } catch (OutOfMemoryError e) {
            command.getErr().println("limen: out of memory; java -Xmx gives more");
            return ExitCode.FAILED;
        } finally {
            command.getOut().flush();
            command.getErr().flush();
            stop.commandEnded();
        }
    }

    /** The command with its sub-commands. */
    static CommandLine command(Function<Brokers, BrokerConnection> connect, PublishCases.Surroundings surroundings) {
        ImageIO.setUseCache(false);
        ExportPhantoms exportPhantoms =
                new ExportPhantoms(new ImageIoPngEncoding(), surroundings.progress(), surroundings.interruption());
        PhantomExport export = (series, folder) -> exportPhantoms.export(series, NewFolder.create(folder));
        OneLineErrors errors = new OneLineErrors();
        CommandLine command = new CommandLine(new LimenCommand())
                .addSubcommand(new PublishCommand(new PublishingService(connect, surroundings)))
                .addSubcommand(new PhantomsCommand(export))
                .addSubcommand(new DicomCommand(new ExportingService(KafkaExplanations::open, surroundings)));
        return command.setParameterExceptionHandler(errors).setExecutionExceptionHandler(errors);
    }
}
