package io.holdfast.platform.instance;

/**
 * Who this process is.
 *
 * @param service the service's name, such as {@code api-gateway}
 * @param instance the name of this process, kept over its restarts
 * @param version of the service's build
 */
public record InstanceIdentity(String service, String instance, String version) {}
