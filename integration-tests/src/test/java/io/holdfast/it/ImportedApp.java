package io.holdfast.it;

/**
 * An app that can be called.
 *
 * @param key its API key
 */
public record ImportedApp(String id, String key) {}
