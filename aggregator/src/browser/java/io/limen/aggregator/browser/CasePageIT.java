package io.limen.aggregator.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import io.limen.schemas.Attribution;
import io.limen.schemas.ComponentEffect;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** One case. */
@InBrowser
class CasePageIT {

    private static final String SEEN = "image => new Promise(seen => { const picture = new Image();"
            + " picture.onload = () => seen(picture.naturalWidth); picture.onerror = () => seen(0);"
            + " picture.src = image.getAttribute('href'); })";

    @Test
    void theMapLiesOverTheImageWithTheRegionAndALegend(Visit visit, Stage stage) {
        Page page = open(visit, stage);

        assertEquals(256, page.locator(".case-map image").first().evaluate(SEEN), "the image is a picture");
        assertThat(page.locator(".case-region")).hasAttribute("d", Pattern.compile("^M\\d"));
        Locator legend = page.locator(".case-legend");
        assertThat(legend).containsText(Pattern.compile("red supports, down to \u2212\\d+\\.\\d\\d points"));
        assertThat(legend).containsText(Pattern.compile("blue, hatched hinders, up to \\d+\\.\\d\\d points"));
        assertThat(legend).containsText("the region that is explained");
        Inspection.of(page, "case");
    }

    @Test
    void theStrongestBlockHasAnErrorBarAndIsShownOnTheMap(Visit visit, Stage stage) {
        Page page = open(visit, stage);
        Attribution told = told(stage);
        int strongest = IntStream.range(0, told.getEffects().size())
                .filter(block -> told.getEffects().get(block) != null
                        && told.getSignificant().get(block))
                .boxed()
                .max(Comparator.comparingDouble(
                        block -> Math.abs(told.getEffects().get(block))))
                .orElseThrow();

        Locator row = page.locator("tr:has(.error-bar)").first();
        assertThat(row)
                .containsText(
                        String.format(Locale.ROOT, "%.2f", told.getEffects().get(strongest))
                                .replace('-', '\u2212'));
        assertThat(row)
                .containsText(String.format(
                        Locale.ROOT,
                        "\u00b1\u202f%.2f",
                        2 * told.getStandardErrors().get(strongest)));
        row.getByRole(AriaRole.BUTTON).click();
        assertThat(page.locator(".case-readout"))
                .containsText("Row " + (strongest / 16 + 1) + ", column " + (strongest % 16 + 1) + ": ");
    }

    @Test
    void eachBlockTellsItsNumbersToThePointer(Visit visit, Stage stage) {
        Page page = open(visit, stage);
        Attribution told = told(stage);

        BoundingBox map = page.locator(".case-map").boundingBox();
        page.mouse().move(map.x + map.width * 2.5 / 16, map.y + map.height * 1.5 / 16);
        assertThat(page.locator(".case-readout"))
                .hasText(Pattern.compile("Row 2, column 3: .*" + effect(told, 1 * 16 + 2) + " points, standard error .*"
                        + told.getDraws().get(18) + " draws, (not )?significant"));
    }

    @Test
    void eachBlockTellsItsNumbersToTheKeyboard(Visit visit, Stage stage) {
        Page page = open(visit, stage);
        Attribution told = told(stage);

        page.locator(".case-map").focus();
        page.keyboard().press("ArrowRight");
        assertThat(page.locator(".case-readout")).containsText("Row 1, column 1: ");
        page.keyboard().press("ArrowRight");
        page.keyboard().press("ArrowDown");
        assertThat(page.locator(".case-readout"))
                .hasText(Pattern.compile("Row 2, column 2: .*" + effect(told, 17) + " points"));
        assertThat(page.locator(".case-readout")).hasAttribute("aria-live", "polite");
        assertThat(page.locator(".case-cursor")).hasAttribute("visibility", "visible");
    }

