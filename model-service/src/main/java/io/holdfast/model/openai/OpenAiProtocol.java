package io.holdfast.model.openai;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.holdfast.model.failure.ModelFailure;
import io.holdfast.model.protocol.ModelCall;
import io.holdfast.model.protocol.ModelProtocol;
import io.holdfast.model.protocol.Piece;
import io.holdfast.model.protocol.UsageJson;
import io.holdfast.model.route.Upstream;
import io.holdfast.model.transport.Deadlines;
import io.holdfast.model.transport.EventLines;
import io.holdfast.model.transport.Exchange;
import io.holdfast.model.transport.UpstreamClient;
import io.smallrye.mutiny.Multi;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Forwards to an OpenAI-compatible upstream; fields that we do not know pass through untouched. */
public final class OpenAiProtocol implements ModelProtocol {

    private static final int LARGEST_ANSWER = 64 * 1024 * 1024;
    private static final int LARGEST_ERROR = 256 * 1024;
    private static final int LONGEST_LINE = 16 * 1024 * 1024;

    private final UpstreamClient client;
    private final ObjectMapper json;

    public OpenAiProtocol(UpstreamClient client, ObjectMapper json) {
        this.client = client;
        this.json = json;
    }

    @Override
    public String name() {
        return "openai";
    }

    @Override
    public Multi<Piece> attempt(Upstream upstream, ModelCall call, Deadlines deadlines) {
        return Multi.createFrom()
                .deferred(() -> {
                    var exchange = client.begin(deadlines);
                    var request = OpenAiRequest.of(upstream, call);
                    return exchange.send(request.options(), request.body())
                            .onItem()
                            .transformToMulti(head -> answer(upstream, call, exchange, head))
                            .onItem()
                            .invoke(piece -> note(exchange, piece))
                            .onTermination()
                            .invoke(exchange::abort);
                });
    }

    private static void note(Exchange exchange, Piece piece) {
        if (piece.begins()) {
            exchange.firstToken();
        }
    }

    private Multi<Piece> answer(
            Upstream upstream, ModelCall call, Exchange exchange, Exchange.Head head) {
        if (head.status() / 100 != 2) {
            return refusal(upstream, head);
        }
        var type = String.valueOf(head.header("Content-Type"));
        return call.stream() && !type.startsWith("application/json")
                ? stream(upstream, exchange, head)
                : whole(upstream, call, head);
    }

    private Multi<Piece> refusal(Upstream upstream, Exchange.Head head) {
        return head.whole(LARGEST_ERROR)
                .onItem()
                .transformToMulti(body ->
                        Multi.createFrom()
                                .failure(
                                        UpstreamErrors.of(
                                                upstream,
                                                head.status(),
                                                parsed(body),
                                                head.header("Retry-After"))));
    }

    private Multi<Piece> stream(Upstream upstream, Exchange exchange, Exchange.Head head) {
        var lines = new EventLines(LONGEST_LINE);
        var reader = new ChunkReader(json, upstream);
        var pieces =
                head.body()
                        .onItem()
                        .transformToIterable(part -> reader.read(lines.feed(part)))
                        // After the last event some servers keep the line open or cut it roughly.
                        .onFailure(failure -> reader.finished())
                        .recoverWithCompletion();
        var end =
                Multi.createFrom()
                        .deferred(() -> {
                            var last = new ArrayList<>(reader.read(lines.end()));
                            last.addAll(reader.end());
                            exchange.finish();
                            return Multi.createFrom().iterable(last);
                        });
        return Multi.createBy().concatenating().streams(pieces, end);
    }

    private Multi<Piece> whole(Upstream upstream, ModelCall call, Exchange.Head head) {
        return head.whole(LARGEST_ANSWER)
                .onItem()
                .transformToMulti(
                        body -> Multi.createFrom().iterable(answered(upstream, call, body)));
    }

    private List<Piece> answered(Upstream upstream, ModelCall call, Buffer body) {
        if (!(parsed(body) instanceof ObjectNode answer)) {
            throw ModelFailure.unavailable(
                    "not_json", "[" + upstream.name() + "] The answer is not JSON.");
        }
        if (answer.hasNonNull("error")) {
            throw UpstreamErrors.inStream(upstream, answer);
        }
        var pieces = new ArrayList<Piece>();
        pieces.add(call.stream() ? WholeAnswers.asChunk(answer) : WholeAnswers.asWhole(answer));
        if (answer.path("usage").isObject()) {
            pieces.add(UsageJson.counts(answer.path("usage")));
        }
        return pieces;
    }

    private JsonNode parsed(Buffer body) {
        try {
            return json.readTree(body.getBytes());
        } catch (IOException notJson) {
            return MissingNode.getInstance();
        }
    }
}
