package io.limen.explainer.adapter.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.limen.explainer.application.ModelDescription;
import io.limen.explainer.application.ModelDescription.InputSize;
import io.limen.explainer.application.ModelDescription.Output;
import io.limen.explainer.application.ModelId;
import io.limen.explainer.application.ModelRejectedException;
import io.limen.explainer.application.RegisterModel;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class RegisterCommandTest {

    private static final String NEEDED = "--repository models --model unet.pt --as unet@2 --bank donors";

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private RegisterModel.Registration asked;
    private String refusal;

    @Test
    void whatIsNotSaidIsAssumed() {
        assertEquals(0, run(NEEDED));
        assertEquals("registered unet@2: auto, SHA-256 " + "a".repeat(64) + System.lineSeparator(), out.toString());
        assertEquals(Path.of("models"), asked.repository());
        assertEquals(Path.of("unet.pt"), asked.modelFile());
        assertEquals(Path.of("donors"), asked.bank());
        assertEquals(new ModelId("unet", "2"), asked.id());
        assertEquals(Optional.empty(), asked.contract().inputSize());
        assertEquals(3, asked.contract().channels());
        assertArrayEquals(new float[3], asked.contract().normalisation().mean());
        assertArrayEquals(
                new float[] {1, 1, 1}, asked.contract().normalisation().std());
        assertEquals(new Output(Output.Kind.AUTO, 1, 0), asked.contract().output());
        assertEquals(0.5, asked.contract().threshold());
    }

    @Test
    void everythingCanBeSaid() {
        assertEquals(
                0,
                run(NEEDED + " --input 128x96 --channels 1 --mean 0.5 --std 0.25 --output logits --classes 3"
                        + " --target-class 2 --threshold 0.3"));
        assertEquals(Optional.of(new InputSize(128, 96)), asked.contract().inputSize());
        assertEquals(1, asked.contract().channels());
        assertArrayEquals(new float[] {0.5f}, asked.contract().normalisation().mean());
        assertArrayEquals(new float[] {0.25f}, asked.contract().normalisation().std());
        assertEquals(new Output(Output.Kind.LOGITS, 3, 2), asked.contract().output());
        assertEquals(0.3, asked.contract().threshold());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--input 128 | --input needs HxW, for instance 256x256, not 128",
                "--input 0x8 | --input: sides must be 1 to 8192 pixels: 0x8",
                "--channels 2 | --channels must be 1 or 3, not 2",
                "--mean 0.5 | --mean needs 3 numbers, separated by commas",
                "--std 1,1,0 | --std must be above 0: 0.0",
                "--output percent | Invalid value for option '--output': needs auto, logits or probabilities, not percent",
                "--classes 1 --target-class 1 | --target-class must be below --classes: 1 of 1",
                "--threshold 1 | --threshold must be between 0 and 1: 1.0",
                "--threshold 1.5 | --threshold must be between 0 and 1: 1.5",
                "--classes 5 --target-class 7 | --target-class must be below --classes: 7 of 5",
                "--classes 0 | --classes must be 1 or more: 0",
                "--target-class -1 | --target-class must be 0 or more: -1",
            })
    void mistakeIsOneClearLine(String mistake, String line) {
        assertEquals(2, run(NEEDED + " " + mistake));
        assertEquals(
                List.of("limen register: " + line + " (limen register --help explains)"),
                err.toString().lines().toList());
        assertNull(asked);
    }

    @ParameterizedTest
    @CsvSource({"unet", "unet@", "a@b@c", "../x@1"})
    void nameMustBeSafe(String name) {
        assertEquals(2, run(NEEDED.replace("unet@2", name)));
        assertNull(asked);
    }

    @Test
    void refusedModelIsOneClearLine() {
        refusal = "the model's output holds NaN";
        assertEquals(2, run(NEEDED));
        assertEquals("limen register: the model's output holds NaN" + System.lineSeparator(), err.toString());
    }

    private int run(String arguments) {
        List<String> words = new ArrayList<>(List.of("register"));
        words.addAll(List.of(arguments.split(" ")));
        CommandLine line = LimenCommand.commandLine(new RegisterCommand(device -> this::register));
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        return line.execute(words.toArray(String[]::new));
    }

    private ModelDescription register(RegisterModel.Registration registration) throws ModelRejectedException {
        if (refusal != null) {
            throw new ModelRejectedException(refusal);
        }
        asked = registration;
        return new ModelDescription(
                registration.id(),
                "a".repeat(64),
                registration.contract().inputSize(),
                registration.contract().channels(),
                registration.contract().normalisation(),
                registration.contract().output(),
                registration.contract().threshold());
    }
}