    @Test
    void errorsDrawsAndMaskAreViewsOfTheirOwn(Visit visit, Stage stage) {
        Page page = open(visit, stage);
        Attribution told = told(stage);

        choose(page, "Standard errors");
        assertThat(page.locator(".case-legend")).hasText(Pattern.compile("0 to \\d+\\.\\d{3} points"));
        Inspection.of(page, "case-errors");
        choose(page, "Draws");
        int most = told.getDraws().stream()
                .filter(draws -> draws != null)
                .max(Integer::compare)
                .orElseThrow();
        assertThat(page.locator(".case-legend")).hasText("0 to " + most + " draws, fuller colour: more");
        choose(page, "Mask");
        assertThat(page.locator(".case-block")).hasCount(0);
        assertThat(page.locator(".case-map image").last()).hasAttribute("visibility", "visible");
        assertEquals(256, page.locator(".case-map image").last().evaluate(SEEN), "the mask is a picture");
        choose(page, "Image");
        assertThat(page.locator(".case-map image").first()).hasAttribute("visibility", "visible");
        assertThat(page.locator(".case-block")).hasCount(0);
    }

    @Test
    void blocksThatChanceExplainsCanBeLeftOut(Visit visit, Stage stage) {
        Page page = open(visit, stage);
        Attribution told = told(stage);

        assertThat(page.locator(".case-block")).hasCount((int) told.getEffects().stream()
                .filter(effect -> effect != null && effect != 0)
                .count());
        page.getByLabel("only significant blocks").check();
        assertThat(page.locator(".case-block")).hasCount((int)
                told.getSignificant().stream().filter(Boolean.TRUE::equals).count());
        choose(page, "Image");
        assertThat(page.getByLabel("only significant blocks")).isHidden();
        choose(page, "Draws");
        assertThat(page.getByLabel("only significant blocks")).isVisible();
    }

    @Test
    void blocksThatChanceExplainsAreFainterThanAnyOther(Visit visit, Stage stage) {
        Page page = open(visit, stage);
        Attribution told = told(stage);

        assertThat(page.locator(".case-block.by-chance")).hasCount((int)
                IntStream.range(0, told.getEffects().size())
                        .filter(block -> told.getEffects().get(block) != null
                                && told.getEffects().get(block) != 0
                                && !told.getSignificant().get(block))
                        .count());
        assertTrue(opacity(page, ".by-chance", "max") < opacity(page, ":not(.by-chance)", "min") / 2);
        assertThat(page.locator(".case-legend")).containsText("faint: not significant");
    }

    @Test
    void onAPhoneTheNumbersOfTheStrongestBlocksAreInSight(Visit visit, Stage stage) {
        Page page = open(visit, stage);

        page.setViewportSize(390, 844);
        Locator table = page.getByRole(
                AriaRole.REGION,
                new Page.GetByRoleOptions().setName("The strongest blocks").setExact(true));
        assertThat(table.locator("tbody .case-word").first()).isHidden();
        assertEquals(true, table.evaluate("frame => frame.scrollWidth <= frame.clientWidth"), "nothing is cut off");
        assertThat(page.locator(".case-components th[scope=row]").first()).hasCSS("position", "sticky");
        assertEquals(
                0,
                page.locator(".case-components th[scope=row]")
                        .evaluateAll(
                                "heads => heads.filter(head => getComputedStyle(head).overflowWrap === 'anywhere').length"));
    }

    @Test
    void factsStrategyScreeningAndComponentsAreToldWithTheirUnits(Visit visit, Stage stage) {
        Page page = open(visit, stage);
        Attribution told = told(stage);

        assertThat(panel(page, "Facts")).containsText("phantom-unet@2");
        assertThat(panel(page, "Facts")).containsText(String.format(Locale.ROOT, "%.1f %%", told.getBaselineDice()));
        double[] errors = told.getStandardErrors().stream()
                .filter(error -> error != null)
                .mapToDouble(Double::doubleValue)
                .toArray();
        double meanSquare =
                Arrays.stream(errors).map(error -> error * error).average().orElseThrow();
        assertThat(panel(page, "Facts"))
                .containsText(String.format(
                        Locale.ROOT,
                        "%.3f points (root mean square over %d blocks), at most %.3f",
                        Math.sqrt(meanSquare),
                        errors.length,
                        Arrays.stream(errors).max().orElseThrow()));
        assertThat(panel(page, "Strategy")).containsText(Pattern.compile("Locality\\d+ %\\d+ \u00b1 \\d+ %"));
        assertThat(panel(page, "Strategy")).containsText("standard deviation of 52 explanations of the same model");
        assertThat(panel(page, "Screening")).containsText("10 of them measured all the same");
        Locator components = panel(page, "Components").getByRole(AriaRole.TABLE);
        assertThat(components.locator("thead th")).hasText(new Pattern[] {
            Pattern.compile("Component"), Pattern.compile("resample\\d+ draws"), Pattern.compile("zeroexact")
        });
        List<String> names = told.getComponents().stream()
                .filter(component -> component.getKind().equals("resample"))
                .sorted(Comparator.comparingDouble(component -> -Math.abs(component.getAte())))
                .map(ComponentEffect::getName)
                .toList();
        assertThat(components.locator("tbody th")).hasText(names.toArray(String[]::new));
        assertThat(components.locator("tbody tr").first())
                .hasText(Pattern.compile("\u2212\\d+\\.\\d\\d \u00b1 \\d\\.\\d\\d ?\u2212\\d+\\.\\d\\d$"));
    }

