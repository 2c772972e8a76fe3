package io.limen.explainer.adapter.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.limen.explainer.application.ExplainedCase;
import io.limen.explainer.application.SampleCase;
import io.limen.explainer.domain.attribution.ReferenceMode;
import io.limen.explainer.domain.component.SampleNetwork;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ReportPageTest {

    private final ReportPage page = new ReportPage(new CasePictures());

    @Test
    void itLoadsNothingFromAnywhereAndRunsNothing() {
        String html = render(SampleCase.with(SampleNetwork.unet()));

        assertFalse(Pattern.compile("https?:|//[a-z]|<script|<link|@import|url\\(", Pattern.CASE_INSENSITIVE)
                .matcher(html.replaceAll("base64,[^\"]+", ""))
                .find());
        assertEquals(4, html.split("src=\"data:image/png;base64,", -1).length - 1);
    }

    @Test
    void whatComesFromOutsideIsEscaped() {
        String html = render(SampleCase.explained(
                block -> -1, ReferenceMode.PREDICTION, List.of("<script>alert('x')</script> & \"more\"")));

        assertFalse(html.contains("<script"));
        assertTrue(html.contains("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; &amp; &quot;more&quot;"));
    }

    @Test
    void itSaysTheFiguresAndHowToRepeatThem() {
        String html = render(SampleCase.twoEffects());

        assertTrue(html.contains("2 of the 23 blocks outside the green region matter"));
        assertTrue(html.contains("by 4.00 \u00b1 0.33 Dice points"));
        assertTrue(html.contains("\u22124.00 \u00b1 0.33"));
        assertTrue(html.contains("above left, 8 px away"));
        assertTrue(html.contains("ab".repeat(32)));
        assertTrue(html.contains("--roi 8,16,8,8 --block 8 --schedule published --screening-draws 3 --draws 50"
                + " --tau 0.02 --seed 7"));
    }

    @Test
    void recallOfScreeningIsNeverWithoutItsInterval() {
        String html = render(SampleCase.twoEffects());

        assertTrue(
                html.contains("<strong>100 % <small>22 % to 100 %</small></strong>"),
                html.replaceAll("base64,[^\"]+", ""));
    }

    @Test
    void aRegionOfPixelsIsRepeatedFromItsMask() {
        String html = render(SampleCase.maskRegion());

        assertTrue(html.contains("36 px of an object within row 8, column 16, 8 \u00d7 8 px"));
        assertTrue(html.contains("--roi mask:region.png --block 8"));
    }

    @Test
    void withoutAGroundTruthItDoesNotClaimToJudgeTheMask() {
        String judged = render(SampleCase.twoEffects());
        String selfJudged = render(SampleCase.explained(block -> -1, ReferenceMode.PREDICTION, List.of()));

        assertTrue(selfJudged.contains("It does not tell whether the mask is right"));
        assertFalse(judged.contains("It does not tell whether the mask is right"));
        assertTrue(judged.contains("Yellow line: the ground truth."));
    }

    @Test
    void aCaseWithoutEffectsSaysSo() {
        String html = render(SampleCase.explained(block -> 0));

        assertTrue(html.contains("None of the 23 blocks"));
        assertTrue(html.contains("No block has an effect."));
    }

    @Test
    void aBudgetThatEndedInScreeningIsNotTakenForNoEffect() {
        String html = render(SampleCase.outOfBudget(24));

        assertTrue(html.contains("No conclusion: the budget ended before any block could be judged: raise"
                + " --max-forwards or --max-seconds (a first look at every block takes about 70 passes)."));
        assertFalse(html.contains("None of the 23 blocks"));
    }

    private String render(ExplainedCase subject) {
        return new String(page.render(subject), StandardCharsets.UTF_8);
    }
}
