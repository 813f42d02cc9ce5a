package io.holdfast.local.cli;

import io.holdfast.local.suite.Service;
import io.holdfast.local.suite.SuiteHome;
import io.holdfast.local.suite.SuiteSettings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Where a command works.
 *
 * @param repository folder of the repository
 * @param home folder of the suite's state
 * @param environment this process's variables
 */
record Workspace(Path repository, SuiteHome home, Map<String, String> environment) {

    private static final List<String> CREDENTIALS =
            List.of("HOLDFAST_CONSOLE_TOKEN", "HOLDFAST_INTERNAL_TOKEN", "HOLDFAST_SECRET_KEY");

    /** The repository that the launcher names, and the home that it or the user names. */
    static Workspace here(Map<String, String> environment) {
        Path repository =
                Path.of(System.getProperty("holdfast.root", "")).toAbsolutePath().normalize();
        String home = environment.getOrDefault("HOLDFAST_HOME", "");
        Path folder = home.isBlank() ? repository.resolve(".holdfast") : Path.of(home);
        return new Workspace(repository, new SuiteHome(folder), environment);
    }

    /** The console token that the services use: the user's own, else the generated one. */
    String consoleToken() {
        String own = environment.getOrDefault("HOLDFAST_CONSOLE_TOKEN", "");
        return own.isBlank() ? home.consoleToken() : own;
    }

    /** The settings of {@code up}: defaults, then variables. */
    SuiteSettings settings() {
        Map<Service, Integer> ports = new EnumMap<>(Service.class);
        for (Service service : Service.values()) {
            ports.put(service, port(service.portVariable(), service.defaultPort()));
        }
        SuiteSettings settings =
                SuiteSettings.standard(repository, home.folder())
                        .withPorts(ports)
                        .withInfrastructurePorts(
                                port("HOLDFAST_POSTGRES_PORT", SuiteSettings.POSTGRES_PORT),
                                port("HOLDFAST_KAFKA_PORT", SuiteSettings.KAFKA_PORT));
        for (String name : CREDENTIALS) {
            String own = environment.getOrDefault(name, "");
            if (!own.isBlank()) {
                settings = settings.withEnvironment(name, own);
            }
        }
        if ("off".equals(environment.get("HOLDFAST_AOT"))) {
            settings = settings.withAot(false);
        }
        return settings.withJvmOptions(jvmOptions(settings.jvmOptions()));
    }

    private List<String> jvmOptions(List<String> standard) {
        List<String> options = new ArrayList<>(standard);
        String heap = environment.getOrDefault("HOLDFAST_SERVICE_HEAP", "");
        if (!heap.isBlank()) {
            options.removeIf(option -> option.startsWith("-Xmx"));
            options.add("-Xmx" + heap);
        }
        String more = environment.getOrDefault("HOLDFAST_SERVICE_JAVA_OPTIONS", "").strip();
        if (!more.isEmpty()) {
            options.addAll(List.of(more.split("\\s+", -1)));
        }
        return options;
    }

    private int port(String variable, int standard) {
        String value = environment.getOrDefault(variable, "").strip();
        return value.isEmpty() ? standard : parsePort(variable, value);
    }

    /** A port number from 1 to 65535. */
    static int parsePort(String name, String value) {
        try {
            int port = Integer.parseInt(value);
            if (port > 0 && port < 65_536) {
                return port;
            }
        } catch (NumberFormatException e) {
            throw new UsageException(name + " is no port number: " + value, e);
        }
        throw new UsageException(name + " is no port number: " + value);
    }
}
