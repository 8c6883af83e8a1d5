package nl.hartslag.channels.internal.erasing;

import static nl.hartslag.channels.internal.db.Tables.CAPTURED_MAIL;
import static nl.hartslag.channels.internal.db.Tables.ENVELOPE;
import static nl.hartslag.channels.internal.db.Tables.SENT_COPY;
import static nl.hartslag.channels.internal.db.Tables.VISITOR_FILE;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import nl.hartslag.platform.blobs.BlobUser;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;
import org.springframework.stereotype.Component;

/** Mail as it arrived or left, and files that visitors sent up. */
@Component
class KeptRaw implements BlobUser {
    private final DSLContext db;

    KeptRaw(DSLContext db) {
        this.db = db;
    }

    @Override
    public Set<String> uses(Collection<String> hashes) {
        Set<String> used = new HashSet<>();
        used.addAll(in(ENVELOPE, ENVELOPE.BLOB_HASH, hashes));
        used.addAll(in(CAPTURED_MAIL, CAPTURED_MAIL.BLOB_HASH, hashes));
        used.addAll(in(SENT_COPY, SENT_COPY.BLOB_HASH, hashes));
        used.addAll(in(VISITOR_FILE, VISITOR_FILE.BLOB_HASH, hashes));
        return used;
    }

    private Collection<String> in(Table<?> table, Field<String> hash, Collection<String> hashes) {
        return db.selectDistinct(hash).from(table).where(hash.in(hashes)).fetch(hash);
    }
}
