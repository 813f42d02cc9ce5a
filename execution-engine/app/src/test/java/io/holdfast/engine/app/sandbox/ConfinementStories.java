package io.holdfast.engine.app.sandbox;

import static io.holdfast.engine.app.sandbox.CodeLanguage.JAVASCRIPT;
import static io.holdfast.engine.app.sandbox.CodeLanguage.PYTHON3;
import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.engine.app.sandbox.CodeOutcome.Failed;
import io.holdfast.engine.app.sandbox.CodeOutcome.LimitExceeded;
import io.holdfast.engine.app.sandbox.CodeOutcome.Returned;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** What code may not do, told against real processes; one subclass per confinement. */
abstract class ConfinementStories extends SandboxFixture {
    ConfinementStories(SandboxSettings.Level level) {
        super(level);
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
        for (CodeOutcome outcome :
                List.of(
                        python("import os\ndef main(): return list(os.environ)"),
                        javascript("function main() { return Object.keys(process.env) }"))) {
            assertThat(outcome)
                    .extracting("value", InstanceOfAssertFactories.list(String.class))
                    .allMatch(name -> name.matches(allowed));
        }
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
