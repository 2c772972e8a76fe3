package io.limen.explainer.adapter.kafka;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.limen.explainer.application.stream.StreamUnavailableException;
import io.limen.schemas.BrokerSecurity;
import io.limen.schemas.registry.AwaitedFraming;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class ShareGroupSetupIT {

    @TempDir
    Path folder;

    private static KafkaAddress address(TestBroker broker) {
        return new KafkaAddress(
                broker.bootstrapServers(),
                BrokerSecurity.none(),
                AwaitedFraming.none(),
                "explainer",
                Duration.ofMinutes(1));
    }

    @Test
    void aBrokerWithoutShareGroupsIsNamedWithTheWayOut() throws Exception {
        try (TestBroker broker = TestBroker.start(folder, (short) 0)) {
            ShareGroupSetup setup = new ShareGroupSetup(address(broker));

            List<String> missing = setup.missing(broker.admin());

            String line = "the broker has no share groups (Kafka 4.2 with the feature share.version=1, or newer):"
                    + " set limen.delivery=group to work as a consumer group";
            assertEquals(List.of(line), missing);
            StreamUnavailableException refused = assertThrows(StreamUnavailableException.class, setup::requireDone);
            assertEquals(line, refused.getMessage());
        }
    }

    @Test
    void theGroupBeginsAtTheBeginningAndALimitThatWouldLoseCasesIsNamed() throws Exception {
        try (TestBroker broker = TestBroker.start(folder)) {
            ConfigResource group = new ConfigResource(ConfigResource.Type.GROUP, "explainer");
            set(broker, group, "share.delivery.count.limit", "2");
            ShareGroupSetup setup = new ShareGroupSetup(address(broker));
            assertEquals(
                    List.of("share.delivery.count.limit of the share group explainer is 2:"
                            + " the broker would drop a case silently, set it to 3 or more"),
                    setup.missing(broker.admin()));

            set(broker, group, "share.delivery.count.limit", "3");
            assertEquals(List.of("the share group explainer is being set up"), setup.missing(broker.admin()));
            while (!setup.missing(broker.admin()).isEmpty()) {
                assertThrows(StreamUnavailableException.class, setup::requireDone);
            }

            setup.requireDone();
            assertEquals("earliest", value(broker, group, "share.auto.offset.reset"));
        }
    }

    @Test
    void whatSomebodyHasSetOnTheGroupStays() throws Exception {
        try (TestBroker broker = TestBroker.start(folder)) {
            ConfigResource group = new ConfigResource(ConfigResource.Type.GROUP, "explainer");
            set(broker, group, "share.auto.offset.reset", "by_duration:PT1H");

            assertEquals(List.of(), new ShareGroupSetup(address(broker)).missing(broker.admin()));

            assertEquals("by_duration:PT1H", value(broker, group, "share.auto.offset.reset"));
        }
    }

    private static void set(TestBroker broker, ConfigResource group, String key, String value) throws Exception {
        AlterConfigOp change = new AlterConfigOp(new ConfigEntry(key, value), AlterConfigOp.OpType.SET);
        broker.admin()
                .incrementalAlterConfigs(Map.of(group, List.of(change)))
                .all()
                .get();
        while (!value.equals(value(broker, group, key))) {
            Thread.onSpinWait();
        }
    }

    private static String value(TestBroker broker, ConfigResource group, String key) throws Exception {
        return broker.admin()
                .describeConfigs(List.of(group))
                .all()
                .get()
                .get(group)
                .get(key)
                .value();
    }
}
