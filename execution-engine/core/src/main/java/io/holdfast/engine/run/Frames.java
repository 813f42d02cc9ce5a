package io.holdfast.engine.run;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The walks of a run that are under way, the outermost first. */
final class Frames {

    private final Map<String, Frame> byPath = new LinkedHashMap<>();
    private @Nullable Set<String> released;

    void add(Frame frame) {
        byPath.put(frame.path(), frame);
    }

    /** Takes a frame out, and all frames of containers inside of it. */
    void remove(Frame frame) {
        byPath.remove(frame.path());
        removeWithin(frame.path() + "/");
    }

    /** Takes out the frames of all rounds of a container. */
    void removeWithin(Step container) {
        removeWithin(container.path() + "#");
    }

    private void removeWithin(String prefix) {
        byPath.keySet().removeIf(path -> path.startsWith(prefix));
    }

    Optional<Frame> find(String path) {
        return Optional.ofNullable(byPath.get(path));
    }

    /** The step of a path; empty when its round is over. */
    Optional<Step> step(String path) {
        Step here = within(byPath.get(""), path);
        int cut = path.lastIndexOf('/');
        if (here == null && cut > 0) {
            here = within(byPath.get(path.substring(0, cut)), path.substring(cut + 1));
        }
        return here == null ? scan(path) : Optional.of(here);
    }

    /** For nodes whose ids have a slash of their own. */
    private Optional<Step> scan(String path) {
        for (Frame frame : byPath.values()) {
            String prefix = frame.path() + "/";
            if (path.startsWith(prefix)) {
                Step here = within(frame, path.substring(prefix.length()));
                if (here != null) {
                    return Optional.of(here);
                }
            }
        }
        return Optional.empty();
    }

    private static @Nullable Step within(@Nullable Frame frame, String nodeId) {
        return frame == null
                ? null
                : frame.graph().find(nodeId).map(node -> new Step(frame, node)).orElse(null);
    }

    /** From now on only those begin that are ready now (dsl.md 4.11). */
    void hold() {
        if (released == null) {
            Set<String> now = new HashSet<>();
            byPath.values().forEach(frame -> frame.ready().forEach(step -> now.add(step.path())));
            released = now;
        }
    }

    /** All that is ready may begin again. */
    void release() {
        released = null;
    }

    boolean isHolding() {
        return released != null;
    }

    Optional<Step> nextReady() {
        Set<String> allowed = released;
        if (allowed != null) {
            return byPath.values().stream()
                    .flatMap(frame -> frame.ready().stream())
                    .filter(step -> allowed.contains(step.path()))
                    .findFirst();
        }
        for (Frame frame : byPath.values()) {
            Step next = frame.nextReady();
            if (next != null) {
                return Optional.of(next);
            }
        }
        return Optional.empty();
    }

    /** A round in which nothing is left to do. */
    Optional<Frame> nextExhausted() {
        return byPath.values().stream()
                .filter(frame -> !frame.isOutermost() && frame.isExhausted())
                .findFirst();
    }

    <S extends StepState> List<Step> in(Class<S> state) {
        List<Step> found = new ArrayList<>();
        byPath.values().forEach(frame -> found.addAll(frame.in(state)));
        return found;
    }

    /** Steps that work in a round, or in rounds of containers inside of it. */
    List<Step> workingWithin(String prefix) {
        return in(StepState.Working.class).stream()
                .filter(step -> step.path().startsWith(prefix))
                .toList();
    }
}
