package io.holdfast.engine.app.sandbox;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Map;

/** A process of its own that runs endless code in both languages until it is killed. */
final class BusyService {
    private BusyService() {}

    public static void main(String[] args) throws InterruptedException {
        LocalCodeSandbox sandbox =
                new LocalCodeSandbox(TestSettings.with(SandboxSettings.Level.valueOf(args[0])));
        Duration long_ = Duration.ofSeconds(15);
        Thread python =
                Thread.startVirtualThread(() ->
                        sandbox.run(
                                new CodeTask(
                                        CodeLanguage.PYTHON3,
                                        "def main():\n    while True: pass",
                                        Map.of(),
                                        long_)));
        Thread node =
                Thread.startVirtualThread(() ->
                        sandbox.run(
                                new CodeTask(
                                        CodeLanguage.JAVASCRIPT,
                                        "function main() { for (;;); }",
                                        Map.of(),
                                        long_)));
        PrintStream out =
                new PrintStream(new java.io.FileOutputStream(java.io.FileDescriptor.out), true);
        out.println(sandbox.level() == ConfinementLevel.NONE ? "NONE" : "BUSY");
        python.join();
        node.join();
    }
}
