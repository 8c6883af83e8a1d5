package nl.hartslag.platform.blobs;

import static nl.hartslag.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import nl.hartslag.platform.StartRefused;
import nl.hartslag.platform.problem.Problem;
import nl.hartslag.platform.settings.PlatformSettings;
import nl.hartslag.platform.timers.Timers;
import nl.hartslag.testing.TestDatabase;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Against a server of the S3 protocol that checks signatures, on this machine. */
class S3BlobsTest {
    private static final String KEY = "hartslag";
    private static final String SECRET = "a-secret-of-forty-characters-for-the-test";
    @TempDir Path folder;
    private final TestDatabase database = TestDatabase.fresh();
    private final DSLContext db = database.jooq();
    private final DataSource source = database.dataSource();
    private final JdbcTransactionManager transactions = new JdbcTransactionManager(source);
    private S3Server server;
    private S3Store store;
    private Instant now = Instant.now();
    private final Clock clock = new Clock() {
        @Override
        public java.time.ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    };
    private DatabaseBlobs blobs;
    private BlobMover mover;
    private ReleasedBlobs released;
    private final Set<String> kept = new HashSet<>();

    @BeforeEach
    void aServerWithABucket() throws Exception {
        Files.createDirectories(folder.resolve("files/mail"));
        server = S3Server.start(folder, KEY, SECRET);
        store = S3Store.of(settings("mail", KEY, SECRET), Clock.systemUTC());
        var elsewhere = new KeptElsewhere(Optional.of(store), true);
        blobs = new DatabaseBlobs(db, clock, elsewhere);
        released = new ReleasedBlobs(db, new StaticListableBeanFactory(Map.of("files", (BlobUser) _ -> Set.copyOf(kept))).getBeanProvider(BlobUser.class), elsewhere,
                new NoTimers(), new JdbcTransactionManager(database.dataSource()), clock);
        mover = new BlobMover(db, blobs, elsewhere, released, clock);
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    private PlatformSettings.S3 settings(String bucket, String key, String secret) {
        return new PlatformSettings.S3(Optional.of(server.address()), "us-east-1", Optional.of(bucket), "hartslag/",
                Optional.of(key), Optional.of(secret));
    }

    private static byte[] bytes(int size) {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }

    private byte[] read(String hash) throws IOException {
        try (InputStream in = blobs.open(hash)) {
            return in.readAllBytes();
        }
    }

    /** From here on the store alone has what was moved. */
    private void onlyThere() {
        now = now.plus(BlobMover.CHUNKS_STAY).plusSeconds(1);
        int gone = mover.forgetChunks();
        while (gone > 0) gone = mover.forgetChunks();
    }

    private List<Path> objects() throws IOException {
        try (var all = Files.walk(folder.resolve("files"))) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    @Test
    void movesWhatWasStoredAndReadsItFromThere() throws Exception {
        for (int size : new int[] {1, 1_000, 256 * 1024, 3_000_000}) {
            String hash = blobs.put(new ByteArrayInputStream(bytes(size)), Long.MAX_VALUE);
            assertThat(mover.move()).isEqualTo(1);
            assertThat(mover.move()).isZero();
            assertThat(db.fetchSingle("select stored_in from platform.blob where hash = ?", hash).into(String.class)).isEqualTo("s3");
            onlyThere();
            assertThat(read(hash)).isEqualTo(bytes(size));
            assertThat(blobs.put(bytes(size))).isEqualTo(hash);
        }
        assertThat(objects()).hasSize(4);
    }

    @Test
    void letsReadersFinishBeforeTheChunksGo() throws Exception {
        String hash = blobs.put(bytes(600_000));
        InputStream reading = blobs.open(hash);
        byte[] first = reading.readNBytes(10);
        mover.move();
        assertThat(mover.forgetChunks()).isZero();
        byte[] rest = reading.readAllBytes();
        assertThat(first.length + rest.length).isEqualTo(600_000);
        now = now.plus(BlobMover.CHUNKS_STAY).plusSeconds(1);
        assertThat(mover.forgetChunks()).isEqualTo(3);
        assertThat(db.fetchCount(DSL.table("platform.blob_chunk"))).isZero();
        assertThat(read(hash)).isEqualTo(bytes(600_000));
    }

    @Test
    void deletesHereAndThereWhatWasReleasedAndNobodyElseKeeps() throws Exception {
        String stays = blobs.put(bytes(1_000));
        kept.add(stays);
        String gone = blobs.put(bytes(2_000));
        mover.move();
        onlyThere();
        released.release(List.of(stays, gone));
        assertThat(released.delete()).isEqualTo(2);
        eventually(() -> db.fetchCount(DSL.table("platform.released_blob")) == 0);
        assertThat(objects()).hasSize(1);
        assertThat(read(stays)).isEqualTo(bytes(1_000));
        assertThatThrownBy(() -> blobs.open(gone)).isInstanceOf(Problem.class);
        // the same bytes again are a new file
        assertThat(blobs.put(bytes(2_000))).isEqualTo(gone);
        assertThat(read(gone)).isEqualTo(bytes(2_000));
    }

    @Test
    void asksTheStoreToDeleteWithNothingHeldAndOnNoOtherNodeMeanwhile() throws Exception {
        String hash = blobs.put(bytes(1_000));
        mover.move();
        List<String> asked = new CopyOnWriteArrayList<>();
        List<Boolean> holding = new CopyOnWriteArrayList<>();
        AtomicReference<ReleasedBlobs> other = new AtomicReference<>();
        ObjectStore slow = new ObjectStore() {
            @Override
            public void put(String of, long size, Content content) {}

            @Override
            public InputStream open(String of) {
                return InputStream.nullInputStream();
            }

            @Override
            public void delete(String of) throws IOException {
                holding.add(TransactionSynchronizationManager.hasResource(source));
                asked.add(of);
                db.fetch("select 1 from platform.released_blob where hash = ? for update nowait", of);
                other.get().delete();
                if (asked.size() == 1) throw new IOException("away");
            }
        };
        other.set(releasing(slow));
        released = releasing(slow);
        released.release(List.of(hash));
        new TransactionTemplate(transactions).executeWithoutResult(_ -> released.delete());
        // the other one may ask as soon as this one has given up
        eventually(() -> asked.size() == 1 && unclaimed() || asked.size() == 2);
        new TransactionTemplate(transactions).executeWithoutResult(_ -> released.delete());
        eventually(() -> db.fetchCount(DSL.table("platform.released_blob")) == 0);
        assertThat(asked).containsExactly(hash, hash);
        assertThat(holding).as("a connection").containsOnly(false);
    }

    private boolean nothingThere() {
        try {
            return objects().isEmpty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean unclaimed() {
        return db.fetchExists(DSL.table("platform.released_blob"), DSL.condition("elsewhere and deleting_until is null"));
    }

    private ReleasedBlobs releasing(ObjectStore store) {
        DSLContext within = DSL.using(new TransactionAwareDataSourceProxy(source), SQLDialect.POSTGRES);
        return new ReleasedBlobs(within, new StaticListableBeanFactory(Map.of()).getBeanProvider(BlobUser.class), new KeptElsewhere(Optional.of(store), true), new NoTimers(), transactions, clock);
    }

    @Test
    void keepsWhatSomebodyStoredAgainUntilHeMustHaveSaidWhatFor() throws Exception {
        String hash = blobs.put(bytes(1_000));
        assertThat(blobs.put(bytes(1_000))).as("a mail with the same file comes in").isEqualTo(hash);
        released.release(List.of(hash));
        assertThat(released.delete()).isZero();
        assertThat(read(hash)).isEqualTo(bytes(1_000));
        now = now.plus(ReleasedBlobs.WANTED).plusSeconds(1);
        assertThat(released.delete()).isEqualTo(1);
        assertThatThrownBy(() -> blobs.size(hash)).isInstanceOf(Problem.class);
    }

    @Test
    void takesFromTheStoreWhatWasBroughtThereWhileItWasDeletedHere() throws Exception {
        String hash = blobs.put(bytes(1_000));
        kept.add(hash);
        // as if it went while the object store took it in
        db.execute("create function platform.gone() returns trigger language plpgsql as 'begin delete from platform.blob where hash = new.hash; return null; end'");
        db.execute("create trigger gone before update of stored_in on platform.blob for each row execute function platform.gone()");
        mover.move();
        db.execute("drop function platform.gone cascade");
        released.delete();
        eventually(this::nothingThere);
    }

    private record NoTimers() implements Timers {
        @Override
        public void schedule(String kind, String key, Instant dueAt, Map<String, ?> payload) {}

        @Override
        public void together(Runnable work) {
            work.run();
        }

        @Override
        public void cancel(String kind, String key) {}
    }

    @Test
    void keepsFilesInTheDatabaseWhileTheStoreIsAway() throws Exception {
        String hash = blobs.put(bytes(1_000));
        server.stop();
        assertThat(catchThrowable(() -> mover.move())).isInstanceOf(IOException.class);
        assertThat(read(hash)).isEqualTo(bytes(1_000));
        server.startAgain();
        now = now.plus(Duration.ofMinutes(6));
        assertThat(mover.move()).isEqualTo(1);
        onlyThere();
        assertThat(read(hash)).isEqualTo(bytes(1_000));
    }

    @Test
    void noticesADamagedObject() throws Exception {
        String hash = blobs.put(bytes(5_000));
        mover.move();
        onlyThere();
        Path object = objects().getFirst();
        byte[] rotten = Files.readAllBytes(object);
        rotten[100] ^= 1;
        Files.write(object, rotten);
        assertThatThrownBy(() -> read(hash)).isInstanceOf(IOException.class).hasMessageContaining("damaged");
    }

    @Test
    void refusesToStartOnWhatCannotWorkAndSaysWhatToDo() {
        assertThat(S3Store.of(settings("mail", KEY, SECRET), Clock.systemUTC()).check()).isEmpty();
        assertThat(refusal(settings("other", KEY, SECRET))).contains("NoSuchBucket").contains("Create the bucket, or correct hartslag.blobs.s3.bucket.");
        assertThat(refusal(settings("mail", KEY, "wrong"))).contains("SignatureDoesNotMatch").contains("the secret key").doesNotContain("wrong");
        assertThat(refusal(settings("mail", "nobody", SECRET))).contains("Check hartslag.blobs.s3.access-key");
        assertThat(refusal(settings("Mail_", KEY, SECRET))).contains("hartslag.blobs.s3.bucket 'Mail_'");
        assertThat(refusal(new PlatformSettings.S3(Optional.of("s3.example"), "r", Optional.of("mail"), "", Optional.of(KEY), Optional.of(SECRET))))
                .contains("hartslag.blobs.s3.endpoint must be an address");
        assertThat(refusal(new PlatformSettings.S3(Optional.of("http://s3.example"), "r", Optional.of("mail"), "", Optional.of(KEY), Optional.empty())))
                .contains("HARTSLAG_BLOBS_S3_SECRET_KEY_FILE");
    }

    @Test
    void startsWhileTheStoreIsAwayOnly() throws Exception {
        PlatformSettings.S3 settings = settings("mail", KEY, SECRET);
        server.stop();
        assertThat(S3Store.of(settings, Clock.systemUTC()).check()).isPresent();
    }

    private static String refusal(PlatformSettings.S3 settings) {
        Throwable refused = catchThrowable(() -> S3Store.of(settings, Clock.systemUTC()).check());
        assertThat(refused).isInstanceOf(StartRefused.class);
        return refused.getMessage();
    }
}
