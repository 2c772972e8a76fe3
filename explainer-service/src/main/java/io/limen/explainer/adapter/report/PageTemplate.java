package io.limen.explainer.adapter.report;

import io.quarkus.qute.Engine;
import io.quarkus.qute.HtmlEscaper;
import io.quarkus.qute.ReflectionValueResolver;
import io.quarkus.qute.Template;
import io.quarkus.qute.Variant;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A page with places for the values of a {@code report}, each of which is escaped. */
public final class PageTemplate {

    private final Template template;

    private PageTemplate(Template template) {
        this.template = template;
    }

    /**
     * @param place the class beside which the templates lie
     * @param name of the page's file
     * @param parts files that it includes, by their names without the ending
     */
    public static PageTemplate of(Class<?> place, String name, String... parts) {
        Engine engine = Engine.builder()
                .addDefaults()
                .addValueResolver(new ReflectionValueResolver())
                .addResultMapper(new HtmlEscaper(List.of(Variant.TEXT_HTML)))
                .build();
        Variant html = Variant.forContentType(Variant.TEXT_HTML);
        for (String part : parts) {
            engine.putTemplate(part, engine.parse(source(place, part + ".html"), html, part));
        }
        return new PageTemplate(engine.parse(source(place, name), html));
    }

    /** UTF-8 bytes of the page. */
    public byte[] render(Object report) {
        return template.data("report", report).render().getBytes(StandardCharsets.UTF_8);
    }

    private static String source(Class<?> place, String name) {
        try (InputStream stream = place.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException("no template " + name);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
