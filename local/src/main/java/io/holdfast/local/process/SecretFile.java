package io.holdfast.local.process;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;

/** A secret that is generated once and then kept in a file that only its owner may read. */
public final class SecretFile {

    private static final SecureRandom RANDOM = new SecureRandom();

    private SecretFile() {}

    /** The kept secret, at first use 24 random bytes in URL-safe Base64 after the prefix. */
    public static String token(Path file, String prefix) {
        return keptOr(
                file, prefix + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(24)));
    }

    /** The kept key, at first use 32 random bytes in Base64. */
    public static String key(Path file) {
        return keptOr(file, Base64.getEncoder().encodeToString(bytes(32)));
    }

    private static String keptOr(Path file, String fresh) {
        if (!Files.exists(file)) {
            PrivateFiles.write(file, fresh + "\n");
        }
        return PrivateFiles.read(file);
    }

    private static byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        RANDOM.nextBytes(bytes);
        return bytes;
    }
}
