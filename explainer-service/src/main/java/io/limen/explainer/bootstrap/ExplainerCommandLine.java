package io.limen.explainer.bootstrap;

import io.limen.explainer.adapter.cli.BenchCommand;
import io.limen.explainer.adapter.cli.BenchMachine;
import io.limen.explainer.adapter.cli.Console;
import io.limen.explainer.adapter.cli.EvaluateCommand;
import io.limen.explainer.adapter.cli.ExplainCommand;
import io.limen.explainer.adapter.cli.LimenCommand;
import io.limen.explainer.adapter.cli.RegisterCommand;
import io.limen.explainer.adapter.cli.SegmentCommand;
import io.limen.explainer.adapter.cli.capacity.CapacityCommand;
import io.limen.explainer.adapter.djl.TorchFacts;
import io.limen.explainer.adapter.djl.TorchScriptLoader;
import io.limen.explainer.adapter.djl.TorchSettings;
import io.limen.explainer.adapter.evaluation.FolderWorkplace;
import io.limen.explainer.adapter.image.ImageIoDecoder;
import io.limen.explainer.adapter.image.ImageLimits;
import io.limen.explainer.adapter.report.ExplanationFiles;
import io.limen.explainer.adapter.report.evaluation.EvaluationFiles;
import io.limen.explainer.adapter.store.FileModelSource;
import io.limen.explainer.adapter.store.ModelRegistrar;
import io.limen.explainer.application.DeviceChoice;
import io.limen.explainer.application.ExplainCase;
import io.limen.explainer.application.ImageDecoder;
import io.limen.explainer.application.ModelLoader;
import io.limen.explainer.application.ModelRejectedException;
import io.limen.explainer.application.Reachability;
import io.limen.explainer.application.evaluate.EvaluateModels;
import io.limen.explainer.application.evaluate.method.MethodCatalogue;
import io.limen.explainer.application.support.RegionSupports;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine;

/** The explainer's commands as a plain process, without the service around them. */
public final class ExplainerCommandLine {

    private ExplainerCommandLine() {}

    /** Runs the command that the arguments name and ends the process with its exit code. */
    public static void main(String[] arguments) {
        System.setProperty("java.awt.headless", "true");
        System.exit(commandLine().execute(arguments));
    }

    private static CommandLine commandLine() {
        ImageDecoder decoder = new ImageIoDecoder(ImageLimits.FILES);
        return LimenCommand.commandLine(
                new ExplainCommand(
                        decoder,
                        device -> new FileModelSource(loader(device), decoder),
                        new ExplainCase(System::nanoTime, new RegionSupports())::explain,
                        new ExplanationFiles(),
                        Console.ofProcess(ProcessEnvironment.advice()),
                        new ReplayWiring(demoModels())::open),
                new SegmentCommand(decoder, device -> new FileModelSource(loader(device), decoder)),
                new RegisterCommand(device -> new ModelRegistrar(loader(device), decoder)),
                new BenchCommand(
                        decoder,
                        device -> new FileModelSource(loader(device), decoder),
                        ExplainerCommandLine::engine,
                        () -> new ExplainCase(System::nanoTime, new RegionSupports()),
                        new BenchCommand.Demo(demoModels()),
                        Console.ofProcess(ProcessEnvironment.advice())),
                evaluate(decoder),
                new CapacityCommand());
    }

    private static EvaluateCommand evaluate(ImageDecoder decoder) {
        Reachability reachability = new RegionSupports();
        ExplainCase explain = new ExplainCase(System::nanoTime, reachability);
        return new EvaluateCommand(
                device -> new FileModelSource(loader(device), decoder),
                new EvaluateModels.Contest(
                        MethodCatalogue.all(explain), MethodCatalogue.adaptive(explain), reachability),
                new FolderWorkplace(decoder, new EvaluationFiles()::write),
                demoModels(),
                Console.ofProcess(ProcessEnvironment.advice()),
                System::nanoTime);
    }

    private static BenchMachine.Engine engine(DeviceChoice device) throws ModelRejectedException {
        TorchFacts facts = TorchFacts.on(device);
        return new BenchMachine.Engine("libtorch " + facts.version(), facts.threads(), facts.device());
    }

    /** The launcher says where the product lies. */
    private static Optional<Path> demoModels() {
        return Optional.ofNullable(System.getProperty("limen.home")).map(home -> Path.of(home, "quickstart", "models"));
    }

    private static ModelLoader loader(DeviceChoice device) throws ModelRejectedException {
        TorchScriptLoader loader = new TorchScriptLoader(TorchSettings.on(device));
        loader.requireSoundDevice();
        return loader;
    }
}
