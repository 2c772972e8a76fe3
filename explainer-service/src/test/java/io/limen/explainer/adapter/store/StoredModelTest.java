package io.limen.explainer.adapter.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.limen.explainer.application.ModelDescription;
import io.limen.explainer.application.ModelDescription.InputSize;
import io.limen.explainer.application.ModelDescription.Normalisation;
import io.limen.explainer.application.ModelDescription.Output;
import io.limen.explainer.application.ModelId;
import io.limen.explainer.application.ModelRejectedException;
import io.limen.explainer.application.Sha256;
import io.limen.explainer.domain.image.Image;
import io.limen.explainer.domain.intervention.DonorHalf;
import io.limen.explainer.domain.intervention.PatchBank;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoredModelTest {

    private static final String NOBODY = "0".repeat(64);

    @TempDir
    Path bank;

    @Test
    void patchesAreWholeAndGridAligned() throws Exception {
        image("a.png", "17x25 0.25");
        image("b.png", "7x100 0.75");
        PatchBank patches = model(Optional.empty(), 3).bank(8, NOBODY);
        assertEquals(2 * 3, patches.size());
        assertEquals(0.25f, patches.patches().get(0)[0]);
        assertEquals(3 * 8 * 8, patches.patches().get(0).length);
    }

    @Test
    void imagesAreBroughtToTheModelsInput() throws Exception {
        image("a.png", "200x150 0.25");
        PatchBank patches = model(Optional.of(new InputSize(32, 16)), 1).bank(8, NOBODY);
        assertEquals(4 * 2, patches.size());
        assertEquals(8 * 8, patches.patches().get(0).length);
        assertEquals(0.25f, patches.patches().get(7)[63], 1e-6f);
    }

    @Test
    void explainedImageDoesNotDonate() throws Exception {
        String excluded = image("a.png", "16x16 0.25");
        image("b.png", "16x16 0.75");
        PatchBank patches = model(Optional.empty(), 3).bank(8, excluded);
        assertEquals(4, patches.size());
        for (float[] patch : patches.patches()) {
            assertEquals(0.75f, patch[0]);
        }
    }

    @Test
    void wholeDonorsAreSpreadOverTheBankWithoutTheExplainedImage() throws Exception {
        String excluded = "";
        for (int i = 0; i < 9; i++) {
            String sha256 = image("i" + i + ".png", "16x16 0." + (i + 1));
            excluded = i == 4 ? sha256 : excluded;
        }
        StoredModel model = model(Optional.of(new InputSize(8, 8)), 3);
        Image like = new Image(8, 8, 3, new float[3 * 64]);
        assertEquals(List.of(0.2f, 0.6f, 0.8f), values(model.donorImages(3, excluded, like)));
        assertEquals(List.of(0.2f, 0.5f, 0.8f), values(model.donorImages(3, NOBODY, like)));
        assertEquals(8, model.donorImages(16, excluded, like).size());
        assertEquals(9, Set.copyOf(values(model.donorImages(16, NOBODY, like))).size());
    }

    @Test
    void wholeDonorsOfAnotherSizeAreLeftOutWhereTheModelTakesAny() throws Exception {
        image("a.png", "16x16 0.25");
        image("b.png", "16x17 0.5");
        image("c.png", "16x16 0.75");
        Image like = new Image(16, 16, 3, new float[3 * 256]);
        assertEquals(List.of(0.25f, 0.75f), values(model(Optional.empty(), 3).donorImages(2, NOBODY, like)));
    }

    private static List<Float> values(List<Image> images) {
        return images.stream().map(image -> image.pixels()[0]).toList();
    }

    @Test
    void bankOfTheExplainedImageAloneIsRefused() throws Exception {
        String excluded = image("a.png", "16x16 0.25");
        String line = assertThrows(
                        ModelRejectedException.class,
                        () -> model(Optional.empty(), 3).bank(8, excluded))
                .getMessage();
        assertEquals("the bank has no patch of 8x8 pixels once the explained image is left out", line);
    }

    @Test
    void largeBankIsSampledEvenlyAndTheSameEveryTime() throws Exception {
        for (int i = 0; i < 5; i++) {
            image(i + ".png", "160x160 0." + (i + 1));
        }
        PatchBank first = model(Optional.empty(), 3).bank(8, NOBODY);
        PatchBank again = model(Optional.empty(), 3).bank(8, NOBODY);
        assertEquals(1000, first.size());
        assertEquals(first.sha256(), again.sha256());
        for (int i = 0; i < 5; i++) {
            float value = (i + 1) / 10f;
            long given = first.patches().stream()
                    .filter(patch -> Math.abs(patch[0] - value) < 0.01f)
                    .count();
            // 250 candidates of each image, 1000 of 1250 drawn: 200 give or take 7.
            assertEquals(200, given, 40);
        }
    }

    @Test
    void bankIsCutOnceAndAgainWhenItsFilesChange() throws Exception {
        image("a.png", "16x16 0.25");
        StoredModel model = model(Optional.empty(), 3);
        PatchBank before = model.bank(8, NOBODY);
        assertSame(before, model.bank(8, "f".repeat(64)));
        image("b.png", "16x16 0.75");
        PatchBank after = model.bank(8, NOBODY);
        assertEquals(8, after.size());
        assertNotEquals(before.sha256(), after.sha256());
    }

    /** Images go whole to one half or the other, whichever of them is left out. */
    @Test
    void theHalvesOfABankHaveNoImageInCommon() throws Exception {
        String excluded = "";
        for (int i = 0; i < 6; i++) {
            String sha256 = image("i" + i + ".png", "16x16 0." + (i + 1));
            excluded = i == 2 ? sha256 : excluded;
        }
        StoredModel model = model(Optional.empty(), 3);
        assertEquals(Set.of(0.1f, 0.3f, 0.5f), firstValues(model.bank(8, NOBODY, DonorHalf.ODD)));
        assertEquals(Set.of(0.2f, 0.4f, 0.6f), firstValues(model.bank(8, NOBODY, DonorHalf.EVEN)));
        assertEquals(Set.of(0.1f, 0.5f), firstValues(model.bank(8, excluded, DonorHalf.ODD)));
        assertEquals(6, firstValues(model.bank(8, NOBODY)).size());
    }

    private static Set<Float> firstValues(PatchBank bank) {
        return bank.patches().stream().map(patch -> patch[0]).collect(Collectors.toSet());
    }

    @Test
    void otherFilesAreLeftAlone() throws Exception {
        image("a.png", "16x16 0.25");
        image("README.md", "about the images");
        image(".hidden.png", "no image");
        assertEquals(4, model(Optional.empty(), 3).bank(8, NOBODY).size());
    }

    @Test
    void unreadableImageIsNamed() throws Exception {
        image("a.png", "nonsense");
        String line = assertThrows(
                        ModelRejectedException.class,
                        () -> model(Optional.empty(), 3).bank(8, NOBODY))
                .getMessage();
        assertEquals("the bank's image a.png: not an image", line);
    }

    private StoredModel model(Optional<InputSize> size, int channels) {
        float[] ones = new float[channels];
        java.util.Arrays.fill(ones, 1);
        ModelDescription description = new ModelDescription(
                new ModelId("unet", "1"),
                NOBODY,
                size,
                channels,
                new Normalisation(new float[channels], ones),
                new Output(Output.Kind.PROBABILITIES, 1, 0),
                0.5);
        return new StoredModel(new FakeModel(description, null), new DonorImages(bank, RepositoryFolder.DECODER));
    }

    private String image(String name, String content) throws IOException {
        return Sha256.of(Files.readAllBytes(Files.writeString(bank.resolve(name), content)));
    }
}
