package io.holdfast.local.cli;

import io.holdfast.local.process.PrivateFiles;
import io.holdfast.local.suite.Suite;
import java.util.Map;
import java.util.TreeMap;

/**
 * The addresses and credentials of the running suite as configuration, in {@code dev.properties} of
 * the home: what {@code mvn quarkus:dev} in a service's folder reads.
 */
final class DevProperties {

    private final Workspace workspace;

    DevProperties(Workspace workspace) {
        this.workspace = workspace;
    }

    void write(Suite suite) {
        StringBuilder text = new StringBuilder();
        Map<String, String> sorted = new TreeMap<>(suite.sharedEnvironment());
        // Base64, addresses and numbers: nothing that a properties file would read differently.
        sorted.forEach((name, value) -> text.append(name).append('=').append(value).append('\n'));
        PrivateFiles.write(workspace.home().folder().resolve("dev.properties"), text.toString());
    }
}
