package io.holdfast.engine.node.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import io.holdfast.engine.node.NodeDataException;
import io.holdfast.engine.node.NodeOutcome;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The bodies of dsl.md 3.7. */
class HttpBodyTest {
    private static final Map<String, Object> FILE =
            Map.of("dify_model_identity", "__dify__file__", "filename", "a.txt");

    private final HttpNodeFixture node = new HttpNodeFixture();

    private HttpNodeFixture body(String type, String items) {
        return node.with("body", "{\"type\": \"" + type + "\", \"data\": [" + items + "]}");
    }

    @Test
    void noBodyHasNoType() {
        HttpCall call = node.call();

        assertThat(call.body()).isEmpty();
        assertThat(call.headers()).isEmpty();
    }

    @Test
    void jsonIsRepairedWhereValuesBrokeIt() {
        node.given.with("s.q", "say \"hi\"\nthere");
        HttpCall call = body("json", "{\"value\": \"{\\\"q\\\": \\\"{{#s.q#}}\\\",}\"}").call();

        assertThat(call.body()).isEqualTo("{\"q\": \"say \\\"hi\\\"\\nthere\"}");
        assertThat(call.headers()).containsExactly(entry("Content-Type", "application/json"));
    }

    @Test
    void jsonThatCannotBeRepairedIsRefused() {
        NodeOutcome.Failed failure = body("json", "{\"value\": \"nothing of the kind\"}").failure();

        assertThat(failure.errorType()).isEqualTo("RequestBodyError");
        assertThat(failure.message()).isEqualTo("Failed to parse JSON: nothing of the kind");
    }

    @Test
    void jsonTextAndFileNeedExactlyOneItem() {
        assertThat(body("json", "").failure().message())
                .isEqualTo("json body type should have exactly one item");
        assertThat(body("raw-text", "{\"value\": \"a\"}, {\"value\": \"b\"}").failure().errorType())
                .isEqualTo("RequestBodyError");
        assertThat(body("binary", "").failure().errorType()).isEqualTo("RequestBodyError");
    }

    @Test
    void theAuthorsContentTypeStays() {
        node.text("headers", "content-type: application/ld+json");

        assertThat(body("json", "{\"value\": \"{}\"}").call().headers())
                .containsExactly(entry("content-type", "application/ld+json"));
    }

    @Test
    void fieldsAreSentAsAForm() {
        node.given.with("s.q", "a b&c");
        HttpCall call =
                body("x-www-form-urlencoded", "{\"key\": \"q\", \"value\": \"{{#s.q#}}\"}").call();

        assertThat(call.body()).isEqualTo("q=a+b%26c");
        assertThat(call.headers())
                .containsExactly(entry("Content-Type", "application/x-www-form-urlencoded"));
    }

    @Test
    void fieldsAreSentInPartsWithABoundaryThatOccursInNone() {
        node.text("headers", "Content-Type: multipart/form-data");
        HttpCall call =
                body("form-data", "{\"key\": \"a\\\"\", \"value\": \"--holdfast-form-0\"}").call();

        assertThat(call.headers())
                .containsExactly(
                        entry("Content-Type", "multipart/form-data; boundary=holdfast-form-1"));
        assertThat(call.body())
                .isEqualTo(
                        String.join(
                                "\r\n",
                                "--holdfast-form-1",
                                "Content-Disposition: form-data; name=\"a%22\"",
                                "",
                                "--holdfast-form-0",
                                "--holdfast-form-1--",
                                ""));
    }

    @Test
    void filesAreRefusedNotLeftOut() {
        node.given.with("s.f", FILE);
        String item = "{\"key\": \"f\", \"type\": \"file\", \"file\": [\"s\", \"f\"]}";

        assertThat(body("form-data", item).failure().message()).contains("does not store files");
        assertThat(body("binary", item).failure().message()).contains("does not store files");
    }

    @Test
    void aMissingFileIsNamed() {
        String item = "{\"type\": \"file\", \"file\": [\"s\", \"gone\"]}";

        assertThat(body("binary", item).failure().errorType()).isEqualTo("FileFetchError");
        assertThat(body("binary", item).failure().message())
                .isEqualTo("cannot fetch file with selector [s, gone]");
    }

    @Test
    void anUnknownTypeIsNoConfiguration() {
        assertThatThrownBy(() -> body("yaml", "").begin()).isInstanceOf(NodeDataException.class);
    }
}
