package io.limen.explainer.adapter.report;

import io.limen.explainer.adapter.report.NetworkLayout.Arc;
import io.limen.explainer.adapter.report.NetworkLayout.Box;
import io.limen.explainer.domain.component.ComponentEffect;
import java.util.Locale;
import java.util.Optional;

/**
 * The network as SVG, its parts coloured by effect. The sign is told by a triangle or a number too, an effect within chance by a
 * dashed frame, and every number by the title that a pointer over a part brings up.
 *
 * @param layout where the parts are
 * @param paint how they look
 */
record NetworkPicture(NetworkLayout layout, ComponentPaint paint) {

    /** Width of a character, pixels: names are cut where they would meet. */
    private static final double CHARACTER = 6.4;

    /** The picture as an element for the inside of a page. */
    String svg() {
        SvgWriter svg = new SvgWriter();
        svg.open(
                "svg",
                "class",
                "network",
                "viewBox",
                "0 0 %.0f %.0f".formatted(layout.width(), layout.height()),
                "style",
                "max-width: %.0fpx; min-width: %.0fpx".formatted(layout.width(), Math.min(640, layout.width())),
                "role",
                "img",
                "aria-label",
                "The network's stages from input to output, coloured by effect; the table has the numbers");
        for (int i = 1; i < layout.boxes().size(); i++) {
            flow(svg, layout.boxes().get(i - 1), layout.boxes().get(i));
        }
        layout.arcs().forEach(arc -> arc(svg, arc));
        layout.boxes().forEach(box -> box(svg, box));
        return svg.close().toString();
    }

    private static void flow(SvgWriter svg, Box from, Box to) {
        double x1 = from.x() + from.width();
        double y1 = from.y() + from.height() / 2;
        double y2 = to.y() + to.height() / 2;
        double bend = (to.x() - x1) / 2;
        svg.element(
                "path",
                "class",
                "flow",
                "d",
                path("M %.1f %.1f C %.1f %.1f %.1f %.1f %.1f %.1f", x1, y1, x1 + bend, y1, x1 + bend, y2, to.x(), y2));
    }

    private void arc(SvgWriter svg, Arc arc) {
        Optional<ComponentEffect> effect = paint.effect(arc.component());
        double x1 = arc.from().middle();
        double x2 = arc.to().middle();
        double control = arc.control();
        String curve = path(
                "M %.1f %.1f C %.1f %.1f %.1f %.1f %.1f %.1f",
                x1, arc.from().y(), x1, control, x2, control, x2, arc.to().y());
        svg.open("g");
        svg.text("title", paint.title(arc.component()));
        svg.element("path", "class", "skip-edge", "d", curve);
        svg.element("path", "class", "skip" + ComponentPaint.frame(effect), "d", curve, "stroke", paint.fill(effect));
        double middle = (x1 + x2) / 2;
        if (layout.labelled()) {
            svg.element(
                    "rect",
                    "class",
                    "part" + ComponentPaint.frame(effect),
                    "x",
                    middle - 25,
                    "y",
                    arc.peak() - 10,
                    "width",
                    50.0,
                    "height",
                    20.0,
                    "rx",
                    10.0,
                    "fill",
                    paint.fill(effect));
            number(svg, effect, middle, arc.peak() + 4);
        } else {
            ComponentPaint.clear(effect)
                    .ifPresent(known -> triangle(svg, known.ate(), middle, arc.peak(), 5, "var(--ink)"));
        }
        svg.close();
    }

    private void box(SvgWriter svg, Box box) {
        Optional<ComponentEffect> effect = paint.effect(box.component());
        svg.open("g");
        svg.text("title", paint.title(box.component()));
        svg.element(
                "rect",
                "class",
                "part" + ComponentPaint.frame(effect),
                "x",
                box.x(),
                "y",
                box.y(),
                "width",
                box.width(),
                "height",
                box.height(),
                "rx",
                layout.labelled() ? 5.0 : 2.0,
                "fill",
                paint.fill(effect));
        double centre = box.y() + box.height() / 2;
        if (layout.labelled()) {
            boolean tall = box.height() >= 44;
            number(svg, effect, box.middle(), centre + (tall ? 14 : 4));
            ComponentPaint.clear(effect)
                    .filter(known -> tall)
                    .ifPresent(known -> triangle(svg, known.ate(), box.middle(), centre - 9, 6, paint.ink(known)));
            name(svg, box);
        } else {
            ComponentPaint.clear(effect)
                    .ifPresent(known -> triangle(
                            svg,
                            known.ate(),
                            box.middle(),
                            centre,
                            Math.min(6, box.width() / 2 - 2),
                            paint.ink(known)));
            svg.text("text", String.valueOf(box.number()), "class", "small", "x", box.middle(), "y", box.y() - 4);
        }
        svg.close();
    }

    private void name(SvgWriter svg, Box box) {
        double column = box.width() / NetworkLayout.LABELLED_SHARE;
        svg.text(
                "text",
                cut(box.component().name(), (int) (column / CHARACTER)),
                "class",
                "name",
                "x",
                box.middle(),
                "y",
                box.y() + box.height() + 15);
        svg.text(
                "text",
                ComponentWords.shape(box.component()),
                "class",
                "name small",
                "x",
                box.middle(),
                "y",
                box.y() + box.height() + 28);
    }

    private void number(SvgWriter svg, Optional<ComponentEffect> effect, double x, double baseline) {
        svg.text(
                "text",
                effect.map(paint::number).orElse("\u2013"),
                "class",
                "value",
                "x",
                x,
                "y",
                baseline,
                "style",
                "fill: " + effect.map(paint::ink).orElse("var(--ink)"));
    }

    /** Down: Dice falls without the component. Up: it rises. */
    private static void triangle(SvgWriter svg, double ate, double x, double y, double radius, String colour) {
        double tip = 0.8 * (ate < 0 ? radius : -radius);
        String corners =
                path("M %.1f %.1f L %.1f %.1f L %.1f %.1f Z", x - radius, y - tip, x + radius, y - tip, x, y + tip);
        svg.element("path", "style", "fill: " + colour, "d", corners);
    }

    private static String cut(String name, int characters) {
        return name.length() <= characters ? name : "\u2026" + name.substring(name.length() - characters + 1);
    }

    private static String path(String format, Object... numbers) {
        return String.format(Locale.ROOT, format, numbers);
    }
}
