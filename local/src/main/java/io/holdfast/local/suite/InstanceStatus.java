package io.holdfast.local.suite;

/**
 * An instance at one moment.
 *
 * @param service name of the service
 * @param instance name of the instance, such as {@code execution-engine-1}
 * @param pid process id, 0 when no process runs
 * @param url address without a slash at the end
 * @param ready whether it answered just now that it is ready
 * @param restarts how often it was started again after it died
 * @param state what the supervisor knows of it
 */
public record InstanceStatus(
        String service,
        String instance,
        long pid,
        String url,
        boolean ready,
        int restarts,
        InstanceState state) {}
