package io.holdfast.testing.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;

/** Vectors of hashed words: the same text gives the same vector, shared words bring texts near. */
final class MockEmbeddings {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int DIMENSIONS = 64;

    private MockEmbeddings() {}

    static String answer(JsonNode body) {
        var texts = texts(body.path("input"));
        var answer = JSON.createObjectNode().put("object", "list");
        var data = answer.putArray("data");
        var tokens = 0;
        for (int i = 0; i < texts.size(); i++) {
            var words = texts.get(i).toLowerCase(Locale.ROOT).split("\\W+");
            tokens += words.length;
            var vector = data.addObject().put("object", "embedding").put("index", i);
            var numbers = vector.putArray("embedding");
            for (float number : vector(words)) {
                numbers.add(number);
            }
        }
        answer.put("model", body.path("model").asText());
        answer.putObject("usage").put("prompt_tokens", tokens).put("total_tokens", tokens);
        return answer.toString();
    }

    private static List<String> texts(JsonNode input) {
        return input.isTextual()
                ? List.of(input.asText())
                : StreamSupport.stream(input.spliterator(), false).map(JsonNode::asText).toList();
    }

    private static float[] vector(String[] words) {
        var vector = new float[DIMENSIONS];
        for (String word : words) {
            vector[Math.floorMod(word.hashCode() * 31, DIMENSIONS)] += 1;
        }
        double square = 0;
        for (float number : vector) {
            square += number * number;
        }
        var length = (float) Math.sqrt(Math.max(square, 1e-9));
        for (int i = 0; i < vector.length; i++) {
            vector[i] /= length;
        }
        return vector;
    }
}
