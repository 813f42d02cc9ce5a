package io.holdfast.testing.fence;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.GeneralCodingRules;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.Set;
import java.util.regex.Pattern;

/** The rules as data; {@link ArchitectureFence} applies them to a module. */
public final class Fences {

    /** Classes that are the source of time and ids: {@code SystemClock}, {@code RunIds}, ... */
    private static final Pattern TIME_OR_ID_SOURCE =
            Pattern.compile(".*(Clock|Ids?(?![a-z])|Uuid).*");

    private static final Set<String> AMBIENT_SOURCES =
            Set.of(
                    "java.time.Instant.now()",
                    "java.time.LocalDate.now()",
                    "java.time.LocalDateTime.now()",
                    "java.time.OffsetDateTime.now()",
                    "java.time.ZonedDateTime.now()",
                    "java.lang.System.currentTimeMillis()",
                    "java.util.UUID.randomUUID()",
                    "java.util.Random.<init>()",
                    "java.lang.Thread.sleep(long)",
                    "java.lang.Thread.sleep(long, int)",
                    "java.lang.Thread.sleep(java.time.Duration)");

    private static final Set<String> INJECTING_ANNOTATIONS =
            Set.of(
                    "jakarta.inject.Inject",
                    "jakarta.annotation.Resource",
                    "org.eclipse.microprofile.config.inject.ConfigProperty",
                    "org.eclipse.microprofile.rest.client.inject.RestClient",
                    "org.eclipse.microprofile.reactive.messaging.Channel");

    static final ArchRule NO_PACKAGE_CYCLES =
            slices().assignedFrom(eachPackage()).should().beFreeOfCycles().allowEmptyShould(true);

    static final ArchRule TIME_AND_IDS_ARE_GIVEN =
            noClasses()
                    .that(describe("are no source of time or ids", Fences::isNoSource))
                    .should()
                    .accessTargetWhere(describe("reads ambient time or ids", Fences::isAmbient))
                    .because("what a run does must be repeatable: clocks and ids are given")
                    .allowEmptyShould(true);

    static final ArchRule NO_FIELD_INJECTION =
            noFields()
                    .should()
                    .beAnnotatedWith(
                            DescribedPredicate.describe(
                                    "an injecting annotation",
                                    a -> INJECTING_ANNOTATIONS.contains(a.getRawType().getName())))
                    .because("a constructor shows what a class needs")
                    .allowEmptyShould(true);

    static final ArchRule NO_STANDARD_STREAMS =
            noClasses()
                    .that(describe("are not a Console", c -> !c.getSimpleName().equals("Console")))
                    .should(GeneralCodingRules.ACCESS_STANDARD_STREAMS)
                    .allowEmptyShould(true);

    private Fences() {}

    /**
     * A rule for code that must run anywhere: no framework, no network, no storage.
     *
     * @param packages the packages it holds for, as ArchUnit patterns ({@code "io.holdfast.x.."})
     */
    public static ArchRule plainJava(String... packages) {
        return noClasses()
                .that()
                .resideInAnyPackage(packages)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.quarkus..",
                        "io.smallrye..",
                        "io.vertx..",
                        "jakarta..",
                        "javax..",
                        "java.sql..",
                        "java.net.http..",
                        "org.apache.kafka..",
                        "org.eclipse.microprofile..",
                        "com.fasterxml.jackson.databind..")
                .because("rules are tested, replayed and simulated without a server")
                .allowEmptyShould(true);
    }

    private static boolean isNoSource(JavaClass type) {
        return !TIME_OR_ID_SOURCE.matcher(type.getSimpleName()).matches();
    }

    private static boolean isAmbient(JavaAccess<?> access) {
        return AMBIENT_SOURCES.contains(access.getTarget().getFullName());
    }

    private static SliceAssignment eachPackage() {
        return new SliceAssignment() {
            @Override
            public String getDescription() {
                return "each package";
            }

            @Override
            public SliceIdentifier getIdentifierOf(JavaClass type) {
                return SliceIdentifier.of(type.getPackageName());
            }
        };
    }
}
