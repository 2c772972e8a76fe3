package io.limen.aggregator.adapter.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.limen.aggregator.application.report.ReportWriter;
import io.quarkus.qute.Engine;
import io.quarkus.qute.HtmlEscaper;
import io.quarkus.qute.ReflectionValueResolver;
import io.quarkus.qute.Template;
import io.quarkus.qute.Variant;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A report as files: report.html, one page that asks nobody for anything, and report.json. */
public final class ReportFiles implements ReportWriter {

    private static final String FORMAT = "1.0";

    private final String version;
    private final Template page = template();
    private final ObjectMapper json = JsonMapper.builder()
            .addModules(new Jdk8Module(), new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    /** @param version of the product, for the provenance */
    public ReportFiles(String version) {
        this.version = version;
    }

    @Override
    public List<Path> write(Path folder, Content content) throws IOException {
        Map<Path, byte[]> files = new LinkedHashMap<>();
        files.put(
                folder.resolve("report.html"),
                page.data("report", ReportView.of(content, version)).render().getBytes(StandardCharsets.UTF_8));
        files.put(folder.resolve("report.json"), json(content));
        for (Map.Entry<Path, byte[]> file : files.entrySet()) {
            Path whole = folder.resolve("." + file.getKey().getFileName() + "."
                    + ProcessHandle.current().pid() + ".tmp");
            Files.write(whole, file.getValue());
            Files.move(whole, file.getKey(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        }
        return List.copyOf(files.keySet());
    }

    private byte[] json(Content content) throws JsonProcessingException {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("format", FORMAT);
        document.put("limen", version);
        document.put("madeAt", content.madeAt());
        document.put("period", content.report().period());
        document.put("cautions", ReportView.cautions(content));
        document.put("models", content.report().models());
        document.put("alerts", content.report().alerts());
        document.put("limits", content.limits());
        document.put("comparison", content.report().comparison());
        document.put("leftOut", content.retained().leftOut());
        document.put("read", content.retained().read());
        return json.writeValueAsBytes(document);
    }

    private static Template template() {
        Engine engine = Engine.builder()
                .addDefaults()
                .addValueResolver(new ReflectionValueResolver())
                .addResultMapper(new HtmlEscaper(List.of(Variant.TEXT_HTML)))
                .build();
        try (InputStream page = ReportFiles.class.getResourceAsStream("report.html")) {
            return engine.parse(
                    new String(page.readAllBytes(), StandardCharsets.UTF_8), Variant.forContentType(Variant.TEXT_HTML));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
