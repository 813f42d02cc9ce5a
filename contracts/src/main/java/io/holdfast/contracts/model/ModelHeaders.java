package io.holdfast.contracts.model;

/** Request headers that model-service reads beside the OpenAI protocol's own. */
public final class ModelHeaders {

    /**
     * The provider id as the DSL names it, {@code langgenius/openai/openai} or an old bare {@code
     * openai} (models.md 1). Without it a model is found by its name alone.
     */
    public static final String PROVIDER = "X-Holdfast-Provider";

    /** Handed to the upstream on every attempt, so that a repeated step can be recognised. */
    public static final String IDEMPOTENCY_KEY = "Idempotency-Key";

    private ModelHeaders() {}
}
