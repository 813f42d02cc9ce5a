package io.holdfast.gateway.file;

import io.holdfast.gateway.http.Call;
import io.holdfast.platform.file.FileSignatures;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.UUID;

/** URLs by which a file can be read for a while without a key (http-api.md 3.6). */
@Singleton
class FileUrls {

    private final FileSignatures signatures;

    FileUrls(FileSignatures signatures) {
        this.signatures = signatures;
    }

    /**
     * The URL of an uploaded file.
     *
     * @param longer how much longer than usual it is valid
     */
    String of(UUID fileId, Duration longer) {
        return signatures.url("/files/" + fileId + "/file-preview", upload(fileId), longer);
    }

    /** Whether a call was made with such a URL, in time. */
    boolean admits(UUID fileId, Call call) {
        return admits(upload(fileId), call);
    }

    /** Whether a call was made with the URL of a file that a tool made, in time. */
    boolean admits(String tenantId, String fileId, Call call) {
        return admits("tool|" + tenantId + "|" + fileId, call);
    }

    private boolean admits(String subject, Call call) {
        return signatures.admits(
                subject,
                call.query("timestamp").orElse(""),
                call.query("nonce").orElse(""),
                call.query("sign").orElse(""));
    }

    private static String upload(UUID fileId) {
        return "upload|" + fileId;
    }
}
