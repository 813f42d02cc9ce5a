package io.holdfast.model.embedding;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.onnx.AbstractInProcessEmbeddingModel;
import dev.langchain4j.model.embedding.onnx.OnnxBertBiEncoder;
import dev.langchain4j.model.embedding.onnx.PoolingMode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * all-MiniLM-L6-v2, quantized, with ONNX Runtime: 384 dimensions, vectors of length one. Texts
 * beyond the model's window are cut in parts whose vectors are averaged by length.
 */
final class MiniLm extends AbstractInProcessEmbeddingModel {

    private static final String MODEL = "/all-minilm-l6-v2-q.onnx";
    private static final String TOKENIZER = "/all-minilm-l6-v2-q-tokenizer.json";

    private final OnnxBertBiEncoder encoder;

    private MiniLm(OnnxBertBiEncoder encoder) {
        // Each caller brings its own thread: parallelism is bounded outside.
        super(Runnable::run);
        this.encoder = encoder;
    }

    /** Loads the model; takes about a second and some 60 MB outside the heap. */
    static MiniLm load() {
        try (var model = resource(MODEL);
                var tokenizer = resource(TOKENIZER);
                var options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            var environment = OrtEnvironment.getEnvironment();
            var session = environment.createSession(model.readAllBytes(), options);
            return new MiniLm(
                    new OnnxBertBiEncoder(environment, session, tokenizer, PoolingMode.MEAN));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (OrtException refused) {
            throw new IllegalStateException("ONNX Runtime refused the model", refused);
        }
    }

    /** The texts' vectors, in their order, and the tokens that they took. */
    Embedded embed(List<String> texts) {
        var answer = embedAll(texts.stream().map(MiniLm::segment).toList());
        var vectors = answer.content().stream().map(embedding -> embedding.vector()).toList();
        var usage = answer.tokenUsage();
        var tokens = usage == null ? null : usage.inputTokenCount();
        return new Embedded(vectors, tokens == null ? 0 : tokens);
    }

    /**
     * Vectors of a batch.
     *
     * @param tokens of all texts together
     */
    record Embedded(List<float[]> vectors, long tokens) {}

    /** The library refuses blank text; to the model it is the empty sentence. */
    private static TextSegment segment(String text) {
        return TextSegment.from(text.isBlank() ? "." : text);
    }

    private static InputStream resource(String path) throws IOException {
        var stream = MiniLm.class.getResourceAsStream(path);
        if (stream == null) {
            throw new IOException("missing resource " + path);
        }
        return stream;
    }

    @Override
    protected OnnxBertBiEncoder model() {
        return encoder;
    }
}
