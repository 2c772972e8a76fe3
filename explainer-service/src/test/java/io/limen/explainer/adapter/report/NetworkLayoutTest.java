package io.limen.explainer.adapter.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.limen.explainer.adapter.report.NetworkLayout.Arc;
import io.limen.explainer.adapter.report.NetworkLayout.Box;
import io.limen.explainer.domain.component.Component;
import io.limen.explainer.domain.component.ComponentType;
import io.limen.explainer.domain.component.SampleNetwork;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkLayoutTest {

    @Test
    void encoderAndDecoderMakeAU() {
        List<Box> boxes = NetworkLayout.of(SampleNetwork.unet().components()).boxes();

        assertEquals(
                List.of("enc1", "enc2", "enc3", "bottleneck", "dec3", "dec2", "dec1", "head"),
                boxes.stream().map(box -> box.component().name()).toList());
        for (int i = 0; i < 3; i++) {
            Box encoder = boxes.get(i);
            Box decoder = boxes.get(6 - i);
            assertEquals(encoder.y(), decoder.y(), encoder.component().name());
            assertTrue(boxes.get(i + 1).y() >= encoder.y() + encoder.height(), encoder + " over the next");
            assertTrue(boxes.get(i + 1).height() < encoder.height());
        }
        for (int i = 1; i < boxes.size(); i++) {
            assertTrue(
                    boxes.get(i).x() >= boxes.get(i - 1).x() + boxes.get(i - 1).width());
        }
    }

    @Test
    void skipConnectionsAreArcsOverWhatTheySpan() {
        NetworkLayout layout = NetworkLayout.of(SampleNetwork.unet().components());

        assertEquals(
                List.of("enc3->dec3", "enc2->dec2", "enc1->dec1"),
                layout.arcs().stream().map(arc -> arc.component().name()).toList());
        for (Arc arc : layout.arcs()) {
            assertEquals(
                    arc.component().path(),
                    arc.from().component().path() + "->" + arc.to().component().path());
            assertTrue(arc.peak() > 0 && arc.peak() < arc.from().y());
        }
    }

    @Test
    void aSkipConnectionThatAFunctionReadsEndsAtTheStageThatRunsNext() {
        List<Arc> arcs = NetworkLayout.of(List.of(
                        stage("body.stem"),
                        stage("middle"),
                        new Component("body.stem.conv->cat", 0, ComponentType.SKIP, true, 4, 8, 8),
                        stage("head")))
                .arcs();

        assertEquals("body.stem", arcs.get(0).from().component().name());
        assertEquals("head", arcs.get(0).to().component().name());
    }

    @Test
    void aSkipConnectionWhoseEndsAreNotDrawnHasNoArc() {
        NetworkLayout layout = NetworkLayout.of(List.of(
                stage("stem"), new Component("input->cat", 0, ComponentType.SKIP, true, 4, 8, 8), stage("head")));

        assertEquals(List.of(), layout.arcs());
        assertEquals(2, layout.boxes().size());
    }

    @Test
    void arcsOfOneRowLieOverEachOther() {
        List<Arc> arcs = NetworkLayout.of(
                        List.of(stage("a"), stage("b"), stage("c"), skip("b->d"), stage("d"), skip("a->e"), stage("e")))
                .arcs();

        assertTrue(arcs.get(1).peak() < arcs.get(0).peak() - 10, arcs.toString());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 16, 17, 60, 200})
    void boxesKeepApartAndInsideThePicture(int stages) {
        NetworkLayout layout = NetworkLayout.of(SampleNetwork.chain(stages).components());

        assertEquals(stages <= 16, layout.labelled());
        double right = 0;
        for (Box box : layout.boxes()) {
            assertTrue(box.x() > right, box.toString());
            right = box.x() + box.width();
            assertTrue(box.y() > 0 && box.y() + box.height() < layout.height());
        }
        assertTrue(right < layout.width());
        assertFalse(stages <= 60 && layout.width() > 1100, "wider than the page: " + layout.width());
    }

    private static Component stage(String path) {
        return new Component(path, 0, new ComponentType.Submodule("Stage"), true, 4, 8, 8);
    }

    private static Component skip(String path) {
        return new Component(path, 0, ComponentType.SKIP, true, 4, 8, 8);
    }
}
