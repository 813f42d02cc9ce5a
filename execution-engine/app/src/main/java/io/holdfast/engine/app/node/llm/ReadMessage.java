package io.holdfast.engine.app.node.llm;

import io.holdfast.engine.app.file.FileContents;
import io.holdfast.engine.app.file.UnreadableFileException;
import io.holdfast.engine.app.step.StepException;
import io.holdfast.engine.context.RunStart;
import io.holdfast.engine.node.llm.PromptFile;
import io.holdfast.engine.node.llm.PromptMessage;
import java.net.URLConnection;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;

/** A message to a model with the contents of its files. */
record ReadMessage(PromptMessage message, List<Picture> files) {

    private static final String USUAL_TYPE = "image/png";

    /**
     * A picture.
     *
     * @param dataUrl the whole of it
     */
    record Picture(String dataUrl, String detail) {}

    /**
     * Reads the files of messages.
     *
     * @throws StepException when one cannot be read
     */
    static List<ReadMessage> of(List<PromptMessage> messages, RunStart run, FileContents contents)
            throws InterruptedException {
        List<ReadMessage> read = new ArrayList<>();
        for (PromptMessage message : messages) {
            List<Picture> pictures = new ArrayList<>();
            for (PromptFile file : message.files()) {
                pictures.add(picture(file, run, contents));
            }
            read.add(new ReadMessage(message, pictures));
        }
        return read;
    }

    /** What the caller has said, if it is a picture's; many say nothing but that it is bytes. */
    private static String mimeType(PromptFile picture) {
        String said = picture.file().mimeType();
        String guessed = URLConnection.guessContentTypeFromName(picture.file().filename());
        return Stream.of(said, guessed)
                .filter(type -> type != null && type.startsWith("image/"))
                .findFirst()
                .orElse(USUAL_TYPE);
    }

    private static Picture picture(PromptFile file, RunStart run, FileContents contents)
            throws InterruptedException {
        try {
            String data = contents.use(run, file.file(), Base64.getEncoder()::encodeToString);
            return new Picture("data:" + mimeType(file) + ";base64," + data, file.detail());
        } catch (UnreadableFileException e) {
            throw new StepException("LLMNodeError", String.valueOf(e.getMessage()));
        }
    }
}
