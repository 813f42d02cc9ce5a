package io.holdfast.platform.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonTest {

    private final ObjectMapper mapper = Json.mapper();

    @Test
    void whatWasReadCanBeSentOnInARequest() throws JsonProcessingException {
        String deepest = "[".repeat(1000) + "]".repeat(1000);

        String request =
                mapper.writeValueAsString(
                        Map.of("a", Map.of("b", mapper.readValue(deepest, Object.class))));

        assertThat(request).isEqualTo("{\"a\":{\"b\":" + deepest + "}}");
        assertThatThrownBy(() -> mapper.readValue("[" + deepest + "]", Object.class))
                .isInstanceOf(JsonProcessingException.class);
    }
}
