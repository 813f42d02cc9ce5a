package io.holdfast.local.suite;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** The five services: how they are called, where they are built and where they listen. */
public enum Service {
    /** The public HTTP API. */
    API_GATEWAY("api-gateway", "api-gateway", 8080, "GATEWAY"),
    /** Runs apps. */
    EXECUTION_ENGINE("execution-engine", "execution-engine/app", 8081, "ENGINE"),
    /** Speaks to models. */
    MODEL_SERVICE("model-service", "model-service", 8082, "MODEL"),
    /** Runs jobs. */
    SCHEDULER("scheduler", "scheduler", 8083, "SCHEDULER"),
    /** Keeps knowledge. */
    VECTOR_STORE_ADAPTER("vector-store-adapter", "vector-store-adapter", 8084, "VECTOR");

    private final String id;
    private final String module;
    private final int defaultPort;
    private final String variable;

    Service(String id, String module, int defaultPort, String variable) {
        this.id = id;
        this.module = module;
        this.defaultPort = defaultPort;
        this.variable = variable;
    }

    /** The service's name everywhere: on the command line, in logs, in Kubernetes. */
    public String id() {
        return id;
    }

    /** The service of that name. */
    public static Optional<Service> named(String id) {
        return Arrays.stream(values()).filter(service -> service.id.equals(id)).findFirst();
    }

    /** All names, for messages. */
    public static String ids() {
        return Arrays.stream(values()).map(Service::id).collect(Collectors.joining(", "));
    }

    /** Folder of the service's Maven module in the repository. */
    public Path module(Path repository) {
        return repository.resolve(module);
    }

    /** Folder of the packaged service, with {@code quarkus-run.jar} in it. */
    public Path packaged(Path repository) {
        return module(repository).resolve("target/quarkus-app");
    }

    /** Port of the first instance unless told otherwise. */
    public int defaultPort() {
        return defaultPort;
    }

    /** Variable that changes the port of the first instance. */
    public String portVariable() {
        return "HOLDFAST_" + variable + "_PORT";
    }

    /** Variable by which the other services find this one: addresses, separated by commas. */
    public String urlVariable() {
        return "HOLDFAST_" + variable + "_URL";
    }
}
