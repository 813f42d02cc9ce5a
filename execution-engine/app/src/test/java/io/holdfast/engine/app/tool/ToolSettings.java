package io.holdfast.engine.app.tool;

import io.quarkus.runtime.configuration.MemorySize;
import java.math.BigInteger;
import java.time.Duration;
import java.util.Optional;

/** Settings of tests: short times, and a search engine. */
public record ToolSettings(String searxng) implements ToolConfig {

    @Override
    public String providersFile() {
        return "tools.yaml";
    }

    @Override
    public Optional<String> home() {
        return Optional.empty();
    }

    @Override
    public Optional<String> searxngUrl() {
        return Optional.of(searxng);
    }

    @Override
    public Duration connect() {
        return Duration.ofSeconds(5);
    }

    @Override
    public Duration read() {
        return Duration.ofSeconds(5);
    }

    @Override
    public MemorySize mostAnswer() {
        return new MemorySize(BigInteger.valueOf(1 << 20));
    }
}
