package io.holdfast.engine.node.llm;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.engine.node.GivenVariables;
import io.holdfast.engine.node.NodeData;
import io.holdfast.engine.node.NodeStep;
import io.holdfast.engine.value.FileValues;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Where pictures go in a prompt (dsl.md 3.3, rules 3 and 7). */
class VisionTest {

    private static final Map<String, @Nullable Object> PICTURE = file("image", "a.png");
    private static final Map<String, @Nullable Object> PAPER = file("document", "a.pdf");

    private static Map<String, @Nullable Object> file(String type, String name) {
        return FileValues.of(
                new FileValues.Facts(
                        type, "remote_url", "https://h/" + name, null, name, "", "", -1));
    }

    private static List<PromptMessage> messages(boolean vision, String role, String text) {
        Map<String, @Nullable Object> data = new LinkedHashMap<>();
        data.put("model", Map.of("provider", "p", "name", "m", "mode", "chat"));
        data.put("prompt_template", List.of(Map.of("role", role, "text", text)));
        data.put(
                "vision",
                Map.of(
                        "enabled",
                        vision,
                        "configs",
                        Map.of("detail", "low", "variable_selector", List.of("s", "files"))));
        NodeStep step =
                LlmNode.parse(new NodeData("llm", data))
                        .begin(
                                new GivenVariables()
                                        .with("s.files", List.of(PICTURE, PAPER))
                                        .with("s.one", PICTURE)
                                        .scope());
        return ((ModelRequest) ((NodeStep.Ask<?>) step).request()).messages();
    }

    private static List<String> names(PromptMessage message) {
        return message.files().stream().map(file -> file.file().filename()).toList();
    }

    @Test
    void picturesStandBeforeTheUsersLastText() {
        List<PromptMessage> messages = messages(true, "user", "What is this?");

        assertThat(messages).hasSize(1);
        assertThat(names(messages.getFirst()))
                .as("and papers are left out")
                .containsExactly("a.png");
        assertThat(messages.getFirst().files().getFirst().detail()).isEqualTo("low");
    }

    @Test
    void withoutAUsersMessageTheyHaveTheirOwn() {
        List<PromptMessage> messages = messages(true, "system", "Look well.");

        assertThat(messages).extracting(PromptMessage::role).containsExactly("system", "user");
        assertThat(messages.getLast().text()).isEmpty();
        assertThat(names(messages.getLast())).containsExactly("a.png");
    }

    @Test
    void aPictureThatAMessageNamesFollowsIt() {
        List<PromptMessage> messages = messages(false, "user", "Look: {{#s.one#}}");

        assertThat(messages).extracting(PromptMessage::text).containsExactly("Look: ", "");
        assertThat(names(messages.getLast())).containsExactly("a.png");
    }

    @Test
    void withoutVisionNothingIsShown() {
        assertThat(messages(false, "user", "Hello").getFirst().files()).isEmpty();
    }
}
