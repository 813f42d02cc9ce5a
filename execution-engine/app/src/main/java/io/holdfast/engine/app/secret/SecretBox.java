package io.holdfast.engine.app.secret;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encrypts texts with AES-256 in GCM mode. A sealed text is one byte of format, a nonce of twelve
 * and the ciphertext with its tag; it opens only for the place that it was sealed for, so that rows
 * cannot be exchanged.
 */
@Singleton
public class SecretBox {

    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final byte FORMAT = 1;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecretKey key;
    private final SecureRandom random = new SecureRandom();

    @Inject
    SecretBox(SecretConfig config) {
        this(config.key());
    }

    SecretBox(String key) {
        this.key = new SecretKeySpec(digest(key), "AES");
    }

    /**
     * Encrypts a text.
     *
     * @param place what the text belongs to, needed again to open it; no secret
     */
    public byte[] seal(String place, String text) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] sealed = run(Cipher.ENCRYPT_MODE, place, nonce, utf8(text));
        return ByteBuffer.allocate(1 + NONCE_BYTES + sealed.length)
                .put(FORMAT)
                .put(nonce)
                .put(sealed)
                .array();
    }

    /**
     * Decrypts a text.
     *
     * @throws IllegalStateException when it was sealed with another key or for another place
     */
    public String open(String place, byte[] sealed) {
        if (sealed.length <= 1 + NONCE_BYTES || sealed[0] != FORMAT) {
            throw new IllegalStateException("a secret of " + place + " has an unknown format");
        }
        byte[] nonce = new byte[NONCE_BYTES];
        byte[] secret = new byte[sealed.length - 1 - NONCE_BYTES];
        ByteBuffer.wrap(sealed).position(1).get(nonce).get(secret);
        return new String(run(Cipher.DECRYPT_MODE, place, nonce, secret), StandardCharsets.UTF_8);
    }

    private byte[] run(int mode, String place, byte[] nonce, byte[] input) {
        try {
            Cipher cipher = Cipher.getInstance(CIPHER);
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(utf8(place));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "a secret of "
                            + place
                            + " cannot be opened: is HOLDFAST_SECRET_KEY the one"
                            + " that it was stored with?",
                    e);
        }
    }

    private static byte[] digest(String key) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(utf8(key));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
