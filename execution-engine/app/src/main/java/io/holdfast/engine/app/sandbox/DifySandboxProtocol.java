package io.holdfast.engine.app.sandbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/** What dify-sandbox is sent and answers (dsl.md 3.8): a script that prints its own result. */
final class DifySandboxProtocol {
    private static final String MARK = "<<RESULT>>";
    private static final String TIMEOUT = "error: timeout";
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private DifySandboxProtocol() {}

    static byte[] request(CodeTask task) {
        String inputs =
                Base64.getEncoder()
                        .encodeToString(
                                ResultJson.text(task.inputs()).getBytes(StandardCharsets.UTF_8));
        Map<String, Object> body = new LinkedHashMap<>();
        boolean python = task.language() == CodeLanguage.PYTHON3;
        body.put("language", python ? "python3" : "nodejs");
        body.put("code", task.source() + (python ? pythonCall(inputs) : nodeCall(inputs)));
        body.put("preload", "");
        body.put("enable_network", true);
        return ResultJson.bytes(body);
    }

    private static String pythonCall(String inputs) {
        return """


        import json
        from base64 import b64decode

        inputs_obj = json.loads(b64decode('%s').decode('utf-8'))
        output_obj = main(**inputs_obj)
        print('%s' + json.dumps(output_obj, indent=4) + '%s')
        """
                .formatted(inputs, MARK, MARK);
    }

    private static String nodeCall(String inputs) {
        return """


        var inputs_obj = JSON.parse(Buffer.from('%s', 'base64').toString('utf-8'))
        var output_obj = main(inputs_obj)
        console.log('%s' + JSON.stringify(output_obj) + '%s')
        """
                .formatted(inputs, MARK, MARK);
    }

    static CodeOutcome outcome(String body, CodeTask task) {
        JsonNode answer;
        try {
            answer = MAPPER.readTree(body);
        } catch (JsonProcessingException e) {
            return new CodeOutcome.Failed("Failed to parse response");
        }
        if (answer.path("code").asInt(-1) != 0) {
            return new CodeOutcome.Failed(
                    answer.path("message").asText("Failed to parse response"));
        }
        String error = answer.path("data").path("error").asText("");
        if (error.strip().endsWith(TIMEOUT)) {
            return new CodeOutcome.TimedOut(task.timeLimit());
        }
        return error.isEmpty()
                ? printed(answer.path("data").path("stdout").asText(""))
                : new CodeOutcome.Failed(error);
    }

    private static CodeOutcome printed(String output) {
        int first = output.indexOf(MARK);
        int last = output.lastIndexOf(MARK);
        return first < last
                ? ResultJson.outcome(output.substring(first + MARK.length(), last))
                : new CodeOutcome.Failed("Failed to parse result");
    }
}
