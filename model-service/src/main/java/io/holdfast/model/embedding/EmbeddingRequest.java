package io.holdfast.model.embedding;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.holdfast.model.failure.ModelFailure;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * The texts of an embedding request and the form of its answer.
 *
 * @param base64 vectors as base64 of little-endian floats, as {@code encoding_format} may ask
 */
record EmbeddingRequest(List<String> texts, boolean base64) {

    private static final int DIMENSIONS = 384;

    /**
     * Reads the request.
     *
     * @throws ModelFailure when it asks for what this model cannot do
     */
    static EmbeddingRequest of(JsonNode body, int batchLimit) {
        var texts = texts(body.path("input"));
        if (texts.isEmpty()) {
            throw ModelFailure.badRequest("invalid_input", "input holds no text.");
        }
        if (texts.size() > batchLimit) {
            throw ModelFailure.badRequest(
                    "batch_too_large",
                    "input holds %d texts, at most %d are taken at once."
                            .formatted(texts.size(), batchLimit));
        }
        if (body.path("dimensions").asInt(DIMENSIONS) != DIMENSIONS) {
            throw ModelFailure.badRequest(
                    "invalid_dimensions", "This model has vectors of 384 dimensions only.");
        }
        return new EmbeddingRequest(
                texts, body.path("encoding_format").asText("float").equals("base64"));
    }

    private static List<String> texts(JsonNode input) {
        if (input.isTextual()) {
            return List.of(input.asText());
        }
        var texts = new ArrayList<String>();
        for (JsonNode text : input) {
            if (!text.isTextual()) {
                throw ModelFailure.badRequest(
                        "invalid_input", "input must be a string or an array of strings.");
            }
            texts.add(text.asText());
        }
        return texts;
    }

    /** The answer in the OpenAI protocol's shape. */
    ObjectNode answer(String model, List<float[]> vectors) {
        var answer = JsonNodeFactory.instance.objectNode().put("object", "list");
        var data = answer.putArray("data");
        for (int i = 0; i < vectors.size(); i++) {
            var item = data.addObject().put("object", "embedding").put("index", i);
            write(item, vectors.get(i));
        }
        return answer.put("model", model);
    }

    private void write(ObjectNode item, float[] vector) {
        if (base64) {
            var bytes = ByteBuffer.allocate(vector.length * 4).order(ByteOrder.LITTLE_ENDIAN);
            bytes.asFloatBuffer().put(vector);
            item.put("embedding", Base64.getEncoder().encodeToString(bytes.array()));
        } else {
            var numbers = item.putArray("embedding");
            for (float number : vector) {
                numbers.add(number);
            }
        }
    }
}
