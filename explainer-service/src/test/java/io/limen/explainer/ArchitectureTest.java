package io.limen.explainer;

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

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.limen.explainer");

    static List<ArchRule> rules() {
        return new HexagonalArchitecture("io.limen.explainer").rules();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void theServiceKeepsTheRule(ArchRule rule) {
        rule.check(CLASSES);
    }

    @Test
    void testsOfTheRunningServiceHaveTheirOwnProcess() {
        new OwnProcess(QuarkusTest.class).isOfAllTestsIn("io.limen.explainer");
    }
}
