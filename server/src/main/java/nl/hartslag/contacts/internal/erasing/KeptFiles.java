package nl.hartslag.contacts.internal.erasing;

import static nl.hartslag.contacts.internal.db.Tables.ATTACHMENT;
import static nl.hartslag.contacts.internal.db.Tables.UPLOAD;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import nl.hartslag.platform.blobs.BlobUser;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Files of messages, and those that wait to become one. */
@Component
class KeptFiles implements BlobUser {
    private final DSLContext db;

    KeptFiles(DSLContext db) {
        this.db = db;
    }

    @Override
    public Set<String> uses(Collection<String> hashes) {
        Set<String> used = new HashSet<>(db.selectDistinct(ATTACHMENT.BLOB_HASH).from(ATTACHMENT).where(ATTACHMENT.BLOB_HASH.in(hashes)).fetch(ATTACHMENT.BLOB_HASH));
        used.addAll(db.selectDistinct(UPLOAD.BLOB_HASH).from(UPLOAD).where(UPLOAD.BLOB_HASH.in(hashes)).fetch(UPLOAD.BLOB_HASH));
        return used;
    }
}
