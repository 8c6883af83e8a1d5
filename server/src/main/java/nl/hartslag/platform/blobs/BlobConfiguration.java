package nl.hartslag.platform.blobs;

import static nl.hartslag.platform.internal.db.Tables.BLOB;

import java.time.Clock;
import java.util.Optional;
import nl.hartslag.platform.StartRefused;
import nl.hartslag.platform.settings.PlatformSettings;
import nl.hartslag.platform.settings.PlatformSettings.Blobs.Store;
import org.jooq.DSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The object store, where one is set, and whether new files go there. */
@Configuration(proxyBeanMethods = false)
class BlobConfiguration {
    private static final Logger LOG = LoggerFactory.getLogger(BlobConfiguration.class);

    @Bean
    KeptElsewhere keptElsewhere(PlatformSettings settings, DSLContext db, Clock clock) {
        boolean goThere = settings.blobs().store() == Store.S3;
        boolean areThere = goThere || db.fetchExists(BLOB, BLOB.STORED_IN.eq("s3"));
        if (!areThere) return new KeptElsewhere(Optional.empty(), false);
        PlatformSettings.S3 s3 = settings.blobs().s3();
        if (!s3.isSet()) throw new StartRefused(goThere
                ? "hartslag.blobs.store is s3, but none of hartslag.blobs.s3.endpoint, bucket, access-key and secret-key is set."
                : "Files of this installation are in an object store. Set hartslag.blobs.s3.endpoint, bucket, access-key and secret-key as they were, so that they can be read.");
        S3Store store = S3Store.of(s3, clock);
        store.check().ifPresent(why -> LOG.warn("the object store cannot be reached; new files wait in the database, older ones cannot be opened: {}", why));
        return new KeptElsewhere(Optional.of(store), goThere);
    }
}
