package io.holdfast.local.suite;

import io.holdfast.local.infra.InfraCache;
import io.holdfast.local.infra.PostgresSettings;
import io.holdfast.local.process.Ports;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How a suite is run. Immutable; each method gives a changed copy.
 *
 * @param repository folder with the built services
 * @param home folder of all state
 * @param services which services are started
 * @param ports port of the first instance of each service; 0 takes a free one
 * @param replicas instances of each service; one where it is not named
 * @param postgresPort port of the database; 0 takes a free one
 * @param kafkaPort port of the broker; 0 takes a free one
 * @param durable whether the database waits for the disk at each commit
 * @param environment variables for the services; they win over the suite's own
 * @param jvmOptions options of the services' JVMs
 * @param aot whether start-up caches are trained and used
 * @param restartPolicy what happens when a process dies
 * @param readyLimit how long the first start of all may take
 */
public record SuiteSettings(
        Path repository,
        SuiteHome home,
        Set<Service> services,
        Map<Service, Integer> ports,
        Map<Service, Integer> replicas,
        int postgresPort,
        int kafkaPort,
        boolean durable,
        Map<String, String> environment,
        List<String> jvmOptions,
        boolean aot,
        RestartPolicy restartPolicy,
        Duration readyLimit) {

    /** Port of the database when it is started by hand. */
    public static final int POSTGRES_PORT = 15432;

    /** Port of the broker when it is started by hand. */
    public static final int KAFKA_PORT = 19092;

    private static final List<String> SMALL_JVM =
            List.of(
                    "-Xmx256m",
                    "-XX:+UseSerialGC",
                    "--enable-native-access=ALL-UNNAMED",
                    "--sun-misc-unsafe-memory-access=allow");

    /** Copies the collections. */
    public SuiteSettings {
        repository = repository.toAbsolutePath().normalize();
        services = Set.copyOf(services);
        ports = Map.copyOf(ports);
        replicas = Map.copyOf(replicas);
        environment = Map.copyOf(environment);
        jvmOptions = List.copyOf(jvmOptions);
    }

    /** All five services on their usual ports, kept data, caches on: what {@code up} starts. */
    public static SuiteSettings standard(Path repository, Path home) {
        Map<Service, Integer> ports = new EnumMap<>(Service.class);
        for (Service service : Service.values()) {
            ports.put(service, service.defaultPort());
        }
        return new SuiteSettings(
                repository,
                new SuiteHome(home),
                EnumSet.allOf(Service.class),
                ports,
                Map.of(),
                POSTGRES_PORT,
                KAFKA_PORT,
                true,
                Map.of(),
                SMALL_JVM,
                true,
                RestartPolicy.STANDARD,
                Duration.ofMinutes(3));
    }

    /** All five services on free ports in a folder of a test, without caches. */
    public static SuiteSettings forTests(Path repository, Path home) {
        SuiteSettings standard = standard(repository, home);
        Map<Service, Integer> free = new EnumMap<>(Service.class);
        standard.services().forEach(service -> free.put(service, 0));
        return standard.withPorts(free).withInfrastructurePorts(0, 0).withAot(false);
    }

    /** Starts these services alone. */
    public SuiteSettings withServices(Set<Service> chosen) {
        return copy(chosen, ports, replicas, environment, jvmOptions, aot, restartPolicy);
    }

    /** Changes the ports of the services named; 0 takes a free one. */
    public SuiteSettings withPorts(Map<Service, Integer> changed) {
        Map<Service, Integer> all = new EnumMap<>(ports);
        all.putAll(changed);
        return copy(services, all, replicas, environment, jvmOptions, aot, restartPolicy);
    }

    /** Starts so many instances of the service; those after the first listen on free ports. */
    public SuiteSettings withReplicas(Service service, int count) {
        Map<Service, Integer> all = new EnumMap<>(Service.class);
        all.putAll(replicas);
        all.put(service, count);
        return copy(services, ports, all, environment, jvmOptions, aot, restartPolicy);
    }

    /** Gives the services a variable, which wins over the suite's own. */
    public SuiteSettings withEnvironment(String name, String value) {
        Map<String, String> all = new LinkedHashMap<>(environment);
        all.put(name, value);
        return copy(services, ports, replicas, all, jvmOptions, aot, restartPolicy);
    }

    /** Replaces the options of the services' JVMs. */
    public SuiteSettings withJvmOptions(List<String> options) {
        return copy(services, ports, replicas, environment, options, aot, restartPolicy);
    }

    /** Switches start-up caches on or off. */
    public SuiteSettings withAot(boolean on) {
        return copy(services, ports, replicas, environment, jvmOptions, on, restartPolicy);
    }

    /** Changes what happens when a process dies. */
    public SuiteSettings withRestartPolicy(RestartPolicy policy) {
        return copy(services, ports, replicas, environment, jvmOptions, aot, policy);
    }

    /** Changes the ports of database and broker; 0 takes a free one. */
    public SuiteSettings withInfrastructurePorts(int postgres, int kafka) {
        return new SuiteSettings(
                repository,
                home,
                services,
                ports,
                replicas,
                postgres,
                kafka,
                durable,
                environment,
                jvmOptions,
                aot,
                restartPolicy,
                readyLimit);
    }

    private SuiteSettings copy(
            Set<Service> newServices,
            Map<Service, Integer> newPorts,
            Map<Service, Integer> newReplicas,
            Map<String, String> newEnvironment,
            List<String> newOptions,
            boolean newAot,
            RestartPolicy newPolicy) {
        return new SuiteSettings(
                repository,
                home,
                newServices,
                newPorts,
                newReplicas,
                postgresPort,
                kafkaPort,
                durable,
                newEnvironment,
                newOptions,
                newAot,
                newPolicy,
                readyLimit);
    }

    /** The port of an instance; number one is the first. */
    int portOf(Service service, int number) {
        int configured = ports.getOrDefault(service, 0);
        return number == 1 && configured != 0 ? configured : Ports.free();
    }

    int replicasOf(Service service) {
        return replicas.getOrDefault(service, 1);
    }

    PostgresSettings postgres() {
        return new PostgresSettings(
                home.data("postgres"),
                home.secrets(),
                InfraCache.folder(),
                home.log("postgres"),
                postgresPort,
                durable);
    }
}
