package io.holdfast.contracts.instance;

/**
 * The answer of {@code GET /healthz}: the process is up and its event loop turns. It says nothing
 * about what the process needs; {@code /q/health/ready} does.
 *
 * @param status always {@code ok}
 * @param version of the service's build
 * @param service the service's name, such as {@code api-gateway}
 * @param instance the name of this process, kept over its restarts where it was given one
 */
public record Healthz(String status, String version, String service, String instance) {}
