package lectern.platform.security;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import lectern.platform.Secrets;
import lectern.platform.Settings;
import org.springframework.stereotype.Component;

/// Seals phone numbers for the database with AES-256-GCM under the installation's key: 12 bytes nonce, then the sealed
/// text with its 16-byte tag. Thread-safe.
@Component
public class Sealer {
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();
    private final SecretKeySpec key;

    Sealer(Settings settings, Secrets secrets) {
        var bytes = settings.key() == null
                ? Base64.getUrlDecoder().decode(secrets.named("seal"))
                : Base64.getDecoder().decode(settings.key());
        if (bytes.length != 32) {
            throw new IllegalArgumentException("lectern.key must be 32 bytes in Base64, was " + bytes.length
                    + " bytes; make one: openssl rand -base64 32");
        }
        key = new SecretKeySpec(bytes, "AES");
    }

    public byte[] seal(String plain) {
        return seal(plain.getBytes(StandardCharsets.UTF_8));
    }

    public byte[] seal(byte[] plain) {
        var nonce = new byte[NONCE];
        RANDOM.nextBytes(nonce);
        try {
            var sealed = cipher(Cipher.ENCRYPT_MODE, nonce).doFinal(plain);
            return ByteBuffer.allocate(NONCE + sealed.length)
                    .put(nonce)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException("this Java cannot do AES-GCM", failure);
        }
    }

    /// @throws IllegalStateException when it was sealed under another key or changed since
    public String open(byte[] sealed) {
        return new String(openBytes(sealed), StandardCharsets.UTF_8);
    }

    /// As [#open], for what is no text.
    public byte[] openBytes(byte[] sealed) {
        var nonce = java.util.Arrays.copyOf(sealed, NONCE);
        try {
            return cipher(Cipher.DECRYPT_MODE, nonce).doFinal(sealed, NONCE, sealed.length - NONCE);
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException(
                    "a sealed value does not open: is this the key it was sealed with?", failure);
        }
    }

    private Cipher cipher(int mode, byte[] nonce) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        return cipher;
    }
}
