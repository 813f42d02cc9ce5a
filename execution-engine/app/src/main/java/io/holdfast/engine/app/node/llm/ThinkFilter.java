package io.holdfast.engine.app.node.llm;

import java.util.function.Consumer;

/**
 * Takes think blocks out of a text that comes in pieces, tags that are cut in two included (dsl.md
 * 3.3, {@code separated}).
 */
final class ThinkFilter implements Consumer<String> {

    private static final String OPEN = "<think>";
    private static final String CLOSE = "</think>";

    private final Consumer<String> text;
    private final StringBuilder reasoning = new StringBuilder();
    private final StringBuilder pending = new StringBuilder();
    private boolean thinking;

    ThinkFilter(Consumer<String> text) {
        this.text = text;
    }

    String reasoning() {
        return reasoning.toString().strip();
    }

    @Override
    public void accept(String piece) {
        pending.append(piece);
        while (passTag()) {
            thinking = !thinking;
        }
        String tag = thinking ? CLOSE : OPEN;
        emit(pending.length() - possibleStart(tag));
    }

    /** No piece follows: what looked like the start of a tag was none. */
    void end() {
        emit(pending.length());
    }

    private boolean passTag() {
        String tag = thinking ? CLOSE : OPEN;
        int at = pending.indexOf(tag);
        if (at < 0) {
            return false;
        }
        emit(at);
        pending.delete(0, tag.length());
        return true;
    }

    /** How many characters at the end may be the beginning of the tag. */
    private int possibleStart(String tag) {
        for (int length = Math.min(tag.length() - 1, pending.length()); length > 0; length--) {
            if (tag.startsWith(pending.substring(pending.length() - length))) {
                return length;
            }
        }
        return 0;
    }

    private void emit(int length) {
        if (length == 0) {
            return;
        }
        String part = pending.substring(0, length);
        pending.delete(0, length);
        if (thinking) {
            reasoning.append(part);
        } else {
            text.accept(part);
        }
    }
}
