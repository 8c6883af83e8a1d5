package nl.hartslag.platform.blobs;

import static nl.hartslag.platform.internal.db.Tables.BLOB;
import static nl.hartslag.platform.internal.db.Tables.BLOB_CHUNK;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.insertInto;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Optional;
import nl.hartslag.platform.problem.Problem;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Blobs as chunks in the database: one thing to run, one thing to back up. Storing always goes here, with the transaction
 * it belongs to; where an object store is set, {@link BlobMover} takes them there afterwards and they are read from there.
 */
@Component
class DatabaseBlobs implements Blobs {
    static final int CHUNK = 256 * 1024;
    private final DSLContext db;
    private final Clock clock;
    private final KeptElsewhere elsewhere;

    DatabaseBlobs(DSLContext db, Clock clock, KeptElsewhere elsewhere) {
        this.db = db;
        this.clock = clock;
        this.elsewhere = elsewhere;
    }

    @Override
    @Transactional
    public String put(byte[] bytes) {
        String hash = HexFormat.of().formatHex(sha256().digest(bytes));
        if (bytes.length > 0 && bytes.length <= CHUNK) {
            while (true) {
                if (storeSmall(hash, bytes) || stays(hash)) return hash;
            }
        }
        if (!claim(hash, bytes.length)) return hash;
        for (int from = 0, position = 0; from < bytes.length; from += CHUNK, position++) {
            int length = Math.min(CHUNK, bytes.length - from);
            byte[] chunk = new byte[length];
            System.arraycopy(bytes, from, chunk, 0, length);
            store(hash, position, chunk);
        }
        return hash;
    }

    /** What fits in one chunk, as most mails do, in one statement. */
    private boolean storeSmall(String hash, byte[] bytes) {
        return db.with(name("fresh").as(insertInto(BLOB)
                        .set(BLOB.HASH, hash)
                        .set(BLOB.SIZE, (long) bytes.length)
                        .set(BLOB.STORED_IN, "database")
                        .set(BLOB.CREATED_AT, clock.instant())
                        .onConflictDoNothing()
                        .returning(BLOB.HASH)))
                .insertInto(BLOB_CHUNK, BLOB_CHUNK.HASH, BLOB_CHUNK.POSITION, BLOB_CHUNK.BYTES)
                .select(select(field(name("fresh", "hash"), BLOB.HASH.getDataType()), val(0), val(bytes)).from(name("fresh")))
                .execute() == 1;
    }

    /** What is there may have been let go of, and is wanted again. @return false when it was deleted before we could say so */
    private boolean stays(String hash) {
        return db.update(BLOB).set(BLOB.WANTED_AT, clock.instant()).where(BLOB.HASH.eq(hash)).execute() == 1;
    }

    /** The hash must be known before the chunks are stored, so the bytes pass through a temporary file. */
    @Override
    @Transactional
    public String put(InputStream bytes, long limit) {
        try {
            Path file = Files.createTempFile("hartslag-blob", null);
            try {
                MessageDigest digest = sha256();
                long size = copy(new DigestInputStream(bytes, digest), file, limit);
                String hash = HexFormat.of().formatHex(digest.digest());
                if (claim(hash, size)) storeFile(hash, file);
                return hash;
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Override
    public InputStream open(String hash) {
        Optional<byte[]> first = chunk(hash, 0);
        // what is empty has no chunks, what was moved long ago has none, and what is not there has none either
        if (first.isEmpty() && isElsewhere(hash)) {
            return elsewhere.store().orElseThrow(() -> new IllegalStateException("no object store is set")).open(hash);
        }
        return new ChunkStream(position -> position == 0 ? first : chunk(hash, position));
    }

    private boolean isElsewhere(String hash) {
        return db.select(BLOB.STORED_IN)
                .from(BLOB)
                .where(BLOB.HASH.eq(hash))
                .fetchOptional(BLOB.STORED_IN)
                .orElseThrow(() -> Problem.of("blobs/not-found", 404))
                .equals("s3");
    }

    /** What is, or was a moment ago, in the database. */
    public InputStream chunks(String hash) {
        return new ChunkStream(position -> chunk(hash, position));
    }

    private Optional<byte[]> chunk(String hash, int position) {
        return db.select(BLOB_CHUNK.BYTES)
                .from(BLOB_CHUNK)
                .where(BLOB_CHUNK.HASH.eq(hash))
                .and(BLOB_CHUNK.POSITION.eq(position))
                .fetchOptional(BLOB_CHUNK.BYTES);
    }

    @Override
    public long size(String hash) {
        return db.select(BLOB.SIZE)
                .from(BLOB)
                .where(BLOB.HASH.eq(hash))
                .fetchOptional(BLOB.SIZE)
                .orElseThrow(() -> Problem.of("blobs/not-found", 404));
    }

    private static long copy(InputStream from, Path file, long limit) throws IOException {
        long size = 0;
        byte[] buffer = new byte[CHUNK];
        try (var out = Files.newOutputStream(file)) {
            for (int read = from.read(buffer); read >= 0; read = from.read(buffer)) {
                size += read;
                if (size > limit) throw Problem.of("blobs/too-large", 413).with("limit", limit);
                out.write(buffer, 0, read);
            }
        }
        return size;
    }

    private void storeFile(String hash, Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            int position = 0;
            for (byte[] chunk = in.readNBytes(CHUNK); chunk.length > 0; chunk = in.readNBytes(CHUNK)) {
                store(hash, position++, chunk);
            }
        }
    }

    /** Whether these bytes are new; the same content stored twice at once is stored by one of the two. */
    private boolean claim(String hash, long size) {
        while (true) {
            if (insert(hash, size)) return true;
            if (stays(hash)) return false;
        }
    }

    private boolean insert(String hash, long size) {
        return db.insertInto(BLOB)
                        .set(BLOB.HASH, hash)
                        .set(BLOB.SIZE, size)
                        .set(BLOB.STORED_IN, "database")
                        .set(BLOB.CREATED_AT, clock.instant())
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    private void store(String hash, int position, byte[] chunk) {
        db.insertInto(BLOB_CHUNK)
                .set(BLOB_CHUNK.HASH, hash)
                .set(BLOB_CHUNK.POSITION, position)
                .set(BLOB_CHUNK.BYTES, chunk)
                .execute();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
