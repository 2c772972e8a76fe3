package io.limen.explainer.domain.component;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class TellingOrderTest {

    private static List<String> order(List<Component> network) {
        return TellingOrder.of(network.stream().filter(Component::layer).toList()).stream()
                .map(Component::name)
                .toList();
    }

    @Test
    void skipConnectionsAndTheBottleneckComeFirstAndTheRestAsItRuns() {
        List<Component> unet = SampleNetwork.unet().components();

        assertEquals(
                List.of(
                        "bottleneck",
                        "enc3->dec3",
                        "enc2->dec2",
                        "enc1->dec1",
                        "enc1",
                        "enc2",
                        "enc3",
                        "dec3",
                        "dec2",
                        "dec1",
                        "head"),
                order(unet));
    }

    @Test
    void aChainOfOneResolutionHasNoBottleneck() {
        List<Component> chain = SampleNetwork.chain(3).components();

        assertEquals(List.of("blocks.0", "blocks.1", "blocks.2"), order(chain));
    }

    @Test
    void ofNothingThereIsNoOrder() {
        assertEquals(List.of(), order(List.of()));
    }
}
