package io.holdfast.engine.app.node.document;

import io.holdfast.engine.app.file.FileContents;
import io.holdfast.engine.app.file.UnreadableFileException;
import io.holdfast.engine.app.step.StepCall;
import io.holdfast.engine.app.step.StepHandler;
import io.holdfast.engine.node.document.DocumentReply;
import io.holdfast.engine.node.document.DocumentRequest;
import io.holdfast.engine.value.FileValues;
import io.holdfast.extraction.Documents;
import io.holdfast.extraction.ExtractionException;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Gets the texts out of documents. Few at a time, on threads of their own: it is work for the
 * processor, which virtual threads would not share.
 */
@ApplicationScoped
class DocumentHandler implements StepHandler<DocumentReply, DocumentRequest> {

    private static final int THREADS = 2;

    private final FileContents contents;
    private final ExecutorService workers =
            Executors.newFixedThreadPool(
                    THREADS, Thread.ofPlatform().daemon().name("extraction-", 0).factory());

    DocumentHandler(FileContents contents) {
        this.contents = contents;
    }

    @PreDestroy
    void close() {
        workers.shutdownNow();
    }

    @Override
    public Class<DocumentRequest> requestType() {
        return DocumentRequest.class;
    }

    @Override
    public DocumentReply handle(StepCall<DocumentRequest> call) throws InterruptedException {
        List<String> texts = new ArrayList<>();
        for (FileValues.Facts file : call.request().files()) {
            try {
                texts.add(contents.use(call.run(), file, content -> extract(file, content)));
            } catch (UnreadableFileException e) {
                return new DocumentReply.Failed(String.valueOf(e.getMessage()));
            }
        }
        return new DocumentReply.Texts(texts);
    }

    private String extract(FileValues.Facts file, byte[] content)
            throws UnreadableFileException, InterruptedException {
        Future<String> text =
                workers.submit(() -> Documents.extract(content, file.extension(), file.mimeType()));
        try {
            return text.get();
        } catch (InterruptedException e) {
            text.cancel(true);
            throw e;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof ExtractionException refused) {
                throw new UnreadableFileException(String.valueOf(refused.getMessage()), refused);
            }
            throw new UnreadableFileException(
                    "Failed to extract text from " + file.filename() + ": " + e.getCause(), e);
        }
    }
}
