package io.holdfast.gateway.auth;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.random.RandomGenerator;

/** How keys look (http-api.md 1.2): a prefix and 24 random letters and digits, 142 bits. */
final class KeyText {

    private static final String ALPHABET =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private static final int RANDOM_CHARACTERS = 24;
    private static final int SHOWN = 3;

    private KeyText() {}

    static String random(KeyKind kind, RandomGenerator random) {
        var text = new StringBuilder(kind.wireName()).append('-');
        for (int i = 0; i < RANDOM_CHARACTERS; i++) {
            text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return text.toString();
    }

    /** SHA-256 of the key, which is random: nothing slower or salted is needed. */
    static byte[] hash(String key) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(key.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** What may be shown of it later. */
    static String hint(KeyKind kind, String key) {
        int start = kind.wireName().length() + 1;
        return key.substring(0, start + SHOWN) + "..." + key.substring(key.length() - SHOWN);
    }
}
