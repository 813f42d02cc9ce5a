package io.holdfast.engine.app.sandbox;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** util-linux: the same namespaces through {@code unshare}, the root built by a shell script. */
final class UnshareConfinement implements Confinement {
    private static final List<String> ISOLATION =
            List.of(
                    "--user",
                    "--map-root-user",
                    "--mount",
                    "--pid",
                    "--net",
                    "--ipc",
                    "--uts",
                    "--cgroup",
                    "--fork",
                    "--kill-child=SIGKILL");

    private final MachineTools tools;
    private final String script;
    private final byte[] filter;

    UnshareConfinement(MachineTools tools, String script, byte[] filter) {
        this.tools = tools;
        this.script = script;
        this.filter = filter.clone();
    }

    @Override
    public ConfinementLevel level() {
        return ConfinementLevel.UNSHARE;
    }

    @Override
    public List<String> supervisor(List<String> program) {
        List<String> command = new ArrayList<>(tools.asNobody());
        command.add(tools.path("unshare"));
        command.addAll(ISOLATION);
        command.addAll(List.of(tools.path("sh"), "-c", script, "sh"));
        command.addAll(program);
        return command;
    }

    @Override
    public List<String> single(List<String> program) {
        List<String> inner = new ArrayList<>();
        inner.add(tools.path("setpriv"));
        inner.addAll(
                List.of(
                        "--no-new-privs",
                        "--bounding-set=-all",
                        "--inh-caps=-all",
                        "--ambient-caps=-all"));
        if (filter.length > 0 && tools.has("python3")) {
            inner.addAll(
                    List.of(
                            tools.path("python3"),
                            "-I",
                            "-S",
                            "-c",
                            SandboxScripts.FILTERED_EXEC,
                            HexFormat.of().formatHex(filter)));
        }
        inner.addAll(program);
        return supervisor(inner);
    }
}
