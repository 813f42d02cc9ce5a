package io.holdfast.engine.app.sandbox;

/** Languages of code nodes (dsl.md 3.8). */
public enum CodeLanguage {
    /** {@code code_language: python3}. */
    PYTHON3,
    /** {@code code_language: javascript}. */
    JAVASCRIPT
}
