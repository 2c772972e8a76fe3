package io.limen.producer.bootstrap;

import io.limen.producer.adapter.dicom.export.DicomObjects;
import io.limen.producer.adapter.image.DecodingLimits;
import io.limen.producer.adapter.kafka.KafkaExplanations;
import io.limen.producer.application.BadInput;
import io.limen.producer.application.BlankedSource;
import io.limen.producer.application.Brokers;
import io.limen.producer.application.CaseSource;
import io.limen.producer.application.ExportExplanations;
import io.limen.producer.application.ExportReport;
import io.limen.producer.application.Exporting;
import io.limen.producer.application.OwnerOnly;
import io.limen.producer.application.PublishCases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.Consumer;

/**
 * Wires DICOM images, stream and objects for one request.
 *
 * @param connect opens a consumer at brokers
 * @param surroundings the user and the clock
 */
record ExportingService(Function<Brokers, Consumer<String, byte[]>> connect, PublishCases.Surroundings surroundings)
        implements Exporting {

    @Override
    public ExportReport export(Request request) {
        CaseSource source = FolderSources.openDicom(request.folder());
        CaseSource published = request.blank().isEmpty() ? source : new BlankedSource(source, request.blank());
        DicomObjects objects = new DicomObjects(folder(request.out()), DecodingLimits.DEFAULT.pixels());
        try (Consumer<String, byte[]> consumer = connect.apply(request.brokers())) {
            return new ExportExplanations(new KafkaExplanations(consumer), objects, surroundings)
                    .export(published, request.deployment());
        }
    }

    private static Path folder(Path folder) {
        try {
            return Files.createDirectories(folder, OwnerOnly.folder(folder));
        } catch (IOException e) {
            throw new BadInput("can't write to the folder " + folder);
        }
    }
}
