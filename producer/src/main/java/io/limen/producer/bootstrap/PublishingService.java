package io.limen.producer.bootstrap;

import io.limen.producer.adapter.cache.CaseFolder;
import io.limen.producer.adapter.image.ImageIoPngEncoding;
import io.limen.producer.adapter.journal.ReceiptJournal;
import io.limen.producer.adapter.kafka.BrokerConnection;
import io.limen.producer.adapter.kafka.KafkaAuditLog;
import io.limen.producer.adapter.kafka.KafkaSegmentationResults;
import io.limen.producer.adapter.phantom.PhantomSource;
import io.limen.producer.adapter.shadow.ModelProcesses;
import io.limen.producer.adapter.store.FolderImageStore;
import io.limen.producer.adapter.store.S3ImageStore;
import io.limen.producer.application.AuditLog;
import io.limen.producer.application.BadInput;
import io.limen.producer.application.BlankedSource;
import io.limen.producer.application.Brokers;
import io.limen.producer.application.CaseAssembly;
import io.limen.producer.application.CaseCache;
import io.limen.producer.application.CaseOrigin;
import io.limen.producer.application.CaseSource;
import io.limen.producer.application.ImageStore;
import io.limen.producer.application.ImageStoreChoice;
import io.limen.producer.application.ImageTransport;
import io.limen.producer.application.PublishCases;
import io.limen.producer.application.PublishPlan;
import io.limen.producer.application.PublishReport;
import io.limen.producer.application.PublishRequest;
import io.limen.producer.application.Publishing;
import io.limen.producer.application.ReceiptBook;
import io.limen.producer.application.RecordedPublishing;
import io.limen.producer.application.Segmenter;
import io.limen.producer.application.SourceCase;
import io.limen.producer.domain.image.Area;
import io.limen.schemas.Tracing;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Wires source, use case and stream for one request.
 *
 * @param connect connects to brokers
 * @param surroundings the user and the clock
 */
record PublishingService(Function<Brokers, BrokerConnection> connect, PublishCases.Surroundings surroundings)
        implements Publishing {

    @Override
    public PublishReport publish(PublishRequest request) {
        CaseSource source = source(request);
        try (ReceiptBook receipts = receipts(request)) {
            return publish(request, source, receipts);
        }
    }

    private PublishReport publish(PublishRequest request, CaseSource source, ReceiptBook receipts) {
        // each is closed, whatever becomes of the others; what is not wanted is null
        try (ImageStore store = request.imageStore().map(this::store).orElse(null);
                Segmenter shadow = shadow(request.plan()).orElse(null);
                BrokerConnection connection = connect.apply(request.brokers());
                Tracing tracing = Tracing.open("limen-producer")) {
            ImageTransport transport = new ImageTransport(new ImageIoPngEncoding(), Optional.ofNullable(store));
            PublishCases cases = new PublishCases(
                    new CaseAssembly(
                            transport, cache(request, source), surroundings.time(), Optional.ofNullable(shadow)),
                    new KafkaSegmentationResults(connection.results(), tracing.tracer()),
                    receipts,
                    surroundings);
            AuditLog log = new KafkaAuditLog(connection.audit());
            return new RecordedPublishing(cases, log, request.by(), surroundings).publish(source, request.plan());
        }
    }

    private CaseCache cache(PublishRequest request, CaseSource source) {
        if (request.cache().isEmpty()) {
            return CaseCache.NONE;
        }
        if (request.plan().shadow().isPresent()) {
            surroundings
                    .progress()
                    .noted("--cache does nothing with --shadow: what a model answers is not in the files");
        } else {
            uncached(source).ifPresent(surroundings.progress()::noted);
        }
        return CaseFolder.open(request.cache().get(), request.waysOfReading(), surroundings.time());
    }

    private static Optional<String> uncached(CaseSource source) {
        SortedSet<String> kinds = IntStream.range(0, source.size())
                .mapToObj(source::at)
                .filter(sourceCase -> !sourceCase.isCacheable())
                .map(SourceCase::kind)
                .collect(Collectors.toCollection(TreeSet::new));
        return kinds.isEmpty()
                ? Optional.empty()
                : Optional.of("--cache keeps pictures only; read as ever: " + String.join(", ", kinds));
    }

    /** Models run by the explainer's command, which knows them; the launcher says where the product lies. */
    private Optional<Segmenter> shadow(PublishPlan plan) {
        return plan.shadow().map(repository -> {
            ModelProcesses.Command command = new ModelProcesses.Command(segmenting(), repository);
            return new ModelProcesses(command, plan.models(), new ImageIoPngEncoding(), surroundings.interruption());
        });
    }

    private static List<String> segmenting() {
        String home = Optional.ofNullable(System.getProperty("limen.home"))
                .orElseThrow(() -> new BadInput("--shadow: start it by the launcher, limen publish"));
        return List.of(Path.of(home, "limen").toString(), "segment", "--model");
    }

    private ReceiptBook receipts(PublishRequest request) {
        return request.journal().isEmpty()
                ? ReceiptBook.NONE
                : ReceiptJournal.open(request.journal().get(), request.fingerprint(), surroundings.progress()::noted);
    }

    private ImageStore store(ImageStoreChoice choice) {
        if (choice instanceof ImageStoreChoice.Bucket bucket) {
            return S3ImageStore.open(bucket);
        }
        ImageStoreChoice.Folder folder = (ImageStoreChoice.Folder) choice;
        FolderImageStore store = FolderImageStore.open(folder.path(), surroundings.time());
        folder.keptFor().ifPresent(age -> {
            int swept = store.sweep(age);
            if (swept > 0) {
                surroundings.progress().noted("old images deleted from " + folder.path() + ": " + swept);
            }
        });
        return store;
    }

    private CaseSource source(PublishRequest request) {
        CaseSource source = request.origin() instanceof CaseOrigin.Phantoms phantoms
                ? new PhantomSource(phantoms.series())
                : new FolderSources(request.privacy(), surroundings.progress())
                        .open((CaseOrigin.Folder) request.origin());
        List<Area> blank = request.privacy().blank();
        return blank.isEmpty() ? source : new BlankedSource(source, blank);
    }
}
