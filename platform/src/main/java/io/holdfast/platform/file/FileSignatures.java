package io.holdfast.platform.file;

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
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * URLs by which a file can be read for a while without a key (http-api.md 3.6). What one service
 * has signed all others accept.
 */
@Singleton
public class FileSignatures {

    /** How long a URL is valid. */
    public static final Duration VALIDITY = Duration.ofMinutes(5);

    private static final String ALGORITHM = "HmacSHA256";
    private static final int NONCE = 16;

    private final SecureRandom random = new SecureRandom();
    private final SecretKeySpec key;
    private final String base;
    private final Clock clock;

    public FileSignatures(InternalCredential credential, FileConfig config, Clock clock) {
        this.key = new SecretKeySpec(credential.keyFor("file-urls"), ALGORITHM);
        this.base = config.url().map(url -> url.replaceAll("/+$", "")).orElse("");
        this.clock = clock;
    }

    /**
     * Signs a URL.
     *
     * @param path from its first slash, without a query
     * @param subject which file it is, as {@link #admits} is asked
     * @param longer how much longer than usual it is valid
     */
    public String url(String path, String subject, Duration longer) {
        String timestamp = Long.toString(clock.instant().plus(longer).getEpochSecond());
        byte[] bytes = new byte[NONCE];
        random.nextBytes(bytes);
        String nonce = HexFormat.of().formatHex(bytes);
        return base
                + path
                + "?timestamp="
                + timestamp
                + "&nonce="
                + nonce
                + "&sign="
                + sign(subject, timestamp, nonce);
    }

    /** Whether somebody has such a URL, in time. */
    public boolean admits(String subject, String timestamp, String nonce, String sign) {
        boolean genuine = MessageDigest.isEqual(utf8(sign(subject, timestamp, nonce)), utf8(sign));
        return genuine
                && clock.instant()
                        .isBefore(Instant.ofEpochSecond(Long.parseLong(timestamp)).plus(VALIDITY));
    }

    private String sign(String subject, String timestamp, String nonce) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            byte[] sign = mac.doFinal(utf8(subject + "|" + timestamp + "|" + nonce));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(sign);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, e);
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
