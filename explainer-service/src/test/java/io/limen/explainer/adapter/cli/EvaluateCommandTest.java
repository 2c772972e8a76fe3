package io.limen.explainer.adapter.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.limen.explainer.adapter.evaluation.FolderWorkplace;
import io.limen.explainer.application.ExplainCase;
import io.limen.explainer.application.ImageDecoder;
import io.limen.explainer.application.ModelRepository.RepositoryModel;
import io.limen.explainer.application.ModelSource;
import io.limen.explainer.application.Reachability;
import io.limen.explainer.application.evaluate.CaseEvaluation;
import io.limen.explainer.application.evaluate.CaseEvaluation.Evaluated;
import io.limen.explainer.application.evaluate.EvaluateModels;
import io.limen.explainer.application.evaluate.method.MethodCatalogue;
import io.limen.explainer.application.evaluate.method.WeightedBlocks;
import io.limen.explainer.domain.image.Image;
import io.limen.explainer.domain.image.Mask;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class EvaluateCommandTest {

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final ByteArrayOutputStream progress = new ByteArrayOutputStream();
    private final List<CaseEvaluation> reported = new ArrayList<>();

    /** Whatever the file says, the picture is the one that the model is made for. */
    private static final ImageDecoder DECODER = new ImageDecoder() {
        @Override
        public Image image(byte[] encoded) throws UnreadableImageException {
            if (encoded.length == 0) {
                throw new UnreadableImageException("the file is empty");
            }
            return WeightedBlocks.caseToExplain().image();
        }

        @Override
        public Mask mask(byte[] encoded) {
            return WeightedBlocks.caseToExplain().groundTruth().orElseThrow();
        }
    };

    @BeforeEach
    void modelsAndCases() throws IOException {
        for (String file : List.of(
                "models/m/1/model.yaml", "data/images/a.png", "data/images/b.png", "data/masks/a.png", "names.txt")) {
            Files.createDirectories(folder.resolve(file).getParent());
            Files.writeString(folder.resolve(file), "b\n");
        }
        Files.createDirectory(folder.resolve("empty"));
    }

    private int evaluate(String... more) {
        ModelSource source = new ModelSource() {
            @Override
            public RepositoryModel open(Path model, Optional<Path> bank) {
                return new WeightedBlocks(Map.of(3, 4.0));
            }

            @Override
            public RepositoryModel openShuffled(Path model, Optional<Path> bank, long seed) {
                return new WeightedBlocks(Map.of(24, 4.0));
            }
        };
        ExplainCase explain = new ExplainCase(() -> 0);
        EvaluateCommand command = new EvaluateCommand(
                device -> source,
                new EvaluateModels.Contest(
                        MethodCatalogue.all(explain), MethodCatalogue.adaptive(explain), Reachability.EVERYTHING),
                new FolderWorkplace(DECODER, (to, cases, settings, found) -> {
                    reported.clear();
                    reported.addAll(found);
                    return List.of(to.resolve("tables.md"));
                }),
                Optional.empty(),
                new Console(new PrintStream(progress), false, InstantSource.system(), Optional.empty()),
                System::nanoTime);
        CommandLine line = LimenCommand.commandLine(command);
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        List<String> arguments = new ArrayList<>(List.of("evaluate", "--region=16", "--budget=200"));
        arguments.addAll(List.of(more));
        return line.execute(arguments.toArray(String[]::new));
    }

    private String path(String name) {
        return folder.resolve(name).toString();
    }

    private int evaluateAll(String... more) {
        List<String> arguments = new ArrayList<>(
                List.of("--models=" + path("models"), "--dataset=" + path("data"), "--out=" + path("out")));
        arguments.addAll(List.of(more));
        return evaluate(arguments.toArray(String[]::new));
    }

    @Test
    void everyModelMeetsEveryCaseAndTheFilesAreNamed() {
        assertEquals(0, evaluateAll("--methods=occlusion,random"), err.toString());
        assertEquals(2, reported.size());
        Evaluated first = (Evaluated) reported.get(0);
        assertEquals(
                List.of("occlusion", "random", "oracle"),
                first.methods().stream().map(scores -> scores.method()).toList());
        assertTrue(out.toString().contains("written      " + path("out") + "/tables.md"), out.toString());
        assertTrue(err.toString().contains("limen evaluate: 2 pairs of model and image"), err.toString());
    }

    @Test
    void theSameCommandAgainFindsEverythingThere() {
        evaluateAll("--methods=occlusion");
        List<CaseEvaluation> before = List.copyOf(reported);
        assertEquals(0, evaluateAll("--methods=occlusion"));
        assertTrue(err.toString().contains("2 pairs of model and image, 2 of them known"), err.toString());
        assertEquals(before.size(), reported.size());
    }

    @Test
    void otherOptionsFindNothing() {
        evaluateAll("--methods=occlusion");
        assertEquals(0, evaluateAll("--methods=occlusion", "--seed=1"));
        assertTrue(!err.toString().contains("known"), err.toString());
    }

    @Test
    void casesCanBeChosenByNumberOrByName() {
        assertEquals(0, evaluateAll("--methods=random", "--names=" + path("names.txt")));
        assertEquals("b", reported.get(0).caseName());
        assertEquals(1, reported.size());
        assertEquals(0, evaluateAll("--methods=random", "--cases=1"));
        assertEquals("a", reported.get(0).caseName());
    }

    @Test
    void anImageThatCantBeReadIsAResultAndNoFailure() throws IOException {
        Files.writeString(folder.resolve("data/images/b.png"), "");
        assertEquals(0, evaluateAll("--methods=random"));
        assertEquals(new CaseEvaluation.NotEvaluated("weighted@1", "b", "b.png: the file is empty"), reported.get(1));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--methods=lime|--methods: there is no method lime, but adaptive, published, first-order",
                "--budget=0|--budget: must be 1 or more, is 0",
                "--cases=0|--cases: must be 1 or more, is 0",
                "--threads=0|--threads: must be 1 to 256, is 0",
                "--block=0|--block: must be 1 to 4096, is 0",
                "--repeated=-1|--repeated: must be 0 or more, is -1",
                "--names=nowhere.txt|--dataset: nowhere.txt",
                "--bank=nowhere|--bank: not a folder: nowhere",
            })
    void aMistakeIsOneLineAndTheCodeIsTwo(String option, String line) {
        assertEquals(2, evaluateAll(option));
        assertTrue(err.toString().startsWith("limen evaluate: " + line), err.toString());
        assertEquals(1, err.toString().lines().count(), err.toString());
    }

    @Test
    void foldersThatHoldNothingAreToldOf() {
        assertEquals(2, evaluate("--models=" + path("models"), "--out=" + path("out")));
        assertEquals(2, evaluate("--models=" + path("models"), "--dataset=" + path("data")));
        String told = err.toString();
        assertTrue(told.contains("missing option: --dataset=DIR"), told);
        assertTrue(told.contains("missing option: --out=DIR"), told);
        err.getBuffer().setLength(0);
        assertEquals(2, evaluate("--models=" + path("empty"), "--dataset=" + path("data"), "--out=" + path("out")));
        assertTrue(err.toString().contains("--models: there is no model in "), err.toString());
        assertEquals(2, evaluate("--models=" + path("models"), "--dataset=" + path("empty"), "--out=" + path("out")));
        assertTrue(err.toString().contains("holds no images"), err.toString());
    }
}
