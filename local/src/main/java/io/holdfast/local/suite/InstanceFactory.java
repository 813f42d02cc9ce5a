package io.holdfast.local.suite;

import io.holdfast.local.process.BoundProcess;
import io.holdfast.local.process.Programs;
import io.holdfast.local.suite.SuiteEnvironment.Slot;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/** Makes the processes of services from their packaged folders. */
final class InstanceFactory {

    private static final long LARGEST_LOG_BYTES = 20L * 1024 * 1024;

    private final SuiteSettings settings;
    private final SuiteEnvironment environment;
    private final SuiteObserver observer;
    private final Readiness readiness;

    InstanceFactory(
            SuiteSettings settings,
            SuiteEnvironment environment,
            SuiteObserver observer,
            Readiness readiness) {
        this.settings = settings;
        this.environment = environment;
        this.observer = observer;
        this.readiness = readiness;
    }

    SupervisedInstance make(Slot slot) {
        Path packaged = slot.service().packaged(settings.repository());
        if (!Files.exists(packaged.resolve("quarkus-run.jar"))) {
            throw new SuiteStartFailure(
                    "The service "
                            + slot.service().id()
                            + " is not built: there is no "
                            + packaged.resolve("quarkus-run.jar"));
        }
        Path log = settings.home().log(slot.name());
        return new SupervisedInstance(
                slot.name(),
                slot.url(),
                log,
                () -> launch(slot, packaged, log),
                () -> readiness.of(slot.url()),
                settings.restartPolicy(),
                observer);
    }

    /** The start-up cache of a service. */
    AotCache cache(Service service) {
        return AotCache.of(
                settings.home().aot(),
                service,
                service.packaged(settings.repository()),
                settings.jvmOptions());
    }

    private Process launch(Slot slot, Path packaged, Path log) {
        rotate(log);
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(settings.jvmOptions());
        command.addAll(cacheOptions(slot));
        // Relative, from the packaged folder: the cache notes how the jar was named.
        command.addAll(List.of("-jar", "quarkus-run.jar"));
        return BoundProcess.start(
                new BoundProcess.Spec(
                        command, ownSession(), "KILL", packaged, environment.of(slot), log));
    }

    private List<String> cacheOptions(Slot slot) {
        if (!settings.aot()) {
            return List.of();
        }
        AotCache cache = cache(slot.service());
        if (cache.fits()) {
            return cache.use();
        }
        return slot.number() == 1 ? cache.train() : List.of();
    }

    /** Ctrl-C in a terminal goes to a whole session; the services are stopped in order instead. */
    private static List<String> ownSession() {
        return Programs.find("setsid").isPresent() ? List.of("setsid") : List.of();
    }

    private static void rotate(Path log) {
        try {
            if (Files.exists(log) && Files.size(log) > LARGEST_LOG_BYTES) {
                Files.move(
                        log,
                        log.resolveSibling(log.getFileName() + ".1"),
                        StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
