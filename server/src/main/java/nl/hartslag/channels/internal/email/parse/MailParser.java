package nl.hartslag.channels.internal.email.parse;

import jakarta.mail.internet.MailDateFormat;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.hartslag.channels.internal.intake.Spool;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.apache.james.mime4j.stream.RecursionMode;
import org.apache.james.mime4j.util.ByteSequence;

/**
 * Reads a mail from a stream in one pass. A malformed mail is read as far as it goes and noted; only failures of the stream or
 * of the attachment store are thrown, because those are worth another try.
 */
public final class MailParser {
    private static final MimeConfig CONFIG = MimeConfig.custom()
            .setMaxHeaderLen(256_000).setMaxHeaderCount(2_000).setMaxLineLen(-1).setMaxContentLen(-1)
            .setMalformedHeaderStartsBody(false).build();
    private static final int MACHINE_PART_BYTES = 64_000;
    private static final String MEDIA_TYPE = "[a-z0-9!#$&^_.+-]+/[a-z0-9!#$&^_.+-]+";

    private final MailLimits limits;
    private final AttachmentStore store;

    public MailParser(MailLimits limits, AttachmentStore store) {
        this.limits = limits;
        this.store = store;
    }

    public ParsedMail parse(InputStream raw) throws IOException {
        Reading reading = new Reading();
        MimeTokenStream tokens = new MimeTokenStream(CONFIG);
        tokens.setRecursionMode(RecursionMode.M_NO_RECURSE);
        tokens.parse(raw);
        try {
            for (EntityState state = tokens.getState(); state != EntityState.T_END_OF_STREAM; state = tokens.next()) {
                if (!reading.take(state, tokens)) break;
            }
        } catch (MimeException damaged) {
            reading.notes.add(MailNote.DAMAGED);
        }
        return reading.result();
    }

    private final class Reading {
        final MailHeaders headers = new MailHeaders();
        final Set<MailNote> notes = EnumSet.noneOf(MailNote.class);
        final List<MailAttachment> attachments = new ArrayList<>();
        final List<ParsedMail.MachinePart> machineParts = new ArrayList<>();
        final BodyTree root = BodyTree.multipart("multipart/mixed");
        final Deque<BodyTree> open = new ArrayDeque<>(List.of(root));
        final Deque<String> containers = new ArrayDeque<>(List.of(""));
        MailHeaders part = headers;
        Optional<String> wrappedText = Optional.empty();
        Optional<String> wrappedHtml = Optional.empty();
        int parts;

        boolean take(EntityState state, MimeTokenStream tokens) throws IOException {
            switch (state) {
                case T_START_BODYPART -> part = new MailHeaders();
                case T_FIELD -> add(tokens.getField());
                case T_START_MULTIPART -> {
                    String type = tokens.getBodyDescriptor().getMimeType();
                    open.push(open.peek().add(BodyTree.multipart(type)));
                    containers.push(type);
                    if (open.size() - 1 > limits.depth()) {
                        notes.add(MailNote.TOO_DEEP);
                        return false;
                    }
                }
                case T_END_MULTIPART -> {
                    open.pop();
                    containers.pop();
                }
                case T_BODY -> {
                    if (++parts > limits.parts()) {
                        notes.add(MailNote.TOO_MANY_PARTS);
                        return false;
                    }
                    leaf(tokens);
                }
                case T_START_MESSAGE, T_END_MESSAGE, T_RAW_ENTITY, T_START_HEADER, T_END_HEADER, T_PREAMBLE, T_EPILOGUE,
                     T_END_BODYPART, T_END_OF_STREAM -> { }
            }
            return true;
        }

        private void add(Field field) {
            ByteSequence raw = field.getRaw();
            byte[] bytes = raw == null ? field.getBody().getBytes(StandardCharsets.UTF_8) : raw.toByteArray();
            String line = MailHeaders.unfolded(bytes);
            int colon = line.indexOf(':');
            part.add(field.getName(), raw == null || colon < 0 ? line : line.substring(colon + 1).strip());
        }

        private void leaf(MimeTokenStream tokens) throws IOException {
            HeaderParameters type = HeaderParameters.parse(part.first("Content-Type").orElse(""));
            String mediaType = mediaType(type, tokens.getBodyDescriptor().getMimeType());
            HeaderParameters disposition = HeaderParameters.parse(part.first("Content-Disposition").orElse(""));
            Optional<String> name = disposition.get("filename").or(() -> type.get("name"));
            boolean readable = mediaType.equals("text/plain") || mediaType.equals("text/html");
            if (readable && !disposition.value().equals("attachment") && (name.isEmpty() || parts == 1)) {
                String content = text(tokens.getDecodedInputStream(), type.get("charset"));
                if (mediaType.equals("text/html")) open.peek().addHtml(content);
                else open.peek().addText(content);
                return;
            }
            if (isTnef(mediaType, name)) {
                unpack(tokens.getDecodedInputStream());
                return;
            }
            Optional<String> contentId = part.first("Content-ID").map(id -> id.replaceAll("[<>\\s]", "")).filter(id -> !id.isEmpty());
            boolean forMachines = forMachines(mediaType);
            Watching content = new Watching(tokens.getDecodedInputStream(), forMachines ? MACHINE_PART_BYTES : ContentType.HEAD);
            AttachmentStore.Stored stored = store.put(content);
            if (content.broken) notes.add(MailNote.DAMAGED);
            if (forMachines) {
                machineParts.add(new ParsedMail.MachinePart(mediaType, Charsets.decode(content.head(), type.get("charset"))));
            }
            String called = AttachmentName.of(name, mediaType, attachments.size() + 1);
            String is = ContentType.of(content.head(), called, mediaType);
            boolean inline = is.startsWith("image/") && (contentId.isPresent() && !disposition.value().equals("attachment")
                    || disposition.value().equals("inline"));
            attachments.add(new MailAttachment(called, is, contentId, inline, stored));
        }

