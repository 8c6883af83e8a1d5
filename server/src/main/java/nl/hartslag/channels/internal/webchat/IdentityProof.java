package nl.hartslag.channels.internal.webchat;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import nl.hartslag.channels.WebChat.Identity;

/** What a shop proved about its customer. Empty strings mean: not said. */
record IdentityProof(String userId, String email) {
    private static final int LONGEST = 254;

    /** Empty when the signature is wrong; compared in constant time. */
    static Optional<IdentityProof> check(Identity claimed, String secret) {
        String userId = claimed.userId() == null ? "" : claimed.userId();
        String email = claimed.email() == null ? "" : claimed.email();
        if (userId.isEmpty() && email.isEmpty() || userId.length() > LONGEST || email.length() > LONGEST) return Optional.empty();
        // The bar parts the two; inside the first it would let one signature mean two things.
        if (userId.contains("|")) return Optional.empty();
        byte[] given = claimed.signature().toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8);
        boolean right = MessageDigest.isEqual(given, sign(secret, userId, email).getBytes(StandardCharsets.UTF_8));
        return right ? Optional.of(new IdentityProof(userId, email.toLowerCase(Locale.ROOT))) : Optional.empty();
    }

    static String sign(String secret, String userId, String email) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal((userId + "|" + email).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
