package io.limen.aggregator.browser;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.function.Executable;

/**
 * What is asked of every page and every state of it, wide and narrow, in light and in dark: nothing for axe-core to find, and no
 * scrolling sideways, and nothing moves where that is not wanted. A picture of each is left in target/screenshots.
 */
final class Inspection {

    private static final List<Integer> WIDTHS = List.of(1440, 390);
    private static final List<ColorScheme> SCHEMES = List.of(ColorScheme.LIGHT, ColorScheme.DARK);
    private static final List<String> RULES = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice");
    /** The elements that reach beyond the page, where it scrolls sideways. */
    private static final String TOO_WIDE = """
            width => document.scrollingElement.scrollWidth <= width ? [] : [...document.body.querySelectorAll("*")]
              .filter(node => node.getBoundingClientRect().right > width && !node.closest(".scrolls, .case-scroll, .distances-frame"))
              .map(node => `${node.tagName}.${node.className} reaches ${node.getBoundingClientRect().right}`)""";

    private static final int HIGHEST = 8_000;
    private static final Path PICTURES = Path.of("target", "screenshots");

    private Inspection() {}

    /** Looks at what the page shows now; the name is that of the pictures. */
    static void of(Page page, String name) {
        List<Executable> findings = new ArrayList<>();
        for (int width : WIDTHS) {
            setWidth(page, width);
            for (ColorScheme scheme : SCHEMES) {
                page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
                String look = name + "-" + width + "-" + scheme.name().toLowerCase(Locale.ROOT);
                page.screenshot(
                        new Page.ScreenshotOptions().setFullPage(true).setPath(PICTURES.resolve(look + ".png")));
                Object wide = page.evaluate(TOO_WIDE, width);
                findings.add(() -> assertEquals(List.of(), wide, look + " scrolls sideways"));
                Object moving = page.evaluate("() => document.getAnimations().length");
                findings.add(() -> assertEquals(0, moving, look + " moves, though no motion is wanted"));
                List<String> violations = violations(page);
                findings.add(() -> assertEquals(List.of(), violations, look));
            }
        }
        setWidth(page, WIDTHS.get(0));
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        assertAll(findings);
    }

    /** As high as the page is, for what is out of sight is not drawn. */
    private static void setWidth(Page page, int width) {
        page.setViewportSize(width, 900);
        int height = (int) page.evaluate("() => document.scrollingElement.scrollHeight");
        page.setViewportSize(width, Math.min(HIGHEST, height));
    }

    private static List<String> violations(Page page) {
        return new AxeBuilder(page)
                .withTags(RULES).analyze().getViolations().stream()
                        .map(Inspection::words)
                        .toList();
    }

    private static String words(Rule rule) {
        return rule.getId() + ": " + rule.getHelp() + ": "
                + rule.getNodes().stream()
                        .map(node -> node.getTarget() + " " + node.getHtml() + " " + node.getFailureSummary())
                        .toList();
    }
}
