package io.holdfast.engine.run;

import io.holdfast.contracts.run.RunEvent;
import io.holdfast.engine.stream.StreamSink;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What followers of a run are shown, and when: rounds that hold back are shown as they end. */
final class Showing {

    private final List<RunEvent> emitted = new ArrayList<>();
    private final AnswerText answer = new AnswerText();

    /** What followers have not been given yet; the list is emptied. */
    List<RunEvent> take() {
        List<RunEvent> taken = List.copyOf(emitted);
        emitted.clear();
        return taken;
    }

    /** All text that has been shown. */
    String text() {
        return answer.joined();
    }

    /** Shows an event of a frame, or keeps it until the frame's round is over. */
    void show(@Nullable Frame frame, RunEvent event) {
        List<RunEvent> held = heldBy(frame);
        if (held != null) {
            held.add(event);
            return;
        }
        if (event instanceof RunEvent.Text text) {
            answer.append(text.text(), text.selector());
        }
        emitted.add(event);
    }

    /** All text so far is void; this takes its place. */
    void replace(String text, String reason) {
        answer.become(text);
        emitted.add(new RunEvent.TextReplaced(text, reason));
    }

    /** Shows what a round has held back. */
    void release(Frame frame) {
        List<RunEvent> held = frame.held();
        if (held != null) {
            List.copyOf(held).forEach(event -> show(frame.outer(), event));
            held.clear();
        }
    }

    /** Where a frame's text goes. */
    StreamSink sink(Frame frame) {
        return new StreamSink() {
            @Override
            public void text(String text, List<String> selector) {
                show(frame, new RunEvent.Text(text, selector));
            }

            @Override
            public void settle(List<String> selector) {
                Showing.this.settle(frame, selector);
            }

            @Override
            public void retract(List<String> selector) {
                Showing.this.retract(frame, selector);
            }
        };
    }

    /** What comes now is another round's, though it may come from the same node. */
    void newRound() {
        answer.interrupt();
    }

    private void settle(Frame frame, List<String> selector) {
        List<RunEvent> held = heldBy(frame);
        if (held == null) {
            answer.interrupt();
        } else if (held.isEmpty() || !isEnd(held.getLast(), selector)) {
            held.add(new RunEvent.Text("", selector));
        }
    }

    /** An empty piece ends what came before it. */
    private static boolean isEnd(RunEvent event, List<String> selector) {
        return event instanceof RunEvent.Text text
                && text.text().isEmpty()
                && text.selector().equals(selector);
    }

    private void retract(Frame frame, List<String> selector) {
        List<RunEvent> held = heldBy(frame);
        if (held != null) {
            removeLast(held, selector);
        } else if (answer.removeLast(selector)) {
            emitted.add(new RunEvent.TextReplaced(answer.joined(), ""));
        }
    }

    /**
     * Nobody has seen it; it is gone without a word. What former rounds have said stays, and what
     * is settled.
     */
    private static void removeLast(List<RunEvent> held, List<String> selector) {
        for (int i = held.size() - 1; i >= 0; i--) {
            if (held.get(i) instanceof RunEvent.RoundStarted || isEnd(held.get(i), selector)) {
                return;
            }
            if (held.get(i) instanceof RunEvent.Text text && text.selector().equals(selector)) {
                held.remove(i);
            }
        }
    }

    private static @Nullable List<RunEvent> heldBy(@Nullable Frame frame) {
        for (Frame here = frame; here != null; here = here.outer()) {
            if (here.held() != null) {
                return here.held();
            }
        }
        return null;
    }
}
