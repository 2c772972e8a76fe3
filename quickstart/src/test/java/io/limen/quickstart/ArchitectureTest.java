package io.limen.quickstart;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import io.limen.architecture.HexagonalArchitecture;

@AnalyzeClasses(packages = "io.limen.quickstart", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static void quickstartKeepsTheRulesOfEveryService(JavaClasses classes) {
        new HexagonalArchitecture("io.limen.quickstart").rules().forEach(rule -> rule.check(classes));
    }
}
