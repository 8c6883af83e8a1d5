package nl.hartslag.feedback.internal;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import nl.hartslag.platform.secrets.Secrets;
import nl.hartslag.shared.InvitationId;

/**
 * All that a link in the invitation carries, signed as one: mail programs rewrite and drop what stands beside it.
 *
 * @param kind what the link is for; 0 to 10 is a score that was tapped in the mail
 */
public record SurveyToken(InvitationId invitation, int kind) {
    private static final String PURPOSE = "survey";
    private static final int OPEN = 32;
    private static final int OPT_OUT = 33;
    private static final int PAYLOAD = 17;
    private static final int SIGNATURE = 16;

    public static SurveyToken open(InvitationId invitation) {
        return new SurveyToken(invitation, OPEN);
    }

    public static SurveyToken score(InvitationId invitation, int score) {
        if (score < 0 || score > 10) throw new IllegalArgumentException("a score is 0 to 10, not " + score);
        return new SurveyToken(invitation, score);
    }

    public static SurveyToken optOut(InvitationId invitation) {
        return new SurveyToken(invitation, OPT_OUT);
    }

    /** Empty when it was not made by us, or was changed underway. */
    public static Optional<SurveyToken> read(String text, Secrets secrets) {
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
        if (bytes.length != PAYLOAD + SIGNATURE) return Optional.empty();
        byte[] payload = Arrays.copyOf(bytes, PAYLOAD);
        byte[] signature = Arrays.copyOfRange(bytes, PAYLOAD, bytes.length);
        if (!MessageDigest.isEqual(signature, sign(payload, secrets))) return Optional.empty();
        ByteBuffer buffer = ByteBuffer.wrap(payload);
        UUID id = new UUID(buffer.getLong(), buffer.getLong());
        return Optional.of(new SurveyToken(new InvitationId(id), buffer.get()));
    }

    public String write(Secrets secrets) {
        byte[] payload = ByteBuffer.allocate(PAYLOAD)
                .putLong(invitation.value().getMostSignificantBits())
                .putLong(invitation.value().getLeastSignificantBits())
                .put((byte) kind)
                .array();
        byte[] whole = ByteBuffer.allocate(PAYLOAD + SIGNATURE).put(payload).put(sign(payload, secrets)).array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(whole);
    }

    public boolean isOptOut() {
        return kind == OPT_OUT;
    }

    /** The score tapped in the mail, if the link carries one. */
    public OptionalInt tapped() {
        return kind <= 10 ? OptionalInt.of(kind) : OptionalInt.empty();
    }

    private static byte[] sign(byte[] payload, Secrets secrets) {
        return Arrays.copyOf(secrets.sign(PURPOSE, payload), SIGNATURE);
    }
}
