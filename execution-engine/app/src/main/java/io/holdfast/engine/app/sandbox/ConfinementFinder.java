package io.holdfast.engine.app.sandbox;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Finds the first way of confinement that not only exists but works on this machine. */
final class ConfinementFinder {
    private static final long PROBE_SECONDS = 10;
    private static final int MOST_PROBE_OUTPUT = 500;

    /**
     * What was found.
     *
     * @param confinement what works, or null
     * @param reason why nothing does, empty when something does
     */
    record Found(@Nullable Confinement confinement, String reason) {}

    private final SandboxSettings settings;
    private final MachineTools tools;
    private final ProcessStarter starter;

    ConfinementFinder(SandboxSettings settings, MachineTools tools, ProcessStarter starter) {
        this.settings = settings;
        this.tools = tools;
        this.starter = starter;
    }

    Found find() {
        List<String> reasons = new ArrayList<>();
        for (Confinement candidate : candidates(reasons)) {
            String failure = probe(candidate);
            if (failure.isEmpty()) {
                return new Found(candidate, "");
            }
            reasons.add(
                    candidate.level().name().toLowerCase(Locale.ROOT)
                            + " does not work: "
                            + failure);
        }
        return new Found(
                null,
                "Code nodes need a sandbox and this machine offers none ("
                        + String.join("; ", reasons)
                        + "). Install bubblewrap and allow user namespaces, or set"
                        + " holdfast.code.remote-url.");
    }

    private List<Confinement> candidates(List<String> reasons) {
        List<Confinement> all = new ArrayList<>();
        byte[] filter = SystemCallFilter.program();
        if (settings.level() != SandboxSettings.Level.UNSHARE
                && complete("bubblewrap", List.of("bwrap", "setpriv", "prlimit", "sh"), reasons)) {
            all.add(new BubblewrapConfinement(tools, settings.scratchBytes(), filter.length > 0));
        }
        List<String> needed =
                List.of("unshare", "setpriv", "prlimit", "mount", "umount", "pivot_root", "sh");
        if (settings.level() != SandboxSettings.Level.BUBBLEWRAP
                && complete("unshare", needed, reasons)) {
            all.add(new UnshareConfinement(tools, SandboxScripts.CONFINE, filter));
        }
        return all;
    }

    private boolean complete(String level, List<String> needed, List<String> reasons) {
        List<String> missing = tools.missing(needed);
        if (!missing.isEmpty()) {
            reasons.add(level + " lacks " + String.join(", ", missing));
        }
        return missing.isEmpty();
    }

    private String probe(Confinement candidate) {
        try {
            Process process = starter.probe(candidate.supervisor(List.of("/usr/bin/true")));
            process.getOutputStream().close();
            if (!process.waitFor(PROBE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return "no answer within " + PROBE_SECONDS + " s";
            }
            byte[] output = process.getInputStream().readNBytes(MOST_PROBE_OUTPUT);
            return process.exitValue() == 0
                    ? ""
                    : "exit "
                            + process.exitValue()
                            + ", "
                            + new String(output, StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            return String.valueOf(e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "interrupted";
        }
    }
}
