package io.holdfast.engine.jinja.syntax;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What is wrong with names in a template that reads well; told after all else was parsed. */
final class NameChecks {

    /** The special names that the macro around uses. */
    static final class MacroUse {
        private final Set<String> names = new HashSet<>();

        boolean has(String name) {
            return names.contains(name);
        }
    }

    private final KnownNames known;
    private final Set<String> blocks = new HashSet<>();
    private final List<MacroUse> macros = new ArrayList<>();
    private final List<TemplateSyntaxException> faults = new ArrayList<>();
    private boolean soft;

    NameChecks(KnownNames known) {
        this.known = known;
    }

    /** In a branch an unknown filter fails when it is reached; returns what held before. */
    boolean soft(boolean now) {
        boolean before = soft;
        soft = now;
        return before;
    }

    /** How many faults there are, for {@link #forgetSince}. */
    int count() {
        return faults.size();
    }

    /** What was found since then stands in a branch after all. */
    void forgetSince(int count) {
        faults.subList(count, faults.size()).clear();
    }

    MacroUse enterMacro() {
        MacroUse use = new MacroUse();
        macros.add(use);
        return use;
    }

    void leaveMacro() {
        macros.removeLast();
    }

    void loaded(String name) {
        macros.forEach(use -> use.names.add(name));
    }

    void filter(String name, int line) {
        if (!known.hasFilter(name) && !soft) {
            fail("No filter named '" + name + "'.", line);
        }
    }

    void test(String name, int line) {
        if (!known.hasTest(name) && !soft) {
            fail("No test named '" + name + "'.", line);
        }
    }

    void block(String name, int line) {
        if (!blocks.add(name)) {
            fail("block '" + name + "' defined twice", line);
        }
    }

    void loopTarget(Target target, int line) {
        switch (target) {
            case Target.Variable variable when variable.name().equals("loop") ->
                    fail("Can't assign to special loop variable in for-loop target", line);
            case Target.Several several -> several.targets().forEach(t -> loopTarget(t, line));
            default -> {
                // Any other name will do.
            }
        }
    }

    private void fail(String text, int line) {
        faults.add(new TemplateSyntaxException("TemplateAssertionError", text, line));
    }

    void throwFirst() {
        if (!faults.isEmpty()) {
            throw faults.getFirst();
        }
    }
}
