package nl.hartslag.channels.internal.email.parse;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code winmail.dat}, in which Outlook wraps what it does not trust MIME with (MS-OXTNEF): a list of attributes, each
 * with its length. Contents stream to the store; only small properties are held. What came out before something broken stays.
 */
final class Tnef {
    private static final int SIGNATURE = 0x223e9f78;
    private static final int MESSAGE_PROPERTIES = 0x9003;
    private static final int CODE_PAGE = 0x9007;
    private static final int ATTACHMENT_BEGINS = 0x9002;
    private static final int ATTACHMENT_TITLE = 0x8010;
    private static final int ATTACHMENT_DATA = 0x800f;
    private static final int ATTACHMENT_PROPERTIES = 0x9005;
    private static final int MOST_PROPERTY_BYTES = 4_000_000;
    private static final int MOST_TITLE_BYTES = 1_000;
    private static final int MOST_ATTACHMENTS = 200;

    private final AttachmentStore store;
    private final List<File> files = new ArrayList<>();
    private Charset codePage = Charset.forName("windows-1252");
    private @Nullable TnefProperties message;
    private boolean whole;

    private Tnef(AttachmentStore store) {
        this.store = store;
    }

    /** @param name as the sender called it, if known */
    record File(Optional<String> name, Optional<String> mediaType, Optional<String> contentId, AttachmentStore.Stored content) {}

    /** @param whole nothing was broken or left out; @param html and {@code text}: the mail itself, which is usually beside it as well */
    record Unpacked(List<File> files, Optional<String> text, Optional<String> html, boolean whole) {}

    static Unpacked read(InputStream in, AttachmentStore store) throws IOException {
        Tnef tnef = new Tnef(store);
        try {
            tnef.attributes(new Source(in));
            tnef.whole = true;
        } catch (Broken | EOFException cutShort) {
            tnef.whole = false;
        }
        Optional<TnefProperties> message = Optional.ofNullable(tnef.message);
        return new Unpacked(List.copyOf(tnef.files), message.flatMap(m -> m.text(TnefProperties.BODY)),
                message.flatMap(m -> m.text(TnefProperties.BODY_HTML)), tnef.whole);
    }

    private void attributes(Source in) throws IOException {
        if (in.int32() != SIGNATURE) throw new Broken();
        in.int16();
        Open open = null;
        for (int level = in.read(); level >= 0; level = in.read()) {
            if (level != 1 && level != 2) throw new Broken();
            int attribute = in.int32() & 0xffff;
            long length = in.int32() & 0xffffffffL;
            Part data = new Part(in, length);
            switch (attribute) {
                case CODE_PAGE -> codePage = codePage(data.bytes(8));
                case MESSAGE_PROPERTIES -> message = properties(data);
                case ATTACHMENT_BEGINS -> {
                    finish(open);
                    if (files.size() >= MOST_ATTACHMENTS) throw new Broken();
                    open = new Open();
                }
                case ATTACHMENT_TITLE -> { if (open != null) open.title = title(data.bytes(MOST_TITLE_BYTES)); }
                case ATTACHMENT_DATA -> { if (open != null) open.content = kept(open, data); }
                case ATTACHMENT_PROPERTIES -> { if (open != null) open.properties = properties(data); }
                default -> { }
            }
            data.skipRest();
            in.int16();
        }
        finish(open);
    }

    /** An attachment that is cut off is kept as far as it goes. */
    private AttachmentStore.Stored kept(Open open, Part data) throws IOException {
        Cut cut = new Cut(data);
        open.content = store.put(cut);
        if (cut.broken) {
            finish(open);
            throw new EOFException();
        }
        return open.content;
    }

    private void finish(@Nullable Open open) {
        if (open == null || open.content == null) return;
        Optional<TnefProperties> properties = Optional.ofNullable(open.properties);
        files.add(new File(properties.flatMap(p -> p.text(TnefProperties.LONG_NAME)).or(() -> Optional.ofNullable(open.title)),
                properties.flatMap(p -> p.text(TnefProperties.MEDIA_TYPE)), properties.flatMap(p -> p.text(TnefProperties.CONTENT_ID)), open.content));
    }

    private TnefProperties properties(Part data) throws IOException {
        return TnefProperties.of(data.bytes(MOST_PROPERTY_BYTES), codePage);
    }

    private String title(byte[] bytes) {
        return new String(bytes, codePage).replace("\0", "").strip();
    }

    private static Charset codePage(byte[] bytes) {
        int number = bytes.length < 4 ? 0 : (bytes[0] & 0xff) | (bytes[1] & 0xff) << 8 | (bytes[2] & 0xff) << 16;
        try {
            return number == 65001 ? StandardCharsets.UTF_8 : Charset.forName("windows-" + number);
        } catch (IllegalArgumentException unknown) {
            return Charset.forName("windows-1252");
        }
    }

    /** An attachment between its begin and the next. */
    private static final class Open {
        @Nullable String title;
        @Nullable TnefProperties properties;
        AttachmentStore.@Nullable Stored content;
    }

    private static final class Broken extends IOException {
        Broken() {
            super("no TNEF");
        }
    }

    private static final class Source extends FilterInputStream {
        Source(InputStream in) {
            super(in);
        }

        int int16() throws IOException {
            byte[] b = exactly(2);
            return (b[0] & 0xff) | (b[1] & 0xff) << 8;
        }

        int int32() throws IOException {
            byte[] b = exactly(4);
            return (b[0] & 0xff) | (b[1] & 0xff) << 8 | (b[2] & 0xff) << 16 | (b[3] & 0xff) << 24;
        }

        private byte[] exactly(int count) throws IOException {
            byte[] bytes = readNBytes(count);
            if (bytes.length < count) throw new EOFException();
            return bytes;
        }
    }

    /** The data of one attribute. */
    private static final class Part extends InputStream {
        private final InputStream in;
        private long left;

        Part(InputStream in, long length) {
            this.in = in;
            this.left = length;
        }

        /** All of it, or its beginning when it is longer than that. */
        byte[] bytes(int most) throws IOException {
            return readNBytes((int) Math.min(most, left));
        }

        void skipRest() throws IOException {
            byte[] buffer = new byte[8_192];
            while (left > 0) if (read(buffer, 0, buffer.length) < 0) throw new EOFException();
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            if (left == 0) return -1;
            int count = in.read(target, offset, (int) Math.min(length, left));
            if (count < 0) throw new EOFException();
            left -= count;
            return count;
        }
    }

    /** Ends where the mail ends, and remembers that it was too early. */
    private static final class Cut extends FilterInputStream {
        boolean broken;

        Cut(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            if (broken) return -1;
            try {
                return super.read(target, offset, length);
            } catch (EOFException early) {
                broken = true;
                return -1;
            }
        }

        @Override
        public void close() {
            // the reader of the attributes goes on
        }
    }
}
