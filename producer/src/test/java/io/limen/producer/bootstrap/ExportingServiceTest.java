package io.limen.producer.bootstrap;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.limen.producer.adapter.cli.ProgressLines;
import io.limen.producer.adapter.dicom.element.DicomBytes;
import io.limen.producer.application.Brokers;
import io.limen.producer.application.ExportReport;
import io.limen.producer.application.Exporting;
import io.limen.producer.application.PublishCases;
import io.limen.producer.application.Undisturbed;
import io.limen.producer.domain.deployment.Deployment;
import io.limen.producer.domain.deployment.ModelVersion;
import io.limen.schemas.Topic;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportingServiceTest {

    @TempDir
    private Path folder;

    /** The objects name patients. */
    @Test
    void theFolderThatIsMadeIsItsOwnersAlone() throws IOException {
        Path images = Files.createDirectory(folder.resolve("images"));
        DicomBytes.explicitLittle()
                .text(0x0008_0018, "UI", "1.2.840.99999.1")
                .image("MONOCHROME2", 1, 8, 8, 8)
                .element(DicomBytes.PIXEL_DATA, "OB", new byte[64])
                .write(images.resolve("1.dcm"));
        Path out = folder.resolve("out");

        ExportReport report = new ExportingService(
                        brokers -> noExplanations(),
                        new PublishCases.Surroundings(
                                new ProgressLines(new PrintWriter(Writer.nullWriter()), () -> Instant.EPOCH),
                                new Undisturbed(),
                                () -> Instant.EPOCH))
                .export(new Exporting.Request(
                        images,
                        new Deployment(new ModelVersion("unet", "1"), "local"),
                        new Brokers("nowhere:9092", Optional.empty(), Optional.empty(), Optional.empty()),
                        List.of(),
                        out));

        assertEquals(0, report.written());
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(out)));
    }

    private static MockConsumer<String, byte[]> noExplanations() {
        String topic = Topic.ATTRIBUTIONS.topicName();
        TopicPartition partition = new TopicPartition(topic, 0);
        MockConsumer<String, byte[]> consumer = new MockConsumer<>("earliest");
        consumer.updatePartitions(topic, List.of(new PartitionInfo(topic, 0, Node.noNode(), new Node[0], new Node[0])));
        consumer.updateBeginningOffsets(Map.of(partition, 0L));
        consumer.updateEndOffsets(Map.of(partition, 0L));
        return consumer;
    }
}
