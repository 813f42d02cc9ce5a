package io.holdfast.engine.app.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Absolute paths of the machine's own tools: PATH is not trusted to name the right ones. */
final class MachineTools {
    private static final List<String> FOLDERS = List.of("/usr/bin", "/bin", "/usr/sbin", "/sbin");
    private static final List<String> NAMES =
            List.of(
                    "bwrap",
                    "unshare",
                    "prlimit",
                    "setpriv",
                    "mount",
                    "umount",
                    "pivot_root",
                    "sh");

    private final Map<String, String> paths = new TreeMap<>();
    private final boolean root;

    MachineTools(String python) {
        NAMES.forEach(this::find);
        if (Files.isExecutable(Path.of(python))) {
            paths.put("python3", python);
        }
        root = isRoot();
    }

    private void find(String name) {
        FOLDERS.stream()
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst()
                .ifPresent(path -> paths.put(name, path.toString()));
    }

    private static boolean isRoot() {
        try {
            return Integer.valueOf(0).equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"));
        } catch (IOException e) {
            throw new UncheckedIOException("The user of this process is unknown", e);
        }
    }

    boolean has(String name) {
        return paths.containsKey(name);
    }

    List<String> missing(List<String> names) {
        return names.stream().filter(name -> !has(name)).toList();
    }

    String path(String name) {
        String path = paths.get(name);
        if (path == null) {
            throw new IllegalStateException(name + " is not on this machine");
        }
        return path;
    }

    /**
     * Prefix that ties the process to this one and, when that is root, makes it nobody first: the
     * kernel does not count the processes of the real root.
     */
    List<String> asNobody() {
        String setpriv = path("setpriv");
        return root
                ? List.of(
                        setpriv,
                        "--reuid=65534",
                        "--regid=65534",
                        "--clear-groups",
                        "--pdeathsig=SIGKILL")
                : List.of(setpriv, "--pdeathsig=SIGKILL");
    }
}
