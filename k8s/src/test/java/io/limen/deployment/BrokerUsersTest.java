package io.limen.deployment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.limen.schemas.BrokerRight;
import io.limen.schemas.BrokerUser;
import io.strimzi.api.kafka.model.user.KafkaUser;
import io.strimzi.api.kafka.model.user.KafkaUserAuthorizationSimple;
import io.strimzi.api.kafka.model.user.acl.AclRule;
import io.strimzi.api.kafka.model.user.acl.AclRuleGroupResource;
import io.strimzi.api.kafka.model.user.acl.AclRuleResource;
import io.strimzi.api.kafka.model.user.acl.AclRuleTopicResource;
import io.strimzi.api.kafka.model.user.acl.AclRuleTransactionalIdResource;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.kafka.common.resource.PatternType;
import org.junit.jupiter.api.Test;

/** Users of the brokers may do what the secured chain is tested with, no more and no less, and the table says so. */
class BrokerUsersTest {

    private static Map<String, Set<String>> catalogue() {
        Map<String, Set<String>> rights = new TreeMap<>();
        for (BrokerUser user : BrokerUser.values()) {
            rights.put(
                    user.userName(),
                    user.rights().stream()
                            .flatMap(right ->
                                    right.operations().stream().map(operation -> line(right, operation.name())))
                            .collect(Collectors.toCollection(TreeSet::new)));
        }
        return rights;
    }

    private static String line(BrokerRight right, String operation) {
        return right.on().resourceType() + " " + right.on().name()
                + (right.on().patternType() == PatternType.PREFIXED ? "* " : " ") + plain(operation);
    }

    private static String plain(String operation) {
        return operation.replace("_", "").toUpperCase(Locale.ROOT);
    }

    @Test
    void usersMayDoWhatTheCatalogueSays() throws IOException {
        Map<String, Set<String>> deployed = new TreeMap<>();
        for (JsonNode file : Manifests.in("base/users")) {
            KafkaUser user = (KafkaUser) StrictModels.read(file);
            assertEquals("scram-sha-512", user.getSpec().getAuthentication().getType());
            assertEquals("limen", user.getMetadata().getLabels().get("strimzi.io/cluster"));
            deployed.put(
                    user.getMetadata().getName(),
                    ((KafkaUserAuthorizationSimple) user.getSpec().getAuthorization())
                            .getAcls().stream()
                                    .flatMap(acl -> acl.getOperations().stream()
                                            .map(operation -> on(acl) + plain(operation.toValue())))
                                    .collect(Collectors.toCollection(TreeSet::new)));
        }

        assertEquals(catalogue(), deployed);
    }

    private static String on(AclRule acl) {
        AclRuleResource resource = acl.getResource();
        if (resource instanceof AclRuleTopicResource topic) {
            return "TOPIC " + topic.getName() + star(topic.getPatternType().toValue());
        }
        if (resource instanceof AclRuleGroupResource group) {
            return "GROUP " + group.getName() + star(group.getPatternType().toValue());
        }
        AclRuleTransactionalIdResource id = (AclRuleTransactionalIdResource) resource;
        return "TRANSACTIONAL_ID " + id.getName() + star(id.getPatternType().toValue());
    }

    private static String star(String pattern) {
        return pattern.equals("prefix") ? "* " : " ";
    }

    @Test
    void kustomizeListsEveryUser() throws IOException {
        Set<String> listed = Pattern.compile("users/([a-z]+)\\.yaml")
                .matcher(Files.readString(Manifests.HOME.resolve("base/kustomization.yaml")))
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toSet());

        assertEquals(catalogue().keySet(), new TreeSet<>(listed));
    }

    /** The rows of the README: user, things, operations; {@code *} behind a name is a prefix. */
    @Test
    void tableSaysWhatTheCatalogueSays() throws IOException {
        Map<String, Set<String>> told = new TreeMap<>();
        Pattern.compile(
                        "^\\| `(\\w+)` \\| (topic|group|transactional id) ((?:`[^`]+`(?:, )?)+) \\| ([\\w, ]+?)(?: \\([^)]*\\))? \\|$",
                        Pattern.MULTILINE)
                .matcher(Files.readString(Manifests.HOME.resolve("README.md")))
                .results()
                .forEach(row -> {
                    for (String thing : row.group(3).replace("`", "").split(", ")) {
                        for (String operation : row.group(4).split(", ")) {
                            told.computeIfAbsent(row.group(1), user -> new TreeSet<>())
                                    .add(row.group(2).replace(' ', '_').toUpperCase(Locale.ROOT) + " " + thing + " "
                                            + plain(operation));
                        }
                    }
                });

        assertEquals(catalogue(), told);
    }
}
