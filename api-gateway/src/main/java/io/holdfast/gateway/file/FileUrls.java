package io.holdfast.gateway.file;

import io.holdfast.gateway.http.Call;
import io.holdfast.platform.file.FileConfig;
import io.holdfast.platform.internal.InternalCredential;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** URLs by which a file can be read for a while without a key (http-api.md 3.6). */
@Singleton
class FileUrls {

    private static final Duration VALIDITY = Duration.ofMinutes(5);
    private static final String ALGORITHM = "HmacSHA256";
    private static final int NONCE = 16;

    private final SecureRandom random = new SecureRandom();
    private final SecretKeySpec key;
    private final String base;
    private final Clock clock;

    FileUrls(InternalCredential credential, FileConfig config, Clock clock) {
        this.key = new SecretKeySpec(credential.keyFor("file-urls"), ALGORITHM);
        this.base = config.url().map(url -> url.replaceAll("/+$", "")).orElse("");
        this.clock = clock;
    }

    /**
     * The URL of an uploaded file.
     *
     * @param longer how much longer than usual it is valid
     */
    String of(UUID fileId, Duration longer) {
        String timestamp = Long.toString(clock.instant().plus(longer).getEpochSecond());
        byte[] bytes = new byte[NONCE];
        random.nextBytes(bytes);
        String nonce = HexFormat.of().formatHex(bytes);
        return base
                + "/files/"
                + fileId
                + "/file-preview?timestamp="
                + timestamp
                + "&nonce="
                + nonce
                + "&sign="
                + sign(fileId, timestamp, nonce);
    }

    /** Whether a call was made with such a URL, in time. */
    boolean admits(UUID fileId, Call call) {
        String timestamp = call.query("timestamp").orElse("");
        String expected = sign(fileId, timestamp, call.query("nonce").orElse(""));
        boolean genuine =
                MessageDigest.isEqual(utf8(expected), utf8(call.query("sign").orElse("")));
        return genuine
                && clock.instant()
                        .isBefore(Instant.ofEpochSecond(Long.parseLong(timestamp)).plus(VALIDITY));
    }

    private String sign(UUID fileId, String timestamp, String nonce) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            byte[] sign = mac.doFinal(utf8("upload|" + fileId + "|" + timestamp + "|" + nonce));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(sign);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, e);
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
