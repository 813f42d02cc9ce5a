package io.holdfast.engine.app.sandbox;

import static io.holdfast.engine.app.sandbox.CodeLanguage.JAVASCRIPT;
import static io.holdfast.engine.app.sandbox.CodeLanguage.PYTHON3;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.holdfast.engine.app.sandbox.CodeOutcome.Failed;
import io.holdfast.engine.app.sandbox.CodeOutcome.LimitExceeded;
import io.holdfast.engine.app.sandbox.CodeOutcome.Returned;
import io.holdfast.engine.app.sandbox.CodeOutcome.TimedOut;
import java.lang.management.ManagementFactory;
import java.math.BigInteger;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What code may and may not do, told against real processes; one subclass per confinement. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class SandboxStories {
    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final Duration SHORT = Duration.ofMillis(700);

    private final SandboxSettings settings;
    private final LocalCodeSandbox sandbox;

    SandboxStories(SandboxSettings.Level level) {
        settings = TestSettings.with(level);
        sandbox = new LocalCodeSandbox(settings);
    }

    @BeforeAll
    void aSandboxCanBeHadHere() {
        assumeTrue(
                sandbox.level().name().equals(settings.level().name()),
                "SKIPPED: this machine has no " + settings.level());
    }

    @AfterAll
    void closeSandbox() {
        sandbox.close();
    }

    private CodeOutcome python(String code) {
        return sandbox.run(new CodeTask(PYTHON3, code, Map.of(), LIMIT));
    }

    private CodeOutcome javascript(String code) {
        return sandbox.run(new CodeTask(JAVASCRIPT, code, Map.of(), LIMIT));
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
    void memoryHasALimit() {
        assertThat(python("def main():\n    x = bytearray(1 << 30)\n    return {}"))
                .isEqualTo(new LimitExceeded("memory"));
        assertThat(python("def main():\n    l = []\n    while True: l.append('x' * 1000000)"))
                .isEqualTo(new LimitExceeded("memory"));
        assertThat(python("import mmap\ndef main():\n    mmap.mmap(-1, 1 << 30)\n    return {}"))
                .isInstanceOf(Failed.class);
        assertThat(python("import os\ndef main():\n    os.memfd_create('x')\n    return {}"))
                .isInstanceOf(Failed.class);
        assertThat(
                        javascript(
                                "function main() { const l = []; for (;;) l.push(new Array(1e5)"
                                        + ".fill(1.5)) }"))
                .isEqualTo(new LimitExceeded("memory"));
        assertThat(
                        javascript(
                                "function main() { const l = []; for (;;) l.push(Buffer.alloc(5e7,"
                                        + " 1)) }"))
                .extracting("error")
                .asString()
                .contains("allocation failed");
    }

    @Test
    void newProcessesAreRefusedAndThreadsAreNot() {
        for (String call :
                List.of(
                        "os.fork()",
                        "os.system('ls') and 1/0",
                        "subprocess.run(['/usr/bin/ls'])")) {
            assertThat(
                            python(
                                    "import os, subprocess\ndef main():\n    "
                                            + call
                                            + "\n    return {}"))
                    .isInstanceOf(Failed.class);
        }
        assertThat(
                        python(
                                """
                                import os
                                def main():
                                    while True:
                                        try: os.fork()
                                        except OSError: return {'forks': 'refused'}
                                """))
                .isEqualTo(new Returned(Map.of("forks", "refused")));
        assertThat(
                        javascript(
                                "function main() { require('child_process').execSync('ls'); return"
                                        + " {} }"))
                .isInstanceOf(Failed.class);
        assertThat(
                        python(
                                """
                                import threading
                                def main():
                                    t = threading.Thread(target=print); t.start(); t.join()
                                    return {'ok': True}
                                """))
                .isEqualTo(new Returned(Map.of("ok", true)));
        assertThat(
                        python(
                                """
                                import threading, time
                                def main():
                                    for i in range(1000):
                                        threading.Thread(target=time.sleep, args=(9,)).start()
                                    return {}
                                """))
                .isNotInstanceOf(Returned.class);
    }

    @Test
    void socketsAreRefused() {
        assertThat(
                        python(
                                "import socket\n"
                                        + "def main(): socket.create_connection(('127.0.0.1', 1))"))
                .extracting("error")
                .asString()
                .containsAnyOf("Permission", "unreachable");
        assertThat(
                        javascript(
                                """
                                function main() {
                                  require('net').createServer().listen(0)
                                  const until = Date.now() + 300
                                  return {address: require('net').createServer().address()}
                                }
                                """))
                .isIn(new Returned(java.util.Collections.singletonMap("address", null)));
        assertThat(python("import urllib.request as u\ndef main(): u.urlopen('http://1.1.1.1')"))
                .isInstanceOf(Failed.class);
    }

    @Test
    void filesOutsideAreAbsentAndTheLibrariesReadOnly() {
        for (String path :
                List.of(
                        "/etc/passwd",
                        "/proc/self/environ",
                        "/proc/1/environ",
                        "/root/x",
                        "/home")) {
            assertThat(python("def main(): return {'x': open('" + path + "').read()}"))
                    .extracting("error")
                    .asString()
                    .contains("No such file");
            assertThat(
                            javascript(
                                    "function main() { return {x: require('fs').readFileSync('"
                                            + path
                                            + "')} }"))
                    .extracting("error")
                    .asString()
                    .contains("ENOENT");
        }
        assertThat(python("def main(): open('/usr/x', 'w')"))
                .extracting("error")
                .asString()
                .contains("Read-only file system");
        assertThat(python("def main(): open('/x', 'w')"))
                .extracting("error")
                .asString()
                .contains("Read-only file system");
    }

    @Test
    void theEnvironmentHoldsNothingOfTheService() {
        String allowed = "[^A-Z_]|PWD|OLDPWD|LC_CTYPE|SHLVL|_";
        assertThat(python("import os\ndef main(): return {'e': ' '.join(os.environ)}"))
                .isInstanceOfSatisfying(
                        Returned.class,
                        it ->
                                assertThat(
                                                String.valueOf(
                                                                ((Map<?, ?>)
                                                                                Objects
                                                                                        .requireNonNull(
                                                                                                it
                                                                                                        .value()))
                                                                        .get("e"))
                                                        .split(" "))
                                        .allMatch(name -> name.matches(allowed)));
        assertThat(javascript("function main() { return {e: Object.keys(process.env).join(' ')} }"))
                .isInstanceOfSatisfying(
                        Returned.class,
                        it ->
                                assertThat(
                                                String.valueOf(
                                                                ((Map<?, ?>)
                                                                                Objects
                                                                                        .requireNonNull(
                                                                                                it
                                                                                                        .value()))
                                                                        .get("e"))
                                                        .split(" "))
                                        .allMatch(name -> name.matches(allowed)));
    }

    @Test
    void printingWithoutEndIsEnded() {
        assertThat(python("def main():\n    for i in range(1024): print('x' * (1 << 20))"))
                .isEqualTo(new LimitExceeded("output"));
        assertThat(
                        javascript(
                                "function main() { for (let i = 0; i < 1024; i++)"
                                        + " console.log('x'.repeat(1 << 20)) }"))
                .isEqualTo(new LimitExceeded("output"));
        assertThat(python("def main(): return {'x': 'x' * (8 << 20)}"))
                .isEqualTo(new LimitExceeded("output"));
        assertThat(javascript("function main() { return {x: 'x'.repeat(8 << 20)} }"))
                .isEqualTo(new LimitExceeded("output"));
    }

    @Test
    void scratchFilesHaveALimitAndGoWithTheirRun() {
        String write = "def main():\n    open('/tmp/left', 'w').write('x')\n    return {}";
        String list = "import os\ndef main(): return {'files': os.listdir('/tmp')}";

        assertThat(python(write)).isEqualTo(new Returned(Map.of()));
        assertThat(python(list)).isEqualTo(new Returned(Map.of("files", List.of())));
        assertThat(
                        python(
                                "def main():\n    f = open('/tmp/f', 'wb')\n"
                                        + "    while True: f.write(b'x' * (1 << 20))"))
                .isNotInstanceOf(Returned.class);
        assertThat(python(list)).isEqualTo(new Returned(Map.of("files", List.of())));
        assertThat(
                        javascript(
                                "function main() { require('fs').writeFileSync('/tmp/a', 'x');"
                                        + " return {} }"))
                .isEqualTo(new Returned(Map.of()));
        assertThat(javascript("function main() { return {f: require('fs').readdirSync('/tmp')} }"))
                .isEqualTo(new Returned(Map.of("f", List.of())));
    }

    @Test
    void aRunLeavesNothingForTheNext() {
        String spoil =
                """
                import builtins, json, os
                builtins.len = lambda x: 42
                json.dumps = lambda *a, **k: '{"spoilt": true}'
                for d in range(3, 64):
                    try: os.write(d, b'\\x00\\x00\\x00\\x04R{}x' * 9)
                    except OSError: pass
                def main(): return {}
                """;
        python(spoil);

        assertThat(python("import json\ndef main(): return {'n': len('abc')}"))
                .isEqualTo(new Returned(Map.of("n", 3L)));
        assertThat(
                        python(
                                """
                                import ctypes, os
                                def main():
                                    libc = ctypes.CDLL(None, use_errno=True)
                                    killed = [p for p in (0, -1, 2, 3, 4) if libc.kill(p, 9) == 0]
                                    traced = [p for p in range(2, 50)
                                              if libc.ptrace(16, p, 0, 0) == 0]
                                    return {'killed': killed, 'traced': traced, 'me': os.getpid()}
                                """))
                .isEqualTo(
                        new Returned(Map.of("killed", List.of(), "traced", List.of(), "me", 1L)));
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

    @Test
    void badCodeLeavesThreadsAndProcessesAsTheyWere() {
        List<CodeTask> bad =
                List.of(
                        new CodeTask(PYTHON3, "def main():\n  while True: pass", Map.of(), SHORT),
                        new CodeTask(PYTHON3, "def main(): bytearray(1 << 40)", Map.of(), SHORT),
                        new CodeTask(PYTHON3, "import os\ndef main(): os.abort()", Map.of(), SHORT),
                        new CodeTask(JAVASCRIPT, "function main() { for(;;); }", Map.of(), SHORT));
        bad.forEach(sandbox::run);
        Awaitility.await().until(() -> sandbox.idlePid(JAVASCRIPT) != null);
        long threads = threads();
        long processes = ProcessHandle.current().descendants().count();

        for (int round = 0; round < 3; round++) {
            bad.forEach(sandbox::run);
        }

        Awaitility.await()
                .atMost(20, TimeUnit.SECONDS)
                .untilAsserted(() -> {
                    assertThat(threads()).isLessThanOrEqualTo(threads + 1);
                    assertThat(ProcessHandle.current().descendants().count())
                            .isLessThanOrEqualTo(processes + 3);
                });
    }

    /** Without the JDK's reapers, which linger for a minute by design. */
    private static long threads() {
        var bean = ManagementFactory.getThreadMXBean();
        return Arrays.stream(bean.getThreadInfo(bean.getAllThreadIds()))
                .filter(info -> info != null && !info.getThreadName().startsWith("process reaper"))
                .filter(info -> !info.getThreadName().startsWith("ForkJoinPool"))
                .count();
    }
}
