package nl.hartslag.channels.internal.email.thread;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import nl.hartslag.channels.internal.email.parse.MailAddress;

/**
 * {@code service+token@brand.example}: an address that names a conversation, or a question to a department, and cannot be made up. The token is
 * its id and the first ten bytes of a keyed hash over it, in base 36, since many servers lower the case of addresses.
 */
public final class ReplyToken {
    private static final int ID_BYTES = 16;
    private static final int SIGNATURE_BYTES = 10;
    private static final int BASE = 36;
    private static final int LENGTH = 41;

    private final UnaryOperator<byte[]> sign;

    /** @param sign keyed hash (HMAC) with a key of its own */
    public ReplyToken(UnaryOperator<byte[]> sign) {
        this.sign = sign;
    }

    public String address(String ours, UUID named) {
        int at = ours.lastIndexOf('@');
        return ours.substring(0, at) + "+" + token(named) + ours.substring(at);
    }

    /** What an address names; empty when it has no token or one that was tampered with. */
    public Optional<UUID> read(MailAddress address) {
        String local = address.address().substring(0, address.address().lastIndexOf('@'));
        int plus = local.lastIndexOf('+');
        if (plus < 0) return Optional.empty();
        String token = local.substring(plus + 1);
        if (!token.matches("[0-9a-z]{" + LENGTH + "}")) return Optional.empty();
        byte[] bytes = fixed(new BigInteger(token, BASE));
        if (bytes.length != ID_BYTES + SIGNATURE_BYTES) return Optional.empty();
        byte[] id = Arrays.copyOf(bytes, ID_BYTES);
        byte[] signature = Arrays.copyOfRange(bytes, ID_BYTES, bytes.length);
        if (!MessageDigest.isEqual(signature, signature(id))) return Optional.empty();
        ByteBuffer buffer = ByteBuffer.wrap(id);
        return Optional.of(new UUID(buffer.getLong(), buffer.getLong()));
    }

    private String token(UUID named) {
        byte[] id = ByteBuffer.allocate(ID_BYTES).putLong(named.getMostSignificantBits())
                .putLong(named.getLeastSignificantBits()).array();
        byte[] all = ByteBuffer.allocate(ID_BYTES + SIGNATURE_BYTES).put(id).put(signature(id)).array();
        String digits = new BigInteger(1, all).toString(BASE);
        return "0".repeat(LENGTH - digits.length()) + digits;
    }

    private byte[] signature(byte[] id) {
        return Arrays.copyOf(sign.apply(id), SIGNATURE_BYTES);
    }

    private static byte[] fixed(BigInteger number) {
        byte[] raw = number.toByteArray();
        int length = ID_BYTES + SIGNATURE_BYTES;
        if (raw.length > length + 1 || raw.length == length + 1 && raw[0] != 0) return new byte[0];
        byte[] bytes = new byte[length];
        int start = Math.max(0, raw.length - length);
        System.arraycopy(raw, start, bytes, length - (raw.length - start), raw.length - start);
        return bytes;
    }
}
