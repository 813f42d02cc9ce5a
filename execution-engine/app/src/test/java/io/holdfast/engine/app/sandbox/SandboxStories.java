package io.holdfast.engine.app.sandbox;

import static io.holdfast.engine.app.sandbox.CodeLanguage.JAVASCRIPT;
import static io.holdfast.engine.app.sandbox.CodeLanguage.PYTHON3;
import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.engine.app.sandbox.CodeOutcome.Failed;
import io.holdfast.engine.app.sandbox.CodeOutcome.Returned;
import io.holdfast.engine.app.sandbox.CodeOutcome.TimedOut;
import java.math.BigInteger;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What code is given and gives back, whatever confines it; one subclass per confinement. */
abstract class SandboxStories extends SandboxFixture {
    SandboxStories(SandboxSettings.Level level) {
        super(level);
    }

    @Test
    void inputsBecomeArgumentsAndTheReturnValueComesBack() {
        Map<String, @Nullable Object> inputs =
                Map.of("text", "größer 漢字 😀", "n", 9_007_199_254_740_993L);
        String python = "def main(text: str, n: int):\n    return {'t': text + '!', 'n': n + 1}";
        String javascript = "function main({text, n}) { return {t: text + '!', l: [n > 1, null]} }";

        assertThat(sandbox.run(new CodeTask(PYTHON3, python, inputs, LIMIT)))
                .isEqualTo(new Returned(Map.of("t", "größer 漢字 😀!", "n", 9_007_199_254_740_994L)));
        assertThat(sandbox.run(new CodeTask(JAVASCRIPT, javascript, inputs, LIMIT)))
                .isEqualTo(
                        new Returned(Map.of("t", "größer 漢字 😀!", "l", Arrays.asList(true, null))));
    }

    @Test
    void whatTheCodePrintsIsNoPartOfItsAnswer() {
        String python =
                """
                import os, sys
                print('<<RESULT>>{"a": 2}<<RESULT>>')
                os.write(1, b'xxxx')
                os.write(2, b'xxxx')
                def main():
                    print('hello'); sys.stderr.write('there')
                    return {'a': 1}
                """;
        String javascript =
                """
                const fs = require('fs')
                fs.writeSync(1, 'xxxx'); fs.writeSync(2, 'xxxx')
                function main() { console.log('hello'); console.error('there'); return {a: 1} }
                """;

        assertThat(python(python)).isEqualTo(new Returned(Map.of("a", 1L)));
        assertThat(javascript(javascript)).isEqualTo(new Returned(Map.of("a", 1L)));
    }

    @Test
    void whateverIsReturnedComesBack() {
        assertThat(python("def main(): return [1, 'x', None, True, 1.5]"))
                .isEqualTo(new Returned(Arrays.asList(1L, "x", null, true, 1.5)));
        assertThat(javascript("function main() { return null }")).isEqualTo(new Returned(null));
        assertThat(python("def main(): return 2 ** 70"))
                .isEqualTo(new Returned(new BigInteger("1180591620717411303424")));
    }

    @Test
    void anExceptionComesBackWithItsLine() {
        assertThat(python("def main():\n\n    return {'a': 1 / 0}"))
                .isEqualTo(
                        new Failed(
                                """
                                Traceback (most recent call last):
                                  File "<string>", line 3, in main
                                ZeroDivisionError: division by zero
                                """));
        assertThat(javascript("function main() {\n\n  return missing.a }"))
                .isInstanceOfSatisfying(
                        Failed.class,
                        failed ->
                                assertThat(failed.error())
                                        .contains("ReferenceError: missing is not defined")
                                        .contains("code.js:3:")
                                        .doesNotContain("evalmachine"));
    }

    @Test
    void codeThatDoesNotCompileOrHasNoMainSaysSo() {
        assertThat(python("def main(:")).extracting("error").asString().contains("SyntaxError");
        assertThat(python("x = 1")).extracting("error").asString().contains("name 'main'");
        assertThat(javascript("function main( {"))
                .extracting("error")
                .asString()
                .contains("SyntaxError");
        assertThat(javascript("let x = 1"))
                .extracting("error")
                .asString()
                .contains("main is not defined");
    }

    @Test
    void codeThatEndsItsProcessHasNoResult() {
        assertThat(python("import sys\ndef main(): sys.exit(0)"))
                .isEqualTo(new Failed("Failed to parse result"));
        assertThat(python("import os\ndef main(): os._exit(0)"))
                .isEqualTo(new Failed("Failed to parse result"));
        assertThat(javascript("function main() { process.exit(0) }"))
                .isEqualTo(new Failed("Failed to parse result"));
    }

    @Test
    void anEndlessLoopIsEndedInTime() {
        long begin = System.nanoTime();

        assertThat(run(PYTHON3, "def main():\n    while True: pass"))
                .isEqualTo(new TimedOut(SHORT));
        assertThat(run(PYTHON3, "import time\ndef main(): time.sleep(60)"))
                .isEqualTo(new TimedOut(SHORT));
        assertThat(run(PYTHON3, "import re\ndef main(): re.match('(a+)+b', 'a' * 64)"))
                .isEqualTo(new TimedOut(SHORT));
        assertThat(run(JAVASCRIPT, "function main() { for (;;); }")).isEqualTo(new TimedOut(SHORT));

        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(20));
    }

    private CodeOutcome run(CodeLanguage language, String code) {
        return sandbox.run(new CodeTask(language, code, Map.of(), SHORT));
    }

    @Test
    void aWorkerThatIsKilledIsReplaced() {
        for (CodeLanguage language : CodeLanguage.values()) {
            String code =
                    language == PYTHON3
                            ? "def main(): return {'a': 1}"
                            : "function main() { return {a: 1} }";
            CodeTask task = new CodeTask(language, code, Map.of(), LIMIT);
            assertThat(sandbox.run(task)).isInstanceOf(Returned.class);
            Awaitility.await().until(() -> sandbox.idlePid(language) != null);
            Optional.ofNullable(sandbox.idlePid(language))
                    .flatMap(ProcessHandle::of)
                    .ifPresent(ProcessHandle::destroyForcibly);

            assertThat(sandbox.run(task)).isEqualTo(new Returned(Map.of("a", 1L)));
        }
    }

    @Test
    void manyCallsAtOnceAllGetTheirOwnAnswer() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<CodeOutcome>> calls =
                    java.util.stream.IntStream.range(0, 40)
                            .<Callable<CodeOutcome>>mapToObj(i ->
                                    () ->
                                            sandbox.run(
                                                    new CodeTask(
                                                            PYTHON3,
                                                            "def main(i): return {'i': i}",
                                                            Map.of("i", i),
                                                            LIMIT)))
                            .toList();
            long i = 0;
            for (Future<CodeOutcome> outcome : threads.invokeAll(calls)) {
                assertThat(outcome.get()).isEqualTo(new Returned(Map.of("i", i++)));
            }
        }
    }
}
