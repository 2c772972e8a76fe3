package io.limen.explainer.adapter.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.limen.explainer.application.CaseToExplain;
import io.limen.explainer.application.DeviceChoice;
import io.limen.explainer.application.ExplanationDocuments.Document;
import io.limen.explainer.application.ExplanationDocuments.Rendered;
import io.limen.explainer.application.ExplanationOutcome;
import io.limen.explainer.application.ExplanationOutcome.Explained;
import io.limen.explainer.application.ExplanationOutcome.Failed;
import io.limen.explainer.application.ExplanationOutcome.Skipped;
import io.limen.explainer.application.ModelRejectedException;
import io.limen.explainer.application.ModelSource;
import io.limen.explainer.application.RegionSelection;
import io.limen.explainer.application.SampleCase;
import io.limen.explainer.domain.attribution.ExplanationSettings;
import io.limen.explainer.domain.component.ComponentAnalysis.Measured;
import io.limen.explainer.domain.component.ComponentAnalysis.Unavailable;
import io.limen.explainer.domain.component.ComponentEffect;
import io.limen.explainer.domain.component.ComponentSettings;
import io.limen.explainer.domain.component.SampleNetwork;
import io.limen.explainer.domain.image.RegionOfInterest;
import io.limen.explainer.domain.intervention.DrawSchedule.Adaptive;
import io.limen.explainer.domain.intervention.DrawSchedule.Published;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class ExplainCommandTest {

    @TempDir
    Path folder;

    private final ByteArrayOutputStream watched = new ByteArrayOutputStream();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private ExplanationOutcome outcome = new Explained(SampleCase.twoEffects().explanation());
    private RuntimeException fault;
    private ModelRejectedException rejection;
    private DeviceChoice deviceAsked;
    private CaseToExplain explained;
    private ExplanationSettings settings;
    private ReplayPlaces replayed;

    @BeforeEach
    void filesThatAUserHas() throws IOException {
        Files.writeString(folder.resolve("model.pt"), "model");
        Files.writeString(folder.resolve("image.png"), "48x32");
        Files.writeString(folder.resolve("mask.png"), "48x32");
        Files.writeString(folder.resolve("small.png"), "10x32");
        Files.writeString(folder.resolve("notes.txt"), "no image");
        Files.createDirectory(folder.resolve("bank"));
    }

    @Test
    void anExplanationIsWrittenAndSummedUp() throws IOException {
        int code = explain("--reference", path("mask.png"), "--roi", "8,16,8,8");

        assertEquals(0, code, err.toString());
        assertEquals("{}", Files.readString(folder.resolve("out/explanation.json")));
        assertEquals(List.of("explanation.json"), names(folder.resolve("out")));
        assertTrue(out.toString().contains("98.51 of 100 against the ground truth"), out.toString());
        assertTrue(out.toString().contains("2 of 23 blocks: 1 support the segmentation, 1 hinder it"), out.toString());
        assertTrue(out.toString().contains("1,234 in 5.7 s"), out.toString());
        assertTrue(out.toString().contains("LOCAL (probability 0.80)"), out.toString());
        assertTrue(out.toString().contains("explanation.json"), out.toString());
        assertEquals("numbers are missing", err.toString().strip());
    }

    @ParameterizedTest
    @CsvSource({"24, before any block could be judged", "90, before any effect could be told from chance"})
    void aBudgetThatEndedEarlyIsNotTakenForNoEffect(long forwards, String ended) {
        outcome = new Explained(SampleCase.outOfBudget(forwards).explanation());

        assertEquals(0, explain("--max-forwards=" + forwards));

        String warning =
                ended + ": raise --max-forwards or --max-seconds (a first look at every block takes about 47 passes)";
        assertTrue(out.toString().contains("significant    the budget ended " + warning), out.toString());
        assertFalse(out.toString().contains("0 of 23 blocks"), out.toString());
    }

    @Test
    void aResizedImageIsSaidToBe() {
        assertEquals(0, explain("--image", path("small.png")));
        assertTrue(out.toString().contains("resized from 32x10 to 32x48 (height x width)"), out.toString());
    }

    @Test
    void anImageOfTheModelsSizeIsNotSaidToBeResized() {
        assertEquals(0, explain());
        assertFalse(out.toString().contains("resized"), out.toString());
    }

    @Test
    void withoutOptionsTheScheduleIsAdaptive() {
        explain();

        assertEquals(Adaptive.asPreciseAsPublished(), settings.schedule());
        assertEquals(8, settings.blockSize());
        assertEquals(32, settings.regionSize());
        assertEquals(0, settings.seed());
        assertEquals(Long.MAX_VALUE, settings.budget().maxForwards());
        assertEquals(new RegionSelection.BoundaryWindow(), explained.region());
    }

    @Test
    void optionsReachTheSettings() {
        explain(
                "--schedule=published",
                "--block=16",
                "--screening-draws=2",
                "--draws=9",
                "--tau=0.5",
                "--seed=-3",
                "--max-forwards=77",
                "--roi=1,2,3,4");

        assertEquals(new Published(2, 9, 0.5), settings.schedule());
        assertEquals(16, settings.blockSize());
        assertEquals(-3, settings.seed());
        assertEquals(77, settings.budget().maxForwards());
        assertEquals(new RegionSelection.Given(new RegionOfInterest(1, 2, 3, 4)), explained.region());
    }

    @Test
    void adviceIsGivenOnceWhenTheWorkBegins() {
        explain("--image", path("gone.png"));
        assertEquals("", watched.toString());

        explain();

        assertEquals("limen: add this", watched.toString().strip());
    }

    @Test
    void theRegionMayBeTheObject() {
        explain("--roi=object");

        assertEquals(new RegionSelection.LargestObject(), explained.region());
    }

    @Test
    void theRegionMayBeAMask() throws IOException {
        Files.writeString(folder.resolve("region.png"), "48x32 first pixel");

        explain("--roi=mask:" + path("region.png"));

        assertEquals(new RegionSelection.Given(new RegionOfInterest(0, 0, 1, 1)), explained.region());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "gone.png|--roi: no such file",
                "notes.txt|not an image",
                "mask.png|the mask has no foreground",
                "small.png|the mask is 10x32 pixels, neither the image's 48x32 nor the model's output's 48x32"
            })
    void aRegionMaskThatCannotBeUsedIsOneClearLine(String file, String line) {
        assertMistake(explain("--roi=mask:" + path(file)), line);
    }

    @Test
    void someOptionsLeaveTheOthersAtTheirDefaults() {
        explain("--schedule=published", "--draws=10");

        assertEquals(new Published(3, 10, 0.02), settings.schedule());
    }

    @Test
    void aTargetAndATimeReachTheSettings() {
        explain("--target-se=0.25", "--max-seconds=1.5");

        assertEquals(new Adaptive(OptionalDouble.of(0.25), 0.02), settings.schedule());
        assertEquals(Duration.ofMillis(1500), settings.budget().maxDuration());
    }

    @ParameterizedTest
    @CsvSource({
        "--draws=1, --draws: must be 2 or more",
        "--screening-draws=0, --screening-draws: must be 1 or more",
        "--target-se=0.1, --target-se goes with --schedule adaptive"
    })
    void aWrongOptionOfThePublishedScheduleIsOneClearLine(String option, String line) {
        assertMistake(explain("--schedule=published", option), line);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--image|gone.png|--image: no such file",
                "--image|bank|--image: not a file",
                "--image|notes.txt|not an image",
                "--reference|gone.png|--reference: no such file",
                "--reference|notes.txt|not an image",
                "--reference|small.png|the mask is 10x32 pixels, the image 48x32",
                "--model|gone.pt|--model: no such file or folder",
                "--bank|gone|--bank: not a folder",
                "--bank|notes.txt|--bank: not a folder",
                "--out|notes.txt|--out: not a folder"
            })
    void aWrongFileIsOneClearLine(String option, String file, String line) {
        assertMistake(explain(option, path(file)), line);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--roi=1,2,3|is not top row, left column, height and width",
                "--roi=-1,2,3,4|is not top row, left column, height and width",
                "--roi=1,2,0,4|has no pixels",
                "--roi=objects|nor object, nor mask:FILE",
                "--roi=mask:|names no file",
                "--roi=24,0,9,8|reach beyond the model's output of 32 rows and 48 columns",
                "--roi=0,41,8,8|columns 41 to 48 reach beyond",
                "--block=0|--block: must be 1 to 1024",
                "--block=x|--block",
                "--draws=9|--draws goes with --schedule published",
                "--screening-draws=9|--screening-draws goes with --schedule published",
                "--tau=NaN|--tau: must be 0 to 100",
                "--max-forwards=0|--max-forwards: must be 1 or more",
                "--schedule=best|--schedule",
                "--target-se=0|--target-se: must be more than 0",
                "--max-seconds=0|--max-seconds: must be more than 0",
                "--component-donors=8|--component-donors goes with --components",
                "--component-channels=8|--component-channels goes with --components",
                "--colour=red|Unknown option: '--colour=red' (limen explain --help explains)"
            })
    void aWrongOptionIsOneClearLine(String option, String line) {
        assertMistake(explain(option), line);
    }

    @ParameterizedTest
    @CsvSource({
        "--component-donors=0, '--component-donors: must be 1 to 256, is 0'",
        "--component-donors=257, '--component-donors: must be 1 to 256, is 257'",
        "--component-channels=-1, '--component-channels: must be 0 to 4096, is -1'"
    })
    void aWrongNumberForComponentsIsOneClearLine(String option, String line) {
        assertMistake(explain("--components", option), line);
    }

    @Test
    void componentsAreAskedForOnlyWhenTheUserSaysSo() {
        explain();
        assertEquals(Optional.empty(), settings.components());

        explain("--components");
        assertEquals(Optional.of(ComponentSettings.DEFAULT), settings.components());

        explain("--components", "--component-donors=4", "--component-channels=0");
        assertEquals(
                Optional.of(new ComponentSettings(4, 0, ComponentSettings.DEFAULT.kinds())), settings.components());
    }

    @Test
    void theStrongestComponentsAreSummedUpInOneLineEach() {
        outcome = new Explained(SampleCase.with(SampleNetwork.unet()).explanation());

        assertEquals(0, explain("--components"));

        List<String> lines = out.toString()
                .lines()
                .filter(line -> line.startsWith("components"))
                .toList();
        assertEquals(
                List.of(
                        "components     11 of 11 stages and skip connections measured, 1 channels verified; 16 donors;"
                                + " rank correlation of gradient and zeroing 0.75",
                        "components     head (Conv2d, 1x64x64): -88.00 +- 0.30 Dice points, resample, 16 draws",
                        "components     dec1 (Stage, 16x64x64): -70.00 +- 0.30 Dice points, resample, 16 draws",
                        "components     enc1 (Stage, 16x64x64): -61.50 +- 0.30 Dice points, resample, 16 draws"),
                lines);
    }

    @Test
    void stagesThatAreEqualByNecessityAreOneLineAndPassesAreSplit() {
        Measured unet = SampleNetwork.unet();
        List<ComponentEffect> equal = unet.layers().stream()
                .map(effect -> List.of("enc1", "dec1", "head").contains(effect.name())
                        ? new ComponentEffect(
                                effect.component(),
                                effect.channel(),
                                effect.kind(),
                                -70,
                                0.3,
                                16,
                                0,
                                effect.predicted())
                        : effect)
                .toList();
        outcome = new Explained(SampleCase.with(new Measured(
                        unet.components(), equal, List.of(), List.of(), Map.of(), 16, 40, false, List.of()))
                .explanation());

        assertEquals(0, explain("--components"));

        List<String> lines = out.toString()
                .lines()
                .filter(line -> line.startsWith("components") || line.startsWith("forward"))
                .toList();
        assertTrue(lines.get(0).contains(" for the map, 40 for components"), lines::toString);
        assertEquals(
                "components     enc1, dec1, head: -70.00 +- 0.30 Dice points, resample, 16 draws; equal by necessity: what"
                        + " goes through one goes through all",
                lines.get(2));
        assertTrue(lines.get(3).startsWith("components     dec2 ("), lines::toString);
        assertEquals(5, lines.size());
    }

    @Test
    void whereTheBudgetLeftNothingThatIsAllThatIsSaid() {
        outcome = new Explained(SampleCase.with(new Measured(
                        SampleNetwork.unet().components(),
                        List.of(),
                        List.of(),
                        List.of(),
                        Map.of(),
                        16,
                        0,
                        true,
                        List.of()))
                .explanation());

        assertEquals(0, explain("--components"));

        assertTrue(out.toString().contains("components     none measured: the budget ended first"), out.toString());
    }

    @Test
    void aModelThatShowsNoComponentsIsExplainedAllTheSame() {
        outcome = new Explained(
                SampleCase.with(new Unavailable("the model is frozen")).explanation());

        assertEquals(0, explain("--components"));

        assertTrue(out.toString().contains("components     not available: the model is frozen"), out.toString());
        assertTrue(out.toString().contains("1 support the segmentation"), out.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"--model", "--image", "--out"})
    void aMissingOptionIsNamed(String missing) {
        List<String> arguments = new ArrayList<>(List.of("explain"));
        Stream.of("--model", "--image", "--out")
                .filter(option -> !option.equals(missing))
                .forEach(option -> arguments.addAll(List.of(option, path("image.png"))));

        assertMistake(command().execute(arguments.toArray(String[]::new)), "missing option: " + missing + "=");
    }

    @Test
    void aCaseWithNothingToExplainSaysSo() {
        outcome = new Skipped("no foreground");

        assertMistake(explain(), "nothing to explain: no foreground");
        assertFalse(Files.exists(folder.resolve("out")));
    }

    @Test
    void aModelThatFailsSaysWhy() {
        outcome = new Failed("the model's output holds NaN");

        assertMistake(explain(), "can't explain: the model's output holds NaN");
    }

    @Test
    void aModelThatCannotBeLoadedSaysWhy() {
        rejection = new ModelRejectedException("not TorchScript");

        assertMistake(explain(), "not TorchScript");
    }

    @Test
    void aFaultOfOursIsOneLineAndExitCodeOne() {
        fault = new IllegalStateException("broken\n invariant");

        assertEquals(1, explain());

        assertEquals(
                "limen explain: internal error: IllegalStateException: broken invariant (--verbose shows where)",
                err.toString().strip());
    }

    @Test
    void verboseShowsWhereAFaultIs() {
        fault = new IllegalStateException("broken");

        assertEquals(1, explain("--verbose"));

        assertTrue(err.toString().contains("at io.limen.explainer"), err.toString());
    }

    @Test
    void resultsOfAnEarlierRunAreReplacedAndOtherFilesLeftAlone() throws IOException {
        Files.createDirectory(folder.resolve("out"));
        Files.writeString(folder.resolve("out/explanation.json"), "old");
        Files.writeString(folder.resolve("out/mine.txt"), "mine");

        assertEquals(0, explain());

        assertEquals("{}", Files.readString(folder.resolve("out/explanation.json")));
        assertEquals(List.of("explanation.json", "mine.txt"), names(folder.resolve("out")));
    }

    @Test
    void helpGoesToStdout() {
        assertEquals(0, command().execute("explain", "--help"));

        assertTrue(out.toString().contains("--screening-draws"));
        assertTrue(out.toString().contains("Default: 50."));
        assertEquals("", err.toString());
    }

    private ModelSource modelsOn(DeviceChoice device) throws ModelRejectedException {
        if (device instanceof DeviceChoice.Gpu) {
            throw new ModelRejectedException("device " + device + " is not there");
        }
        deviceAsked = device;
        return (model, bank) -> {
            if (rejection != null) {
                throw rejection;
            }
            return new SampleModel();
        };
    }

    @Test
    void theDeviceIsTheOneThatWasChosen() {
        assertEquals(0, explain());
        assertEquals(new DeviceChoice.Auto(), deviceAsked);
        assertEquals(0, explain("--device", "cpu"));
        assertEquals(new DeviceChoice.Cpu(), deviceAsked);
    }

    @Test
    void aDeviceThatIsNotThere() {
        assertMistake(explain("--device", "gpu:3"), "device gpu:3 is not there");
    }

    @Test
    void whatIsNoDevice() {
        assertMistake(explain("--device", "cuda"), "must be auto, cpu or gpu:N, not 'cuda'");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"--seed=3", "--image=image.png", "--roi=object", "--max-seconds=9", "--components", "--bank=bank"
            })
    void aReplayIsAskedNothingThatItsRecordSays(String option) {
        assertMistake(
                again("--bootstrap=here:1", option),
                option.replaceAll("=.*", "") + " does not go with --replay: the record says it");
    }

    @Test
    void placesOfAReplayGoWithAReplay() {
        assertMistake(explain("--bootstrap=here:1"), "--bootstrap goes with --replay");
    }

    @Test
    void aReplayNeedsBrokersAnIdAndAVersion() {
        assertMistake(again(), "missing option: --bootstrap=HOST:PORT");
        err.getBuffer().setLength(0);
        assertMistake(again("--bootstrap=here:1", "--model=unet"), "--model: with --replay a model and its version");
        err.getBuffer().setLength(0);
        assertMistake(again("--bootstrap=here:1", "--read-seconds=0"), "--read-seconds: must be 1 to 86400, is 0");
        err.getBuffer().setLength(0);
        assertMistake(
                command().execute("explain", "--replay=../etc", "--bootstrap=here:1"),
                "--replay: an explanation's id has 64 hexadecimal digits");
    }

    @Test
    void whereAReplaysThingsLieReachesWhoReadsThem() {
        assertMistake(
                again(
                        "--bootstrap=here:1",
                        "--schema-registry=http://registry:8081",
                        "--models=repository",
                        "--image-store=s3://images/limen",
                        "--s3-endpoint=https://minio:9000",
                        "--model=unet@1"),
                "no replay here");

        assertEquals(
                new ReplayPlaces(
                        "here:1",
                        Optional.empty(),
                        Optional.of("http://registry:8081"),
                        Optional.empty(),
                        Optional.of(Path.of("repository")),
                        Optional.of("s3://images/limen"),
                        Optional.of(URI.create("https://minio:9000")),
                        "us-east-1"),
                replayed);
    }

    private int again(String... more) {
        List<String> arguments = new ArrayList<>(List.of("explain", "--replay=" + "AB".repeat(32)));
        arguments.addAll(List.of(more));
        return command().execute(arguments.toArray(String[]::new));
    }

    private void assertMistake(int code, String line) {
        assertEquals(2, code, err.toString());
        assertTrue(err.toString().contains(line), err.toString());
        assertFalse(err.toString().contains("\tat "), err.toString());
        assertEquals(1, err.toString().lines().count(), err.toString());
        assertTrue(err.toString().startsWith("limen explain: "), err.toString());
        assertEquals("", out.toString());
    }

    private int explain(String... more) {
        List<String> arguments = new ArrayList<>(List.of("explain"));
        String given = String.join(" ", more);
        for (String[] option : new String[][] {{"--model", "model.pt"}, {"--image", "image.png"}, {"--out", "out"}}) {
            if (!given.contains(option[0])) {
                arguments.addAll(List.of(option[0], path(option[1])));
            }
        }
        arguments.addAll(List.of(more));
        return command().execute(arguments.toArray(String[]::new));
    }

    private CommandLine command() {
        ExplainCommand explain = new ExplainCommand(
                new SizeDecoder(),
                this::modelsOn,
                (subject, source, chosen, progress) -> {
                    explained = subject;
                    settings = chosen;
                    if (fault != null) {
                        throw fault;
                    }
                    return outcome;
                },
                subject -> new Rendered(
                        List.of(new Document("explanation.json", new byte[] {'{', '}'})),
                        List.of("numbers are missing")),
                new Console(new PrintStream(watched, true), false, () -> Instant.EPOCH, Optional.of("add this")),
                places -> {
                    replayed = places;
                    throw new UserMistakeException("no replay here");
                });
        CommandLine line = LimenCommand.commandLine(explain);
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        return line;
    }

    private String path(String name) {
        return folder.resolve(name).toString();
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
