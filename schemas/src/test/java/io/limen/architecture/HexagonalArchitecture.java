package io.limen.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/**
 * The shape of every service: domain, application, adapter, bootstrap, arrows inwards. A service applies {@link #rules()}
 * to its own root package; {@code HexagonalArchitectureTest} shows that each rule catches a planted violation.
 *
 * @param root the service's root package, for instance {@code io.limen.explainer}
 */
public record HexagonalArchitecture(String root) {

    /** Every rule. */
    public List<ArchRule> rules() {
        return List.of(
                domainIsPure(),
                applicationKnowsOnlyTheDomain(),
                adaptersDoNotMeet(),
                onlyBootstrapWires(),
                servicesMeetOnlyOnTopics(),
                tensorsStayInDjl(),
                timeIsPassedIn(),
                noDrawers(),
                packagesHaveNoCycles());
    }

    /** The domain uses the JDK and pure numerics (Apache Commons Statistics, Numbers and RNG, HdrHistogram: no threads, no I/O). */
    ArchRule domainIsPure() {
        return classes()
                .that()
                .resideInAPackage(root + ".domain..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        root + ".domain..",
                        "java..",
                        "org.apache.commons.statistics..",
                        "org.apache.commons.numbers..",
                        "org.apache.commons.rng..",
                        "org.HdrHistogram..")
                .allowEmptyShould(true);
    }

    ArchRule applicationKnowsOnlyTheDomain() {
        return classes()
                .that()
                .resideInAPackage(root + ".application..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(root + ".application..", root + ".domain..", "java..", "org.slf4j..")
                .allowEmptyShould(true);
    }

    ArchRule adaptersDoNotMeet() {
        return slices().matching(root + ".adapter.(*)..")
                .should()
                .notDependOnEachOther()
                .allowEmptyShould(true);
    }

    ArchRule onlyBootstrapWires() {
        return noClasses()
                .that()
                .resideOutsideOfPackage(root + ".bootstrap..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(root + ".bootstrap..")
                .allowEmptyShould(true);
    }

    ArchRule servicesMeetOnlyOnTopics() {
        return noClasses()
                .that()
                .resideInAPackage(root + "..")
                .should()
                .dependOnClassesThat(new DescribedPredicate<>("belong to another module of Limen, the schemas apart") {
                    @Override
                    public boolean test(JavaClass type) {
                        String name = type.getPackageName() + ".";
                        return name.startsWith("io.limen.")
                                && !name.startsWith(root + ".")
                                && !name.startsWith("io.limen.schemas.")
                                && !name.startsWith("io.limen.architecture.");
                    }
                })
                .allowEmptyShould(true);
    }

    ArchRule tensorsStayInDjl() {
        return noClasses()
                .that()
                .resideOutsideOfPackage(root + ".adapter.djl..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("ai.djl..")
                .allowEmptyShould(true);
    }

    /** The domain and the use cases take the time as an argument, so that a replay gives the same result. */
    ArchRule timeIsPassedIn() {
        return noClasses()
                .that()
                .resideInAnyPackage(root + ".domain..", root + ".application..")
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(Clock.class, "systemUTC")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(Math.class, "random")
                .allowEmptyShould(true);
    }

    ArchRule noDrawers() {
        return noClasses()
                .that()
                .resideInAPackage(root + "..")
                .should()
                .resideInAnyPackage("..util..", "..utils..", "..common..", "..misc..", "..helper..")
                .orShould()
                .haveNameMatching(".*(Util|Utils|Helper|Manager|Impl)$")
                .allowEmptyShould(true);
    }

    ArchRule packagesHaveNoCycles() {
        return slices().matching(root + ".(**)").should().beFreeOfCycles().allowEmptyShould(true);
    }
}
