package nl.hartslag.contacts.internal;

import static nl.hartslag.contacts.internal.db.Tables.UPLOAD;
import static nl.hartslag.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.UploadId;
import nl.hartslag.testing.HartslagTest;
import nl.hartslag.testing.MovableClock;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@HartslagTest
class UploadsLeftTest {
    @Autowired Uploads uploads;
    @Autowired DSLContext db;
    @Autowired MovableClock clock;

    @Test
    void aFileThatWasNeverSentGoesAfterAWeek_withItsBytes() {
        String owner = UUID.randomUUID().toString();
        UploadId old = uploads.add(owner, BrandId.next(), "bon.txt", ("bon " + owner).getBytes());
        String hash = db.select(UPLOAD.BLOB_HASH).from(UPLOAD).where(UPLOAD.ID.eq(old.value())).fetchSingle(UPLOAD.BLOB_HASH);
        clock.advance(Duration.ofDays(4));
        UploadId newer = uploads.add(owner, BrandId.next(), "foto.txt", ("foto " + owner).getBytes());
        assertThat(there(old)).isTrue();

        clock.advance(Duration.ofDays(3).plusHours(2));
        eventually(() -> !there(old));
        assertThat(there(newer)).isTrue();
        assertThat(db.fetchExists(DSL.selectOne().from("platform.released_blob").where("hash = ?", hash))).isTrue();
    }

    private boolean there(UploadId upload) {
        return db.fetchExists(UPLOAD, UPLOAD.ID.eq(upload.value()));
    }
}
