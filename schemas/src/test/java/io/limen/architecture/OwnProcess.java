package io.limen.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.lang.annotation.Annotation;
import org.junit.jupiter.api.Tag;

/**
 * Tests that start a service run apart from the others: the build gives them processes by their tag. Without it they work or fail by the
 * order in which the classes happen to run, for native libraries go into one class loader per process.
 *
 * @param starting the annotation that starts the service
 */
public record OwnProcess(Class<? extends Annotation> starting) {

    /** The tag that the build knows. */
    public static final String TAG = "own-process";

    /** Fails with the names of tests below a package that lack it. */
    public void isOfAllTestsIn(String root) {
        rule().check(new ClassFileImporter()
                .withImportOption(new ImportOption.OnlyIncludeTests())
                .importPackages(root));
    }

    ArchRule rule() {
        return classes()
                .that()
                .areAnnotatedWith(starting)
                .should()
                .beAnnotatedWith(new DescribedPredicate<JavaAnnotation<?>>("@Tag(\"" + TAG + "\")") {
                    @Override
                    public boolean test(JavaAnnotation<?> annotation) {
                        return annotation.getRawType().isEquivalentTo(Tag.class)
                                && annotation.get("value").filter(TAG::equals).isPresent();
                    }
                })
                .allowEmptyShould(false);
    }
}
