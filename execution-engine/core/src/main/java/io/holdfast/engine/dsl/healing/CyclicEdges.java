package io.holdfast.engine.dsl.healing;

import io.holdfast.engine.dsl.Trees;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Drops every edge whose two ends lie on a cycle (dsl.md 1.9.14), as the studio does: a cyclic
 * graph never becomes ready. Kosaraju's way, without recursion: files may be long chains.
 */
final class CyclicEdges implements HealingStep {

    @Override
    public void heal(GraphTree graph, Consumer<String> warnings) {
        Map<String, List<String>> forth = new HashMap<>();
        Map<String, List<String>> back = new HashMap<>();
        for (Map<String, @Nullable Object> edge : graph.edges()) {
            String source = Trees.text(edge, "source");
            String target = Trees.text(edge, "target");
            forth.computeIfAbsent(source, _ -> new ArrayList<>()).add(target);
            back.computeIfAbsent(target, _ -> new ArrayList<>()).add(source);
        }
        Map<String, Integer> component = components(forth, back);
        graph.edges()
                .removeIf((Map<String, @Nullable Object> edge) ->
                        isCyclic(edge, component, warnings));
    }

    private static boolean isCyclic(
            Map<String, @Nullable Object> edge,
            Map<String, Integer> component,
            Consumer<String> warnings) {
        String source = Trees.text(edge, "source");
        String target = Trees.text(edge, "target");
        Integer of = component.get(source);
        if (of == null || !of.equals(component.get(target))) {
            return false;
        }
        warnings.accept(
                "The edge from " + source + " to " + target + " is part of a cycle: left out.");
        return true;
    }

    private static Map<String, Integer> components(
            Map<String, List<String>> forth, Map<String, List<String>> back) {
        List<String> finished = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        forth.keySet().forEach(node -> walk(node, forth, seen, finished));
        Map<String, Integer> component = new HashMap<>();
        Set<String> assigned = new HashSet<>();
        for (String node : finished.reversed()) {
            List<String> together = new ArrayList<>();
            walk(node, back, assigned, together);
            int number = component.size();
            together.forEach(member -> component.put(member, number));
        }
        return component;
    }

    /** Visits what can be reached and was not seen; adds each node after all that follow it. */
    private static void walk(
            String from, Map<String, List<String>> next, Set<String> seen, List<String> finished) {
        if (!seen.add(from)) {
            return;
        }
        Deque<String> path = new ArrayDeque<>();
        Deque<Iterator<String>> open = new ArrayDeque<>();
        path.push(from);
        open.push(next.getOrDefault(from, List.of()).iterator());
        while (!open.isEmpty()) {
            Iterator<String> targets = open.element();
            if (!targets.hasNext()) {
                open.pop();
                finished.add(path.pop());
                continue;
            }
            String target = targets.next();
            if (seen.add(target)) {
                path.push(target);
                open.push(next.getOrDefault(target, List.of()).iterator());
            }
        }
    }
}
