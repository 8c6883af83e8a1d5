package nl.hartslag.contacts.internal;

import static nl.hartslag.contacts.internal.db.Tables.UPLOAD;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import nl.hartslag.contacts.InboundMessage.NewAttachment;
import nl.hartslag.contacts.PlannedAnswers.PlannedFile;
import nl.hartslag.platform.blobs.Blobs;
import nl.hartslag.platform.problem.Problem;
import nl.hartslag.platform.security.Access;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.PlannedAnswerId;
import nl.hartslag.shared.UploadId;
import org.apache.tika.Tika;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Files that wait to become attachments. Their type is what the bytes say, not what the name says. */
@Component
class Uploads {
    static final int LARGEST = 25 * 1024 * 1024;
    private static final int LONGEST_NAME = 200;
    private final DSLContext db;
    private final Blobs blobs;
    private final UploadsLeft left;
    private final Clock clock;
    private final Tika types = new Tika();

    Uploads(DSLContext db, Blobs blobs, UploadsLeft left, Clock clock) {
        this.db = db;
        this.blobs = blobs;
        this.left = left;
        this.clock = clock;
    }

    UploadId add(String owner, BrandId brand, String name, byte[] bytes) {
        if (bytes.length == 0) throw Problem.invalid("file", "empty-file");
        if (bytes.length > LARGEST) throw Problem.of("blobs/too-large", 413).with("limit", LARGEST);
        UploadId id = UploadId.next();
        String safeName = safe(name);
        db.insertInto(UPLOAD)
                .set(UPLOAD.ID, id.value())
                .set(UPLOAD.BRAND_ID, brand.value())
                .set(UPLOAD.OWNER, owner)
                .set(UPLOAD.NAME, safeName)
                .set(UPLOAD.TYPE, types.detect(bytes, safeName))
                .set(UPLOAD.SIZE, (long) bytes.length)
                .set(UPLOAD.BLOB_HASH, blobs.put(bytes))
                .set(UPLOAD.UPLOADED_AT, clock.instant())
                .execute();
        left.goLater();
        return id;
    }

    /** The files become part of a message; only their owner can use them, and once. */
    List<NewAttachment> take(Access access, List<UploadId> ids) {
        List<NewAttachment> files = new ArrayList<>();
        for (UploadId id : ids) {
            var row = db.deleteFrom(UPLOAD)
                    .where(UPLOAD.ID.eq(id.value()))
                    .and(UPLOAD.OWNER.eq(access.user().toString()))
                    .and(UploadsLeft.FREE)
                    .returning()
                    .fetchOptional()
                    .orElseThrow(() -> Problem.invalid("uploads", "unknown"));
            files.add(new NewAttachment(row.getName(), row.getType(), row.getSize(), row.getBlobHash(), null, false));
        }
        return files;
    }

    /** The files wait with an answer that leaves later. */
    void waitWith(Access access, List<UploadId> ids, PlannedAnswerId answer) {
        for (UploadId id : ids) {
            int kept = db.update(UPLOAD)
                    .set(UPLOAD.PLANNED_ANSWER_ID, answer.value())
                    .where(UPLOAD.ID.eq(id.value()))
                    .and(UPLOAD.OWNER.eq(access.user().toString()))
                    .and(UploadsLeft.FREE)
                    .execute();
            if (kept == 0) throw Problem.invalid("uploads", "unknown");
        }
    }

    /** The files of an answer that was taken back are for whoever did it, and kept as if he had just put them there. */
    void givenBack(Access access, PlannedAnswerId answer) {
        db.update(UPLOAD)
                .set(UPLOAD.OWNER, access.user().toString())
                .set(UPLOAD.UPLOADED_AT, clock.instant())
                .where(UPLOAD.PLANNED_ANSWER_ID.eq(answer.value()))
                .execute();
        left.goLater();
    }

    List<PlannedFile> of(PlannedAnswerId answer) {
        return db.selectFrom(UPLOAD).where(UPLOAD.PLANNED_ANSWER_ID.eq(answer.value())).orderBy(UPLOAD.ID)
                .fetch(row -> new PlannedFile(new UploadId(row.getId()), row.getName(), row.getSize()));
    }

    /** A name without folders or control characters, short enough for every file system. */
    private static String safe(String name) {
        String base = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1)
                .replaceAll("\\p{Cntrl}", "")
                .strip();
        if (base.isEmpty()) return "file";
        return base.length() <= LONGEST_NAME ? base : base.substring(base.length() - LONGEST_NAME);
    }
}
