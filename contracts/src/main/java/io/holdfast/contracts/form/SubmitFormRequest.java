package io.holdfast.contracts.form;

import io.holdfast.contracts.file.UploadedFile;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Fills a form: {@code POST /internal/v1/forms/{token}}.
 *
 * @param appId the app whose form it must be
 * @param user who fills it
 * @param action the id of the button
 * @param inputs values by field, files as references
 * @param uploads those uploaded files of the user that the inputs name
 */
public record SubmitFormRequest(
        UUID appId,
        String user,
        String action,
        Map<String, @Nullable Object> inputs,
        List<UploadedFile> uploads) {}
