package io.limen.explainer.adapter.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.limen.explainer.application.SampleCase;
import io.limen.explainer.domain.component.AblationKind;
import io.limen.explainer.domain.component.Component;
import io.limen.explainer.domain.component.ComponentAnalysis;
import io.limen.explainer.domain.component.ComponentAnalysis.Measured;
import io.limen.explainer.domain.component.ComponentAnalysis.NotMeasured;
import io.limen.explainer.domain.component.ComponentAnalysis.Unavailable;
import io.limen.explainer.domain.component.ComponentEffect;
import io.limen.explainer.domain.component.ComponentIntervention;
import io.limen.explainer.domain.component.ComponentType;
import io.limen.explainer.domain.component.SampleNetwork;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class NetworkSectionTest {

    private final ReportPage page = new ReportPage(new CasePictures());

    @Test
    void whoeverDidNotAskIsToldNothing() {
        String html = new String(page.render(SampleCase.twoEffects()), StandardCharsets.UTF_8);

        assertFalse(html.contains("Inside the network"));
    }

    @Test
    void aModelThatShowsNoComponentsSaysWhyAndDrawsNothing() {
        String html = render(new Unavailable("the model is <frozen>"));

        assertTrue(html.contains("The model does not show its components: the model is &lt;frozen&gt;."));
        assertFalse(html.contains("<svg"));
    }

    @Test
    void whatCouldNotBeMeasuredThisTimeIsNotHeldAgainstTheModel() {
        String html = render(new NotMeasured("the bank can't be read"));

        assertTrue(html.contains("could not be measured in this case: the bank can&#39;t be read."));
        assertFalse(html.contains("does not show its components"));
    }

    @Test
    void effectsThatFailedAreTold() {
        Component only = SampleNetwork.unet().components().get(0);
        String html = render(new Measured(
                List.of(only),
                List.of(effect(only, -3)),
                List.of(),
                List.of(),
                Map.of(),
                16,
                16,
                false,
                List.of("enc1 (mean): the output holds NaN", "enc1 (zero): the output holds NaN")));

        assertTrue(html.contains(
                "What could not be measured: enc1 (mean): the output holds NaN, and 1 more of the kind."));
    }

    @Test
    void thePictureHasEveryPartOnceWithItsNumbersInTheTitle() throws Exception {
        Document svg = svg(render(SampleNetwork.unet()));

        NodeList titles = svg.getElementsByTagName("title");
        assertEquals(11, titles.getLength());
        assertEquals(
                "enc3->dec3 (Skip, 64\u00d716\u00d716)\nresample: +0.2 \u00b1 0.3 Dice points, 16 draws\nmean: +0.1 Dice"
                        + " points, 1 draw\nzero: +0.2 Dice points, 1 draw",
                titles.item(0).getTextContent());
    }

    @Test
    void theSignIsToldByColourAndNumberAndChanceByTheFrame() throws Exception {
        Map<String, Element> parts = new HashMap<>();
        NodeList groups = svg(render(SampleNetwork.unet())).getElementsByTagName("g");
        for (int i = 0; i < groups.getLength(); i++) {
            Element group = (Element) groups.item(i);
            String title = group.getElementsByTagName("title").item(0).getTextContent();
            parts.put(title.substring(0, title.indexOf(' ')), group);
        }

        assertEquals("#7d0a22", part(parts.get("head")).getAttribute("fill"));
        assertTrue(parts.get("head").getTextContent().contains("\u221288.0"));
        assertEquals("part", part(parts.get("head")).getAttribute("class"));
        Element hinders = part(parts.get("enc1->dec1"));
        assertTrue(Integer.parseInt(hinders.getAttribute("fill").substring(5), 16)
                > Integer.parseInt(hinders.getAttribute("fill").substring(1, 3), 16));
        assertTrue(parts.get("enc1->dec1").getTextContent().contains("+4.5"));
        assertEquals("part chance", part(parts.get("bottleneck")).getAttribute("class"));
    }

    @Test
    void aNameCannotBreakOutOfThePicture() throws Exception {
        Component hostile =
                new Component("</svg><script>\"x\"</script>", 0, new ComponentType.Submodule("<b>&"), true, 1, 8, 8);
        String html = render(network(hostile, -3));

        assertFalse(html.contains("<script"));
        assertTrue(svg(html)
                .getElementsByTagName("title")
                .item(0)
                .getTextContent()
                .startsWith("</svg><script>\"x\"</script> (<b>&"));
    }

    @Test
    void stagesThatEverythingPassesAreNotSoldAsFindings() {
        Component stem = new Component("stem", 0, new ComponentType.Submodule("Conv2d"), true, 8, 8, 8);
        Component head = new Component("head", 0, new ComponentType.Submodule("Conv2d"), true, 1, 8, 8);
        Measured chain = new Measured(
                List.of(stem, head),
                List.of(effect(stem, -30), effect(head, -30)),
                List.of(),
                List.of(),
                Map.of(),
                16,
                32,
                true,
                List.of());

        String html = render(chain);

        assertTrue(html.contains("2 of them have the same, strongest effect of \u221230.0 \u00b1 0.5 Dice points"));
        assertTrue(html.contains("The budget ended before everything was measured."));
    }

    @Test
    void predictedAndMeasuredStandBesideEachOther() {
        String html = render(SampleNetwork.unet());

        assertTrue(html.contains("<td>bottleneck.conv[1]<span class=\"soft\">Conv2d, 128\u00d78\u00d78</span></td>"
                + "<td class=\"number\">\u22122.50</td><td class=\"number\">\u22123.09</td>"));
        assertTrue(html.contains("Replaced by zero: roughly (rank correlation 0.75)."));
        assertTrue(html.contains("other images: hardly (rank correlation 0.25)."));
        assertTrue(html.contains("--components --component-donors 16 --component-channels 16 --seed 7"));
    }

    @Test
    void ofManyPartsTheStrongestAreShownAndTheOthersFoldedAway() {
        String html = render(SampleNetwork.chain(60));

        assertEquals(60 + 16, html.split("<td>blocks\\.", -1).length - 1);
        assertTrue(html.indexOf("<td>blocks.15<") > html.indexOf("<details>"));
        assertTrue(html.indexOf("<td>blocks.0<") < html.indexOf("<details>"));
    }

    @Test
    void aBudgetThatLeftNothingIsSaid() {
        Measured nothing = new Measured(
                SampleNetwork.unet().components(), List.of(), List.of(), List.of(), Map.of(), 16, 0, true, List.of());

        String html = render(nothing);

        assertTrue(html.contains("the budget ended before any of them was measured"));
        assertFalse(html.contains("<svg"));
        assertFalse(html.contains("Colour scale of components"));
    }

    private static Measured network(Component only, double ate) {
        return new Measured(
                List.of(only), List.of(effect(only, ate)), List.of(), List.of(), Map.of(), 16, 16, false, List.of());
    }

    private static ComponentEffect effect(Component component, double ate) {
        return new ComponentEffect(
                component, ComponentIntervention.WHOLE, AblationKind.RESAMPLE, ate, 0.5, 16, 0, OptionalDouble.empty());
    }

    private String render(ComponentAnalysis analysis) {
        return new String(page.render(SampleCase.with(analysis)), StandardCharsets.UTF_8);
    }

    private static Element part(Element group) {
        return (Element) group.getElementsByTagName("rect").item(0);
    }

    private static Document svg(String html) throws Exception {
        Matcher svg = Pattern.compile("<svg.*</svg>", Pattern.DOTALL).matcher(html);
        assertTrue(svg.find());
        return DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(svg.group())));
    }
}
