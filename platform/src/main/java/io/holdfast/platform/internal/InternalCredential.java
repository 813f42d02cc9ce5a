package io.holdfast.platform.internal;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** The services' shared secret: what is sent, and whether what came is it. */
@Singleton
public class InternalCredential {

    /** The shortest token that the production profile starts with. */
    public static final int SHORTEST_TOKEN = 16;

    private static final String SCHEME = "Bearer ";

    private final String token;

    @Inject
    InternalCredential(InternalConfig config) {
        this(config.token());
    }

    public InternalCredential(String token) {
        this.token = token;
    }

    /** The value of the {@code Authorization} header. */
    public String header() {
        return SCHEME + token;
    }

    /** Whether the header carries the secret; takes the same time however wrong it is. */
    public boolean admits(@Nullable String header) {
        if (header == null || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return false;
        }
        return MessageDigest.isEqual(utf8(token), utf8(header.substring(SCHEME.length()).strip()));
    }

    /** A key for one purpose, the same in all services; it does not give the secret away. */
    public byte[] keyFor(String purpose) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(utf8(token), "HmacSHA256"));
            return mac.doFinal(utf8(purpose));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }

    /** Whether it is a secret at all. */
    boolean isFitForProduction() {
        return token.length() >= SHORTEST_TOKEN && !token.equals(InternalConfig.DEVELOPMENT_TOKEN);
    }

    @Override
    public String toString() {
        return "InternalCredential[redacted]";
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
