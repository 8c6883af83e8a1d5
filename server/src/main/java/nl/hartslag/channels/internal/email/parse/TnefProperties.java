package nl.hartslag.channels.internal.email.parse;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The texts among the properties in a {@code winmail.dat}; a damaged list gives those that stand before the damage. */
final class TnefProperties {
    static final int BODY = 0x1000;
    static final int BODY_HTML = 0x1013;
    static final int LONG_NAME = 0x3707;
    static final int MEDIA_TYPE = 0x370e;
    static final int CONTENT_ID = 0x3712;

    private static final int STRING = 0x1e;
    private static final int UNICODE = 0x1f;
    private static final int OBJECT = 0x0d;
    private static final int BINARY = 0x102;
    private static final int SEVERAL = 0x1000;
    private static final int NAMED = 0x8000;

    private final Map<Integer, String> texts = new HashMap<>();

    private TnefProperties() {}

    static TnefProperties of(byte[] bytes, Charset codePage) {
        TnefProperties properties = new TnefProperties();
        try {
            properties.read(ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN), codePage);
        } catch (BufferUnderflowException | IllegalArgumentException damaged) {
            // what was read before it is still good
        }
        return properties;
    }

    Optional<String> text(int property) {
        return Optional.ofNullable(texts.get(property)).map(t -> Charsets.storable(t.replace("\0", ""))).filter(t -> !t.isBlank());
    }

    private void read(ByteBuffer in, Charset codePage) {
        int count = in.getInt();
        for (int i = 0; i < count; i++) {
            int type = in.getShort() & 0xffff;
            int id = in.getShort() & 0xffff;
            if (id >= NAMED) skipName(in);
            boolean several = (type & SEVERAL) != 0;
            int single = type & ~SEVERAL;
            boolean sized = single == STRING || single == UNICODE || single == OBJECT || single == BINARY;
            int values = several || sized ? in.getInt() : 1;
            for (int v = 0; v < values; v++) {
                byte[] value = sized ? sized(in) : take(in, fixed(single));
                if (v == 0 && id < NAMED && single != OBJECT) keep(id, single, value, codePage);
            }
        }
    }

    private void keep(int id, int type, byte[] value, Charset codePage) {
        if (id != BODY && id != BODY_HTML && id != LONG_NAME && id != MEDIA_TYPE && id != CONTENT_ID) return;
        texts.putIfAbsent(id, type == UNICODE ? new String(value, StandardCharsets.UTF_16LE)
                : id == BODY_HTML ? Charsets.decode(value, Optional.of(codePage.name())) : new String(value, codePage));
    }

    private static void skipName(ByteBuffer in) {
        take(in, 16);
        int kind = in.getInt();
        if (kind == 0) in.getInt();
        else sized(in);
    }

    private static byte[] sized(ByteBuffer in) {
        int length = in.getInt();
        if (length < 0 || length > in.remaining()) throw new BufferUnderflowException();
        byte[] value = take(in, length);
        in.position(Math.min(in.limit(), in.position() + (4 - length % 4) % 4));
        return value;
    }

    private static byte[] take(ByteBuffer in, int length) {
        byte[] value = new byte[length];
        in.get(value);
        return value;
    }

    /** Two-byte values are padded to four. */
    private static int fixed(int type) {
        return switch (type) {
            case 0x02, 0x03, 0x04, 0x0a, 0x0b -> 4;
            case 0x05, 0x06, 0x07, 0x14, 0x40 -> 8;
            case 0x48 -> 16;
            default -> throw new IllegalArgumentException("unknown type of property");
        };
    }
}
