package io.limen.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.EvaluationResult;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class OwnProcessTest {

    @Retention(RetentionPolicy.RUNTIME)
    @interface Starts {}

    @Starts
    @Tag(OwnProcess.TAG)
    static class Apart {}

    @Starts
    @Tag("slow")
    static class AmongOthers {}

    @Starts
    static class Untagged {}

    @Test
    void whatStartsAServiceWithoutTheTagIsFound() {
        EvaluationResult result = new OwnProcess(Starts.class)
                .rule()
                .evaluate(new ClassFileImporter().importClasses(Apart.class, AmongOthers.class, Untagged.class));

        String report = result.getFailureReport().toString();
        assertEquals(2, result.getFailureReport().getDetails().size(), report);
        assertTrue(report.contains("AmongOthers") && report.contains("Untagged"), report);
    }
}