        private boolean isTnef(String mediaType, Optional<String> name) {
            return mediaType.equals("application/ms-tnef") || mediaType.equals("application/vnd.ms-tnef")
                    || name.filter(n -> n.equalsIgnoreCase("winmail.dat")).isPresent();
        }

        private AttachmentStore.Stored keep(InputStream file, Map<AttachmentStore.Stored, byte[]> heads) throws IOException {
            Watching watched = new Watching(file, ContentType.HEAD);
            AttachmentStore.Stored stored = store.put(watched);
            heads.put(stored, watched.head());
            return stored;
        }

        /** What is inside takes its place; the wrapping stays only when something of it could not be read. */
        private void unpack(InputStream wrapped) throws IOException {
            Watching content = new Watching(wrapped, 0);
            try (Spool spool = Spool.read(content, Long.MAX_VALUE)) {
                Tnef.Unpacked inside;
                Map<AttachmentStore.Stored, byte[]> heads = new HashMap<>();
                try (InputStream in = new BufferedInputStream(spool.open())) {
                    inside = Tnef.read(in, file -> keep(file, heads));
                }
                for (Tnef.File file : inside.files()) {
                    String type = file.mediaType().map(t -> t.toLowerCase(Locale.ROOT)).filter(t -> t.matches(MEDIA_TYPE))
                            .or(() -> file.name().map(URLConnection::guessContentTypeFromName)).orElse("application/octet-stream");
                    String called = AttachmentName.of(file.name(), type, attachments.size() + 1);
                    String is = ContentType.of(heads.getOrDefault(file.content(), new byte[0]), called, type);
                    attachments.add(new MailAttachment(called, is, file.contentId().map(id -> id.replaceAll("[<>\\s]", "")),
                            file.contentId().isPresent() && is.startsWith("image/"), file.content()));
                }
                wrappedText = inside.text();
                wrappedHtml = inside.html();
                boolean nothing = inside.files().isEmpty() && inside.text().isEmpty() && inside.html().isEmpty();
                if (inside.whole() && !content.broken && !nothing) return;
                if (!inside.whole() || content.broken) notes.add(MailNote.DAMAGED);
                try (InputStream in = spool.open()) {
                    attachments.add(new MailAttachment("winmail.dat", "application/ms-tnef", Optional.empty(), false, store.put(in)));
                }
            } catch (Spool.TooLarge impossible) {
                throw new IOException(impossible);
            }
        }

        private boolean forMachines(String mediaType) {
            return mediaType.equals("text/calendar") || "multipart/report".equals(containers.peek())
                    && (mediaType.startsWith("message/") || mediaType.equals("text/rfc822-headers"));
        }

        private String text(InputStream content, Optional<String> charset) throws IOException {
            Watching watched = new Watching(content, 0);
            byte[] bytes = watched.readNBytes(limits.textBytes());
            if (watched.read() >= 0) notes.add(MailNote.TEXT_CUT);
            if (watched.broken) notes.add(MailNote.DAMAGED);
            return Charsets.decode(bytes, charset);
        }

        ParsedMail result() {
            HeaderParameters type = HeaderParameters.parse(headers.first("Content-Type").orElse("text/plain"));
            boolean written = root.text().or(root::html).filter(t -> !t.isBlank()).isPresent();
            Optional<String> text = written ? root.text() : wrappedText.or(root::text);
            Optional<String> html = written ? root.html() : wrappedHtml.or(root::html);
            return new ParsedMail(headers,
                    headers.first("Message-ID").flatMap(MessageIds::one),
                    headers.all("In-Reply-To").stream().flatMap(v -> MessageIds.list(v).stream()).distinct().toList(),
                    headers.all("References").stream().flatMap(v -> MessageIds.list(v).stream()).distinct().toList(),
                    headers.addresses("From").stream().findFirst().or(() -> headers.addresses("Sender").stream().findFirst()),
                    headers.addresses("Reply-To"), headers.addresses("To"), headers.addresses("Cc"),
                    headers.first("Date").flatMap(Reading::date),
                    cut(headers.decoded("Subject"), 900),
                    type.value(), text, html, List.copyOf(attachments), List.copyOf(machineParts),
                    Set.copyOf(notes));
        }

        private static String cut(String text, int longest) {
            return text.length() <= longest ? text : Charsets.storable(text.substring(0, longest));
        }

        private static Optional<Instant> date(String written) {
            try {
                return Optional.of(new MailDateFormat().parse(written).toInstant());
            } catch (ParseException noDate) {
                return Optional.empty();
            }
        }

        private static String mediaType(HeaderParameters declared, String known) {
            if (declared.value().isEmpty()) return known;
            return declared.value().matches(MEDIA_TYPE) ? declared.value() : "application/octet-stream";
        }
    }
}
