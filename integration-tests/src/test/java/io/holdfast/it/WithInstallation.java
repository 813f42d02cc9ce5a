package io.holdfast.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Starts the suite once for all classes of stories, and hands it to them. */
public final class WithInstallation implements ParameterResolver, BeforeEachCallback {

    private static final ExtensionContext.Namespace SPACE =
            ExtensionContext.Namespace.create(WithInstallation.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Installation.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return installation(context);
    }

    /** Nobody finds what the story before has left. */
    @Override
    public void beforeEach(ExtensionContext context) {
        installation(context).models().reset();
        installation(context).target().forget();
        installation(context).tools().forget();
    }

    private static Installation installation(ExtensionContext context) {
        return context.getRoot()
                .getStore(SPACE)
                .computeIfAbsent(
                        Installation.class, _ -> Installation.start(home()), Installation.class);
    }

    private static Path home() {
        try {
            return Files.createTempDirectory(
                    Files.createDirectories(Path.of("target", "suites")), "suite");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
