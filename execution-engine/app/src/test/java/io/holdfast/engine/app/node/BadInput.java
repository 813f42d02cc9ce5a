package io.holdfast.engine.app.node;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A node that is given something bad, and how it fails.
 *
 * @param node the node's data but for its title and strategy
 * @param errorType of the failure (dsl.md 3)
 * @param message what the failure's text matches
 */
record BadInput(String name, Map<String, Object> node, String errorType, String message) {

    private static final Map<String, Object> MODEL =
            Map.of(
                    "provider",
                    "openai",
                    "name",
                    "m",
                    "mode",
                    "chat",
                    "completion_params",
                    Map.of());

    private static final String CODE_ERROR = "CodeExecutionError";
    private static final String OUTPUT = "error: limit exceeded: output";
    private static final String TIME = "error: timeout: the code ran longer than \\d+ ms";
    private static final String MEMORY = "error: limit exceeded: memory";
    private static final String REFUSED =
            "(?s).*(PermissionError|Operation not permitted|Permission denied|EPERM|EACCES"
                    + "|unreachable|BlockingIOError|EAGAIN|ENETUNREACH).*";
    private static final String ABSENT = "(?s).*(No such file|ENOENT).*";

    static final String DEEP = "[".repeat(1000) + "]".repeat(1000);

    static Stream<BadInput> ofTemplates() {
        return Stream.of(
                template(
                        "endless loop",
                        "{% for i in range(10**12) %}{% endfor %}",
                        "Template exceeds \\d+ steps"),
                template(
                        "loops in loops",
                        "{% for i in range(10**6) %}{% for j in range(10**6) %}{{ j }}{% endfor %}"
                                + "{% endfor %}",
                        "(?s).*(limit|exceeds).*"),
                template(
                        "endless macro",
                        "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
                        "Template nests deeper than \\d+ evaluations"),
                template(
                        "too much text",
                        "{% for i in range(500000) %}x{% endfor %}",
                        "Output length exceeds 400000 characters"),
                template("huge text", "{{ 'x' * 10**12 }}", "(?s).*limit.*"),
                template("huge power", "{{ (-2) ** 9999999992 }}", "(?s).*bits.*"));
    }

    private static BadInput template(String name, String template, String message) {
        return new BadInput(
                name,
                Map.of("type", "template-transform", "variables", List.of(), "template", template),
                "",
                message);
    }

    static Stream<BadInput> ofPython() {
        return Stream.of(
                python("endless loop", "while True: pass", TIME),
                python("endless regular expression", "re.match('(a+)+b', 'a' * 64)", TIME),
                python("fork bomb", "while True: os.fork()", REFUSED),
                python("memory", "x = []\n    while True: x.append('x' * 1000000)", MEMORY),
                python("socket", "socket.create_connection(('127.0.0.1', 80))", REFUSED),
                python("password file", "return {'x': open('/etc/passwd').read()}", ABSENT),
                python("gigabyte", "for i in range(1024): print('x' * (1 << 20))", OUTPUT),
                python(
                        "deep JSON as text",
                        "x = []\n    for i in range(1000): x = [x]\n    return {'x': x}",
                        "(?s).*(Recursion|recursion|nesting).*"));
    }

    static Stream<BadInput> ofJavaScript() {
        return Stream.of(
                javascript("endless loop", "for (;;);", TIME),
                javascript("endless regular expression", "/^(a+)+b$/.test('a'.repeat(64))", TIME),
                javascript(
                        "fork bomb",
                        "for (;;) require('child_process').execSync(process.execPath)",
                        REFUSED),
                javascript("memory", "const l = []; for (;;) l.push(Array(1e5).fill(1.5))", MEMORY),
                javascript(
                        "socket", "require('child_process').execSync('nc 127.0.0.1 80')", REFUSED),
                javascript(
                        "password file",
                        "return {x: require('fs').readFileSync('/etc/passwd', 'utf8')}",
                        ABSENT),
                javascript(
                        "gigabyte",
                        "for (let i = 0; i < 1024; i++) console.log('x'.repeat(1 << 20))",
                        OUTPUT),
                javascript(
                        "deep JSON",
                        "let x = []; for (let i = 0; i < 1000; i++) x = [x]; return {x}",
                        "(?s).*nesting.*"));
    }

    private static BadInput python(String name, String body, String message) {
        String code = "import os, re, socket\ndef main():\n    " + body + "\n    return {'x': ''}";
        return code(name, "python3", code, message);
    }

    private static BadInput javascript(String name, String body, String message) {
        return code(
                name, "javascript", "function main() { " + body + "; return {x: ''} }", message);
    }

    private static BadInput code(String name, String language, String code, String message) {
        Map<String, Object> node =
                Map.of(
                        "type",
                        "code",
                        "code_language",
                        language,
                        "variables",
                        List.of(),
                        "outputs",
                        Map.of("x", Map.of("type", "string")),
                        "code",
                        code);
        return new BadInput(language + " " + name, node, CODE_ERROR, message);
    }

    /** Nodes that are given the text {@code {{#s.t#}}}, which is JSON nested deep. */
    static Stream<BadInput> ofDeepJson() {
        Map<String, Object> body =
                Map.of(
                        "type",
                        "json",
                        "data",
                        List.of(Map.of("type", "text", "key", "", "value", "{{#s.t#}}")));
        return Stream.of(
                new BadInput(
                        "deep JSON as body",
                        Map.of(
                                "type",
                                "http-request",
                                "method",
                                "post",
                                "url",
                                EchoServer.url("/tell"),
                                "authorization",
                                Map.of("type", "no-auth"),
                                "params",
                                "",
                                "headers",
                                "",
                                "body",
                                body),
                        "RequestBodyError",
                        "(?s)Failed to parse JSON.*"),
                new BadInput(
                        "deep JSON as structured output",
                        Map.of(
                                "type",
                                "llm",
                                "model",
                                MODEL,
                                "prompt_template",
                                List.of(Map.of("role", "user", "text", "Hi")),
                                "structured_output_enabled",
                                true,
                                "structured_output",
                                Map.of("schema", Map.of("type", "object"))),
                        "LLMNodeError",
                        "(?s)Failed to parse structured output.*"),
                new BadInput(
                        "deep JSON as class",
                        Map.of(
                                "type",
                                "question-classifier",
                                "model",
                                MODEL,
                                "query_variable_selector",
                                List.of("s", "t"),
                                "classes",
                                List.of(Map.of("id", "1", "name", "one"))),
                        "OutputParserError",
                        "(?s)got invalid json object.*"));
    }

    @Override
    public String toString() {
        return name;
    }
}
