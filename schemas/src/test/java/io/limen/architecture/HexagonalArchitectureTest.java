package io.limen.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class HexagonalArchitectureTest {

    private static final HexagonalArchitecture PLANTED = new HexagonalArchitecture("io.limen.architecture.planted");
    private static final JavaClasses CLASSES = new ClassFileImporter().importPackages("io.limen", "ai.djl");

    static Stream<Arguments> planted() {
        return Stream.of(
                Arguments.of(PLANTED.domainIsPure(), "TopicInTheDomain"),
                Arguments.of(PLANTED.applicationKnowsOnlyTheDomain(), "UseCaseOnAdapter"),
                Arguments.of(PLANTED.adaptersDoNotMeet(), "Consumer"),
                Arguments.of(PLANTED.onlyBootstrapWires(), "Endpoint"),
                Arguments.of(PLANTED.servicesMeetOnlyOnTopics(), "Neighbour"),
                Arguments.of(PLANTED.tensorsStayInDjl(), "Tensor"),
                Arguments.of(PLANTED.timeIsPassedIn(), "Clockwork"),
                Arguments.of(PLANTED.noDrawers(), "ThingsUtil"),
                Arguments.of(PLANTED.packagesHaveNoCycles(), "domain.ring"));
    }

    @ParameterizedTest
    @MethodSource("planted")
    void everyRuleCatchesItsPlantedViolation(ArchRule rule, String culprit) {
        String report = rule.evaluate(CLASSES).getFailureReport().toString();
        assertTrue(report.contains(culprit), () -> "not caught: " + culprit + " in: " + report);
    }

    @Test
    void everyRuleHasAPlantedViolation() {
        assertEquals(PLANTED.rules().size(), planted().count());
    }
}
