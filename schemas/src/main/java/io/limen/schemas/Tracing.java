package io.limen.schemas;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.autoconfigure.AutoConfiguredOpenTelemetrySdk;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Traces of one service, by OpenTelemetry's own settings (https://opentelemetry.io/docs/languages/java/configuration): told to
 * a collector by OTLP over HTTP when {@value #ENDPOINT} is set, and to nobody, at no cost, when it is not. Either way a trace
 * that a record belongs to goes on with the records that come of it.
 */
public final class Tracing implements AutoCloseable {

    private static final String ENDPOINT = "OTEL_EXPORTER_OTLP_ENDPOINT";
    private static final String SCOPE = "io.limen";
    private static final long LAST_WORDS_SECONDS = 2;

    private final Optional<OpenTelemetrySdk> sdk;

    private Tracing(Optional<OpenTelemetrySdk> sdk) {
        this.sdk = sdk;
    }

    /**
     * Traces as the environment says.
     *
     * @param service name of the service where OTEL_SERVICE_NAME gives none
     * @throws io.opentelemetry.sdk.autoconfigure.spi.ConfigurationException when a setting is none
     */
    public static Tracing open(String service) {
        return open(service, System.getenv());
    }

    static Tracing open(String service, Map<String, String> environment) {
        if (environment.getOrDefault(ENDPOINT, "").isBlank()) {
            return new Tracing(Optional.empty());
        }
        return new Tracing(Optional.of(AutoConfiguredOpenTelemetrySdk.builder()
                .addPropertiesSupplier(() -> Map.of("otel.service.name", service))
                // whatever a cluster sets for everybody: there is no gRPC here, and nothing but traces
                .addPropertiesCustomizer(settings -> Map.of(
                        "otel.exporter.otlp.endpoint", environment.get(ENDPOINT),
                        "otel.exporter.otlp.protocol", "http/protobuf",
                        "otel.exporter.otlp.traces.protocol", "http/protobuf",
                        "otel.metrics.exporter", "none",
                        "otel.logs.exporter", "none"))
                .disableShutdownHook()
                .build()
                .getOpenTelemetrySdk()));
    }

    /** What begins spans. */
    public Tracer tracer() {
        return sdk.<OpenTelemetry>map(told -> told).orElse(OpenTelemetry.noop()).getTracer(SCOPE);
    }

    /** Tells what is not told yet, for two seconds at most. */
    @Override
    public void close() {
        sdk.ifPresent(told -> told.shutdown().join(LAST_WORDS_SECONDS, TimeUnit.SECONDS));
    }
}
