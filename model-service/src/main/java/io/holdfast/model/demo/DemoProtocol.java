package io.holdfast.model.demo;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.holdfast.contracts.model.ModelType;
import io.holdfast.model.protocol.ModelCall;
import io.holdfast.model.protocol.ModelProtocol;
import io.holdfast.model.protocol.Piece;
import io.holdfast.model.protocol.Prompts;
import io.holdfast.model.route.Route;
import io.holdfast.model.route.Upstream;
import io.holdfast.model.transport.Deadlines;
import io.holdfast.model.transport.Pauses;
import io.smallrye.mutiny.Multi;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The built-in demo model: says what it is and repeats the question, word by word, so that a
 * newcomer sees a stream before any key is at hand. The same question gives the same answer.
 */
public final class DemoProtocol implements ModelProtocol {

    /** The name of the protocol, the upstream and the model. */
    public static final String NAME = "demo";

    private static final Duration PACE = Duration.ofMillis(15);
    private static final Pattern AFTER_SPACE = Pattern.compile("(?<= )");
    private static final int LONGEST_ECHO = 2000;

    private final Vertx vertx;
    private final Clock clock;

    public DemoProtocol(Vertx vertx, Clock clock) {
        this.vertx = vertx;
        this.clock = clock;
    }

    /** The route that brings every chat model here. */
    public static Route route() {
        var upstream = Upstream.inProcess(NAME, NAME);
        return new Route(null, "*", ModelType.LLM, List.of(upstream), null, null);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Multi<Piece> attempt(Upstream upstream, ModelCall call, Deadlines deadlines) {
        var answer = answer(call);
        return call.stream() ? stream(answer) : Multi.createFrom().item(whole(answer));
    }

    static String answer(ModelCall call) {
        var question = Prompts.question(call.body());
        var echo = question.substring(0, Math.min(question.length(), LONGEST_ECHO));
        return ("This is Holdfast's built-in demo model, not %s: no model route is configured, so"
                        + " nothing left this machine. You asked: \"%s\" To get real answers, set"
                        + " OPENAI_API_KEY or HOLDFAST_DEFAULT_MODEL_URL, or write a models.yaml.")
                .formatted(call.model(), echo);
    }

    private Multi<Piece> stream(String answer) {
        var chunks = new ArrayList<Piece>();
        AFTER_SPACE
                .splitAsStream(answer)
                .map(word -> new Piece.Chunk(chunk(word, false).toString(), word, true))
                .forEach(chunks::add);
        chunks.add(new Piece.Chunk(chunk("", true).toString(), "", true));
        return Multi.createFrom().iterable(chunks).onItem().call(() -> Pauses.of(vertx, PACE));
    }

    private ObjectNode chunk(String word, boolean last) {
        var chunk = head("chat.completion.chunk");
        var choice = chunk.putArray("choices").addObject().put("index", 0);
        var delta = choice.putObject("delta");
        if (last) {
            choice.put("finish_reason", "stop");
        } else {
            delta.put("role", "assistant").put("content", word);
            choice.putNull("finish_reason");
        }
        return chunk;
    }

    private Piece whole(String answer) {
        var body = head("chat.completion");
        var choice = body.putArray("choices").addObject().put("index", 0);
        choice.putObject("message").put("role", "assistant").put("content", answer);
        choice.put("finish_reason", "stop");
        return new Piece.Whole(body, answer);
    }

    private ObjectNode head(String object) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("id", "chatcmpl-demo")
                .put("object", object)
                .put("created", clock.instant().getEpochSecond())
                .put("model", NAME);
    }
}
