package io.holdfast.engine.app.sandbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;

/** Gives the application its one sandbox and closes it at the end. */
@ApplicationScoped
class CodeSandboxProducer {

    @Produces
    @ApplicationScoped
    CodeSandbox sandbox(SandboxConfig config) {
        SandboxSettings settings = config.settings();
        return settings.remote()
                .<CodeSandbox>map(remote -> new RemoteCodeSandbox(settings, remote))
                .orElseGet(() -> new LocalCodeSandbox(settings));
    }

    void close(@Disposes CodeSandbox sandbox) {
        sandbox.close();
    }
}
