package io.limen.explainer.adapter.djl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.limen.explainer.application.DeviceChoice;
import io.limen.explainer.application.Instrumentation;
import io.limen.explainer.application.ModelDescription;
import io.limen.explainer.application.ModelId;
import io.limen.explainer.application.Sha256;
import io.limen.explainer.domain.attribution.Budget;
import io.limen.explainer.domain.component.ComponentAnalysis;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The twin of a model, and the means over its donors, from one process to the next. */
class KeptTwinTest {

    private static final Path MODEL = TestModel.file("skip-alone");

    @TempDir
    Path cache;

    /** As another process would load it. */
    private PlantedNetwork load(Path file) throws Exception {
        TorchSettings settings =
                new TorchSettings(new DeviceChoice.Cpu(), OptionalInt.of(4), false, Optional.of(cache.resolve("c")));
        ModelDescription description = new ModelDescription(
                new ModelId("test", "1"),
                Sha256.of(MODEL),
                Optional.empty(),
                3,
                TestModel.NONE,
                TestModel.ONE_CLASS,
                0.5);
        return new PlantedNetwork(
                new TorchScriptLoader(settings).load(file, description),
                PlantedNetwork.load("skip-alone").donors());
    }

    private List<Path> kept(String ending) throws IOException {
        try (Stream<Path> all = Files.list(cache.resolve("c").resolve("networks"))) {
            return all.filter(file -> file.toString().endsWith(ending)).toList();
        }
    }

    @Test
    void theNextProcessFindsTwinAndMeansAndTheSameEffects() throws Exception {
        ComponentAnalysis first = load(MODEL).analysis(Budget.UNLIMITED);
        List<Path> twins = kept(".pt");
        List<Path> means = kept(".means");
        assertEquals(1, twins.size());
        assertEquals(1, means.size());
        assertTrue(twins.get(0).getFileName().toString().startsWith(Sha256.of(MODEL)));
        // nothing can be written any more: what is kept is all there is
        Files.setPosixFilePermissions(twins.get(0).getParent(), PosixFilePermissions.fromString("r-x------"));
        assertEquals(first, load(MODEL).analysis(Budget.UNLIMITED));
        assertEquals(twins, kept(".pt"));
        assertEquals(means, kept(".means"));
    }

    @Test
    void aModelIsNotReadAgainForItsTwin() throws Exception {
        load(MODEL).analysis(Budget.UNLIMITED);
        Path copy = Files.copy(MODEL, cache.resolve("copy.pt"));
        PlantedNetwork network = load(copy);
        Files.delete(copy);
        assertInstanceOf(Instrumentation.Instrumented.class, network.model().components(PlantedNetwork.image()));
    }

    @Test
    void aDamagedTwinIsMadeAgain() throws Exception {
        ComponentAnalysis first = load(MODEL).analysis(Budget.UNLIMITED);
        Path twin = kept(".pt").get(0);
        byte[] content = Files.readAllBytes(twin);
        byte[] damaged = content.clone();
        damaged[damaged.length / 2] ^= 1;
        Files.write(twin, damaged);
        for (Path means : kept(".means")) {
            Files.write(means, new byte[] {0, 0, 0, 1, 0, 0, 0, 0, 127, -1, -1, -1});
        }
        assertEquals(first, load(MODEL).analysis(Budget.UNLIMITED));
        assertEquals(List.of(twin), kept(".pt"));
        assertEquals(Sha256.of(content), Sha256.of(twin));
    }

    /** Its name is right, its content is another network's. */
    @Test
    void aTwinOfAnotherModelIsNotTaken() throws Exception {
        ComponentAnalysis first = load(MODEL).analysis(Budget.UNLIMITED);
        Path twin = kept(".pt").get(0);
        Path draft = cache.resolve("other.pt");
        try (java.io.OutputStream out = Files.newOutputStream(draft)) {
            io.limen.explainer.adapter.djl.archive.InstrumentedArchive.write(TestModel.file("bottleneck-alone"), out);
        }
        String name = twin.getFileName().toString();
        Files.delete(twin);
        Files.move(
                draft,
                twin.resolveSibling(name.substring(0, name.length() - ".pt".length() - 64) + Sha256.of(draft) + ".pt"));
        assertEquals(first, load(MODEL).analysis(Budget.UNLIMITED));
    }
}
