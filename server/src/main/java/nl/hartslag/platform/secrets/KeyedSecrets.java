package nl.hartslag.platform.secrets;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** One master key, from which every purpose derives its own. */
class KeyedSecrets implements Secrets {
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private final SecureRandom random = new SecureRandom();
    private final byte[] master;

    /** @param master 32 bytes */
    KeyedSecrets(byte[] master) {
        if (master.length != 32) throw new IllegalArgumentException("the secret key must be 32 bytes");
        this.master = master.clone();
    }

    @Override
    public String seal(String plain) {
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        byte[] sealed = crypt(Cipher.ENCRYPT_MODE, nonce, plain.getBytes(StandardCharsets.UTF_8));
        byte[] all = new byte[NONCE + sealed.length];
        System.arraycopy(nonce, 0, all, 0, NONCE);
        System.arraycopy(sealed, 0, all, NONCE, sealed.length);
        return "v1." + Base64.getUrlEncoder().withoutPadding().encodeToString(all);
    }

    @Override
    public String open(String sealed) {
        if (!sealed.startsWith("v1.")) throw new IllegalArgumentException("not sealed by this installation");
        byte[] all = Base64.getUrlDecoder().decode(sealed.substring(3));
        byte[] nonce = java.util.Arrays.copyOf(all, NONCE);
        byte[] body = java.util.Arrays.copyOfRange(all, NONCE, all.length);
        return new String(crypt(Cipher.DECRYPT_MODE, nonce, body), StandardCharsets.UTF_8);
    }

    @Override
    public byte[] sign(String purpose, byte[] bytes) {
        return hmac(hmac(master, purpose.getBytes(StandardCharsets.UTF_8)), bytes);
    }

    private byte[] crypt(int mode, byte[] nonce, byte[] bytes) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            byte[] key = hmac(master, "seal".getBytes(StandardCharsets.UTF_8));
            cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
            return cipher.doFinal(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this was sealed with another key; give the key it was sealed with", e);
        }
    }

    private static byte[] hmac(byte[] key, byte[] bytes) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
