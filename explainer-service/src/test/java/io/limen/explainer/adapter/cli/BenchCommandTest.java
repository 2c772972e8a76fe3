package io.limen.explainer.adapter.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.limen.explainer.application.ExplainCase;
import io.limen.explainer.application.ModelRejectedException;
import io.limen.explainer.application.bench.LevelModel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class BenchCommandTest {

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final List<Path> opened = new ArrayList<>();
    private Optional<Path> bank = Optional.empty();
    private Optional<Path> demo = Optional.empty();
    private LevelModel model = new LevelModel(0.75);
    private long nanoseconds;

    @BeforeEach
    void filesThatAUserHas() throws IOException {
        Files.writeString(folder.resolve("model.pt"), "model");
        Files.writeString(folder.resolve("image.png"), "64x64");
        Files.writeString(folder.resolve("mask.png"), "64x64 first pixel");
        Files.writeString(folder.resolve("small.png"), "10x32");
        Files.writeString(folder.resolve("notes.txt"), "no image");
        Files.createDirectory(folder.resolve("bank"));
    }

    @Test
    void figuresAreATableOnStdoutAndProgressOnStderr() {
        int code = bench("--model=" + path("model.pt"), "--image=" + path("image.png"), "--oracle-blocks=12");

        assertEquals(0, code, err.toString());
        assertTrue(out.toString().contains("libtorch 9.9 on cpu, 3 threads"), out.toString());
        assertTrue(out.toString().contains("12 blocks of each map, 400 donors each; 1 seed"), out.toString());
        assertTrue(out.toString().contains("level@1  image.png  published "), out.toString());
        assertTrue(out.toString().contains("level@1  image.png  adaptive "), out.toString());
        assertTrue(out.toString().contains("adaptive is "), out.toString());
        assertTrue(err.toString().startsWith("limen bench: warming up"), err.toString());
        assertTrue(err.toString().contains("limen bench: this will take about "), err.toString());
    }

    @Test
    void everyModelGetsEveryImageAndItsReference() {
        int code = bench(
                "--model=" + path("model.pt"),
                "--model=" + path("notes.txt"),
                "--image=" + path("image.png"),
                "--image=" + path("image.png"),
                "--reference=" + path("mask.png"),
                "--reference=" + path("mask.png"),
                "--bank=" + path("bank"),
                "--quick");

        assertEquals(0, code, err.toString());
        assertEquals(List.of(folder.resolve("model.pt"), folder.resolve("notes.txt")), opened);
        assertEquals(Optional.of(folder.resolve("bank")), bank);
        assertEquals(
                4,
                out.toString()
                        .lines()
                        .filter(line -> line.contains("image.png  published "))
                        .count());
        assertTrue(out.toString().contains("24 blocks of each map, 100 donors each"), out.toString());
    }

    @Test
    void withoutOptionsTheDemoModelsAreMeasuredOnTheFirstPictureOfTheirBank() throws IOException {
        demo = Optional.of(folder.resolve("models"));
        for (String name : List.of("b/1", "a/1")) {
            Files.createDirectories(folder.resolve("models").resolve(name));
            Files.writeString(folder.resolve("models").resolve(name).resolve("model.yaml"), "");
        }
        Files.createDirectory(folder.resolve("models/bank"));
        Files.writeString(folder.resolve("models/bank/0001.jpg"), "64x64");
        Files.writeString(folder.resolve("models/bank/0000.jpg"), "64x64");

        assertEquals(0, bench(), err.toString());

        assertEquals(List.of(folder.resolve("models/a/1"), folder.resolve("models/b/1")), opened);
        assertTrue(out.toString().contains("0000.jpg"), out.toString());
        assertFalse(out.toString().contains("0001.jpg"), out.toString());
    }

    @Test
    void figuresGoToAFileOfTheKindThatItsNameSays() throws IOException {
        String[] options = {"--model=" + path("model.pt"), "--image=" + path("image.png"), "--quick"};

        assertEquals(0, bench(options[0], options[1], options[2], "--out=" + path("new/bench.json")), err.toString());
        assertEquals(0, bench(options[0], options[1], options[2], "--out=" + path("bench.md")), err.toString());

        JsonNode root =
                new ObjectMapper().readTree(folder.resolve("new/bench.json").toFile());
        assertTrue(root.at("/results/0/published/forwards").asDouble() > 100, root.toString());
        assertTrue(Files.readString(folder.resolve("bench.md")).contains("| level@1 | image.png | published |"));
        assertTrue(out.toString().contains("written      " + path("bench.md")), out.toString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "--oracle-draws=1; --oracle-draws: must be 2 to 100000, is 1",
                "--oracle-blocks=0; --oracle-blocks: must be 1 to 100000, is 0",
                "--repeats=0; --repeats: must be 1 to 1000, is 0",
                "--reference=a --reference=b; --reference: give one for every --image, or none (2 for 1)",
                "--image=DIR/gone.png; --image: no such file: DIR/gone.png",
                "--image=DIR/notes.txt; --image: DIR/notes.txt: not an image",
                "--reference=DIR/small.png; --reference: the mask is 10x32 pixels, the image 64x64 (width x height)",
                "--bank=DIR/gone; --bank: not a folder: DIR/gone",
                "--out=DIR/bench.csv; --out: must end in .json or .md, is DIR/bench.csv",
                "--device=gpu:1; there is no GPU",
                "--seed=x; Invalid value for option '--seed': 'x' is not a long (limen bench --help explains)"
            })
    void whatTheUserGotWrongIsOneLine(String options, String expected) {
        List<String> arguments = new ArrayList<>(List.of("--model=" + path("model.pt")));
        if (!options.contains("--image")) {
            arguments.add("--image=" + path("image.png"));
        }
        arguments.addAll(List.of(options.replace("DIR", folder.toString()).split(" ")));

        assertEquals(2, bench(arguments.toArray(String[]::new)));

        assertEquals(
                "limen bench: " + expected.replace("DIR", folder.toString()),
                err.toString().strip());
        assertEquals("", out.toString());
    }

    @Test
    void modelsWithoutAnImageAreRefused() {
        assertEquals(2, bench("--model=" + path("model.pt")));
        assertEquals(
                "limen bench: --image: name an image for the models that you named",
                err.toString().strip());
    }

    @Test
    void withoutTheDemoModelsTheUserNamesWhatToMeasure() {
        assertEquals(2, bench());
        assertEquals(
                "limen bench: the demo models are not here: name what to measure with --model and --image",
                err.toString().strip());
    }

    @Test
    void imageWithNothingToExplainIsNamed() {
        model = new LevelModel(0);

        assertEquals(2, bench("--model=" + path("model.pt"), "--image=" + path("image.png")));
        assertTrue(err.toString().endsWith("limen bench: level@1 on image.png: no foreground\n"), err.toString());
    }

    private int bench(String... options) {
        BenchCommand command = new BenchCommand(
                new SizeDecoder(),
                device -> (path, donors) -> {
                    opened.add(path);
                    bank = donors;
                    return model;
                },
                device -> {
                    if (!device.toString().equals("auto")) {
                        throw new ModelRejectedException("there is no GPU");
                    }
                    return new BenchMachine.Engine("libtorch 9.9", 3, "cpu");
                },
                () -> new ExplainCase(() -> nanoseconds += 1_000_000),
                new BenchCommand.Demo(demo),
                new Console(
                        new PrintStream(new ByteArrayOutputStream()), false, () -> Instant.EPOCH, Optional.empty()));
        CommandLine line = LimenCommand.commandLine(command);
        line.setOut(new PrintWriter(out));
        line.setErr(new PrintWriter(err, true));
        List<String> arguments = new ArrayList<>(List.of("bench"));
        arguments.addAll(List.of(options));
        return line.execute(arguments.toArray(String[]::new));
    }

    private String path(String name) {
        return folder.resolve(name).toString();
    }
}