    @Test
    void pictureNumbersAndWholeExplanationAreDownloaded(Visit visit, Stage stage) throws IOException {
        Page page = open(visit, stage);
        Attribution told = told(stage);

        assertArrayEquals(new byte[] {(byte) 0x89, 'P', 'N', 'G'}, Arrays.copyOf(download(page, "Overlay PNG"), 4));
        byte[] numpy = download(page, "effects.npy");
        assertArrayEquals(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'}, Arrays.copyOf(numpy, 6));
        assertEquals(0, (numpy.length - 16 * 16 * Double.BYTES) % 64, "a header and 256 doubles");
        assertEquals(
                told.getExplanationId(),
                new ObjectMapper()
                        .readTree(new String(download(page, "JSON"), StandardCharsets.UTF_8))
                        .path("explanationId")
                        .asText());
    }

    @Test
    void theAddressShowsTheSameCaseToSomebodyElse(Visit visit, Stage stage) {
        Page page = open(visit, stage);
        page.context().grantPermissions(java.util.List.of("clipboard-read", "clipboard-write"));
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Copy link"))
                .click();
        assertThat(page.getByText("Copied.")).isVisible();
        String copied = (String) page.evaluate("() => navigator.clipboard.readText()");

        Visit other = stage.visit();
        other.page().navigate(copied);
        assertThat(other.page().getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .hasText("Case " + told(stage).getCaseId());
        assertThat(other.page()).hasTitle(Pattern.compile("Limen"));
        other.end(false);
    }

    static Attribution told(Stage stage) {
        return stage.fleet().newest(PublishedFleet.CHANGED);
    }

    static Page open(Visit visit, Stage stage) {
        Page page = visit.open("#/case/" + told(stage).getExplanationId()).page();
        assertThat(page.locator(".case-map image").first()).hasAttribute("href", Pattern.compile("^blob:"));
        assertThat(page.locator(".case-map image").last()).hasAttribute("href", Pattern.compile("^blob:"));
        return page;
    }

    private static double opacity(Page page, String blocks, String which) {
        return ((Number) page.evaluate(
                        "blocks => Math." + which
                                + "(...[...document.querySelectorAll('.case-block' + blocks)].map(block => Number(block.getAttribute('fill-opacity'))))",
                        blocks))
                .doubleValue();
    }

    private static void choose(Page page, String view) {
        Locator button = page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(view).setExact(true));
        button.click();
        assertThat(button).hasAttribute("aria-pressed", "true");
    }

    private static String effect(Attribution told, int block) {
        double effect = told.getEffects().get(block);
        String does = effect < 0 ? "supports" : effect > 0 ? "hinders" : "no effect";
        return does + ", effect "
                + String.format(Locale.ROOT, "%.3f", effect)
                        .replace('-', '\u2212')
                        .replace(".", "\\.");
    }

    static Locator panel(Page page, String title) {
        return page.locator(
                ".panel",
                new Page.LocatorOptions()
                        .setHas(page.getByRole(
                                AriaRole.HEADING, new Page.GetByRoleOptions().setName(Pattern.compile("^" + title)))));
    }

    private static byte[] download(Page page, String button) throws IOException {
        Download download = page.waitForDownload(() -> page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(button).setExact(true))
                .click());
        return Files.readAllBytes(download.path());
    }
}
