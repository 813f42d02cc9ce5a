package io.holdfast.contracts.app;

/**
 * An app's file again: {@code GET /internal/v1/apps/{id}/export?includeSecret=false}.
 *
 * @param data YAML; secrets blanked unless asked for (dsl.md 1.10)
 */
public record AppExport(String data) {}
