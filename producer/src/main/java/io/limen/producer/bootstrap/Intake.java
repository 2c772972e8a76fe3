package io.limen.producer.bootstrap;

import io.limen.producer.adapter.dicom.source.DicomFinder;
import io.limen.producer.adapter.http.BrokerReadiness;
import io.limen.producer.adapter.identity.KeyFile;
import io.limen.producer.adapter.identity.KeyedPseudonyms;
import io.limen.producer.adapter.image.DecodingLimits;
import io.limen.producer.adapter.image.ImageIoFiles;
import io.limen.producer.adapter.image.ImageIoPngEncoding;
import io.limen.producer.adapter.kafka.AwaitedBroker;
import io.limen.producer.adapter.kafka.BrokerConnection;
import io.limen.producer.adapter.metrics.MeasuredIntake;
import io.limen.producer.application.AuditLog;
import io.limen.producer.application.BadInput;
import io.limen.producer.application.Brokers;
import io.limen.producer.application.CaseAssembly;
import io.limen.producer.application.CaseCache;
import io.limen.producer.application.ImageTransport;
import io.limen.producer.application.SegmentationResults;
import io.limen.producer.application.StudyPseudonyms;
import io.limen.producer.application.intake.CaseIntake;
import io.limen.producer.application.intake.FileReading;
import io.limen.producer.application.intake.IntakeLedger;
import io.limen.producer.application.intake.OncePerKey;
import io.limen.producer.application.intake.RecordedIntake;
import io.limen.producer.application.intake.TakeInCase;
import io.limen.producer.domain.image.ForegroundRule;
import io.limen.schemas.Tracing;
import io.limen.schemas.registry.RegistryAccess;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import org.eclipse.microprofile.health.Readiness;

/** Makes the parts of the intake from its configuration. */
@Singleton
final class Intake {

    private static final long MEGA = 1_000_000;

    @Produces
    @Singleton
    Tracing tracing() {
        return Tracing.open("limen-intake");
    }

    void end(@Disposes Tracing tracing) {
        tracing.close();
    }

    @Produces
    @Singleton
    AwaitedBroker broker(IntakeConfig config, Tracing tracing) {
        Brokers brokers = brokers(config);
        return new AwaitedBroker(() -> BrokerConnection.open(brokers), tracing.tracer());
    }

    private static Brokers brokers(IntakeConfig config) {
        IntakeConfig.SchemaRegistry registry = config.schemaRegistry();
        try {
            RegistryAccess.of(registry.url(), registry.authorizationFile());
        } catch (RegistryAccess.UnusableException e) {
            throw new ConfigurationException("limen.schema-registry." + e.getMessage(), e);
        }
        return new Brokers(
                config.kafka().bootstrapServers(),
                config.kafka().security(),
                registry.url(),
                registry.authorizationFile());
    }

    @Produces
    @Singleton
    IntakeLedger ledger(AuditLog log) {
        return new IntakeLedger(log, InstantSource.system());
    }

    @Produces
    @Singleton
    CaseIntake intake(IntakeConfig config, SegmentationResults results, IntakeLedger ledger, MeterRegistry registry) {
        CaseAssembly assembly = new CaseAssembly(
                new ImageTransport(new ImageIoPngEncoding(), IntakeImages.open(config.intake())),
                CaseCache.NONE,
                InstantSource.system());
        CaseIntake recorded = new RecordedIntake(new TakeInCase(assembly, results), ledger);
        return new MeasuredIntake(new OncePerKey(recorded, config.intake().mostKeys()), registry);
    }

    @Produces
    @Singleton
    FileReading reading(IntakeConfig config) {
        DecodingLimits limits = new DecodingLimits(
                DecodingLimits.DEFAULT.bytes(), config.intake().mostMegapixels() * MEGA);
        StudyPseudonyms pseudonyms = pseudonyms(config.pseudonymKey());
        return new FileReading(
                target -> new ImageIoFiles(
                        limits,
                        target.stream().mapToObj(ForegroundRule.Labels::only).findFirst()),
                new DicomFinder(
                        limits.pixels(), pseudonyms, config.intake().blank().isPresent()),
                pseudonyms,
                BlankAreas.parse(config.intake().blank()));
    }

    /** A key that was named is read now: one that can't be used is told at the start. */
    private static StudyPseudonyms pseudonyms(Optional<Path> file) {
        try {
            Optional<byte[]> key = file.map(KeyFile::read);
            return new KeyedPseudonyms(
                    () -> key.orElseThrow(
                            () -> new BadInput(
                                    "the study's name can't be hidden, for this intake has no key of pseudonyms (limen.pseudonym-key)")));
        } catch (BadInput e) {
            throw new ConfigurationException("limen.pseudonym-key: " + e.getMessage(), e);
        }
    }

    @Produces
    @Readiness
    @Singleton
    BrokerReadiness readiness(AwaitedBroker broker) {
        return new BrokerReadiness(broker::isReached);
    }
}
