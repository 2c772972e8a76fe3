package io.limen.aggregator;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import io.limen.architecture.HexagonalArchitecture;
import io.limen.architecture.OwnProcess;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ArchitectureTest {

    private static final String ROOT = "io.limen.aggregator";
    private static final JavaClasses MAIN_CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);

    static List<ArchRule> rules() {
        return new HexagonalArchitecture(ROOT).rules();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void theAggregatorHoldsTheRule(ArchRule rule) {
        rule.check(MAIN_CLASSES);
    }

    @Test
    void testsOfTheRunningServiceHaveTheirOwnProcess() {
        new OwnProcess(QuarkusTest.class).isOfAllTestsIn(ROOT);
    }
}
