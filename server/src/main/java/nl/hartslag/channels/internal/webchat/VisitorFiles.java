package nl.hartslag.channels.internal.webchat;

import static nl.hartslag.channels.internal.db.Tables.VISITOR_FILE;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import nl.hartslag.channels.WebChat.FileView;
import nl.hartslag.contacts.InboundMessage.NewAttachment;
import nl.hartslag.platform.blobs.Blobs;
import nl.hartslag.platform.problem.Problem;
import nl.hartslag.shared.UploadId;
import org.apache.tika.Tika;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Files that visitors sent up and that wait for their message. The type is what the bytes say. */
@Component
class VisitorFiles {
    static final long LARGEST = 10L * 1024 * 1024;
    static final int MOST = 5;
    static final List<String> TYPES =
            List.of("image/png", "image/jpeg", "image/gif", "image/webp", "application/pdf", "text/plain");
    private static final Duration USABLE = Duration.ofDays(1);
    private static final int LONGEST_NAME = 120;
    private final DSLContext db;
    private final Blobs blobs;
    private final Clock clock;
    private final Tika types = new Tika();

    VisitorFiles(DSLContext db, Blobs blobs, Clock clock) {
        this.db = db;
        this.blobs = blobs;
        this.clock = clock;
    }

    FileView keep(UUID visitor, String givenName, byte[] bytes) {
        if (bytes.length == 0) throw Problem.invalid("file", "required");
        if (bytes.length > LARGEST) throw Problem.of("webchat/file-too-large", 413);
        String name = safe(givenName);
        // By the content alone: a name can call a script a text. Plain text has no marks, so it is what is left without markup.
        String type = types.detect(bytes);
        if (!TYPES.contains(type)) throw Problem.of("webchat/file-type", 415).with("allowed", TYPES);
        UUID id = UploadId.next().value();
        db.insertInto(VISITOR_FILE)
                .set(VISITOR_FILE.ID, id)
                .set(VISITOR_FILE.VISITOR_ID, visitor)
                .set(VISITOR_FILE.NAME, name)
                .set(VISITOR_FILE.TYPE, type)
                .set(VISITOR_FILE.SIZE, (long) bytes.length)
                .set(VISITOR_FILE.BLOB_HASH, blobs.put(bytes))
                .set(VISITOR_FILE.UPLOADED_AT, clock.instant())
                .execute();
        return new FileView(id, name, type, bytes.length);
    }

    /** They become part of a message: only their visitor can use them, and once. */
    List<NewAttachment> take(UUID visitor, List<UploadId> ids) {
        if (ids.size() > MOST) throw Problem.invalid("files", "too-many", MOST);
        List<NewAttachment> files = new ArrayList<>();
        for (UploadId id : ids) {
            files.add(db.deleteFrom(VISITOR_FILE)
                    .where(VISITOR_FILE.ID.eq(id.value())).and(VISITOR_FILE.VISITOR_ID.eq(visitor))
                    .and(VISITOR_FILE.UPLOADED_AT.gt(clock.instant().minus(USABLE)))
                    .returning()
                    .fetchOptional(row -> new NewAttachment(row.getName(), row.getType(), row.getSize(), row.getBlobHash(), null, false))
                    .orElseThrow(() -> Problem.invalid("files", "unknown")));
        }
        return files;
    }

    private static String safe(String name) {
        String base = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1)
                .replaceAll("[\\p{Cntrl}\\p{Cf}]", "").strip();
        if (base.isEmpty()) return "file";
        return base.length() <= LONGEST_NAME ? base : base.substring(base.length() - LONGEST_NAME);
    }
}
