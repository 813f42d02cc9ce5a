package io.holdfast.engine.app.sandbox;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** bubblewrap: all namespaces new, a root of read-only /usr, a few devices and a scratch tmpfs. */
final class BubblewrapConfinement implements Confinement {
    private static final List<String> ISOLATION =
            List.of(
                    "--unshare-user",
                    "--unshare-pid",
                    "--unshare-net",
                    "--unshare-ipc",
                    "--unshare-uts",
                    "--unshare-cgroup-try",
                    "--die-with-parent",
                    "--new-session",
                    "--clearenv",
                    "--uid",
                    "65534",
                    "--gid",
                    "65534",
                    "--hostname",
                    "sandbox");

    private final MachineTools tools;
    private final long scratchBytes;
    private final boolean filtered;

    BubblewrapConfinement(MachineTools tools, long scratchBytes, boolean filtered) {
        this.tools = tools;
        this.scratchBytes = scratchBytes;
        this.filtered = filtered;
    }

    @Override
    public ConfinementLevel level() {
        return ConfinementLevel.BUBBLEWRAP;
    }

    @Override
    public List<String> supervisor(List<String> program) {
        List<String> command = base();
        command.addAll(List.of("--cap-add", "CAP_SYS_ADMIN", "--"));
        command.addAll(program);
        return command;
    }

    @Override
    public List<String> single(List<String> program) {
        List<String> command = base();
        if (filtered) {
            command.addAll(List.of("--seccomp", Integer.toString(FILTER_DESCRIPTOR)));
        }
        command.add("--");
        command.addAll(program);
        return command;
    }

    private List<String> base() {
        List<String> command = new ArrayList<>(tools.asNobody());
        command.add(tools.path("bwrap"));
        command.addAll(ISOLATION);
        command.addAll(List.of("--ro-bind", "/usr", "/usr"));
        for (String name : List.of("bin", "sbin", "lib", "lib32", "lib64")) {
            Path path = Path.of("/", name);
            if (Files.isSymbolicLink(path)) {
                command.addAll(List.of("--symlink", "usr/" + name, "/" + name));
            } else if (Files.isDirectory(path)) {
                command.addAll(List.of("--ro-bind", "/" + name, "/" + name));
            }
        }
        if (Files.isRegularFile(Path.of("/etc/ld.so.cache"))) {
            command.addAll(List.of("--ro-bind", "/etc/ld.so.cache", "/etc/ld.so.cache"));
        }
        command.addAll(List.of("--dev", "/dev", "--size", Long.toString(scratchBytes)));
        command.addAll(List.of("--tmpfs", "/tmp", "--remount-ro", "/", "--chdir", "/tmp"));
        return command;
    }
}
