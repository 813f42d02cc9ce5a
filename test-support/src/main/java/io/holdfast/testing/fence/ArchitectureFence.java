package io.holdfast.testing.fence;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import java.util.TreeSet;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * The rules every module obeys. A module's {@code ArchitectureTest} extends this class and adds its
 * own; the classes looked at are the module's {@code target/classes} alone, not its tests.
 */
@Tag("fence")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class ArchitectureFence {

    private static final Path MODULE_CLASSES = Path.of("target", "classes");

    private final JavaClasses classes = new ClassFileImporter().importPath(MODULE_CLASSES);

    protected ArchitectureFence() {}

    /** The module's own classes. */
    protected final JavaClasses classes() {
        return classes;
    }

    @BeforeEach
    void somethingIsThereToCheck() {
        assertThat(classes).as("classes in %s", MODULE_CLASSES.toAbsolutePath()).isNotEmpty();
    }

    @Test
    void packagesFormNoCycle() {
        Fences.NO_PACKAGE_CYCLES.check(classes);
    }

    @Test
    void timeAndIdentityComeFromTheirOwnClasses() {
        Fences.TIME_AND_IDS_ARE_GIVEN.check(classes);
    }

    @Test
    void dependenciesAreGivenToTheConstructor() {
        Fences.NO_FIELD_INJECTION.check(classes);
    }

    @Test
    void onlyTheConsoleWritesToTheTerminal() {
        Fences.NO_STANDARD_STREAMS.check(classes);
    }

    @Test
    void everyPackageSaysWhatItIsAndIsNullMarked() {
        var unmarked = new TreeSet<String>();
        for (var type : classes) {
            if (!isNullMarked(type.getPackage())) {
                unmarked.add(type.getPackageName());
            }
        }
        assertThat(unmarked).as("packages without a @NullMarked package-info").isEmpty();
    }

    private static boolean isNullMarked(JavaPackage room) {
        return room.tryGetPackageInfo()
                .map(info -> info.isAnnotatedWith(NullMarked.class))
                .orElse(false);
    }
}
