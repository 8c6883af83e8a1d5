package nl.hartslag.people.internal;

import static nl.hartslag.people.internal.db.Tables.API_TOKEN;
import static nl.hartslag.people.internal.db.Tables.SESSION;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import nl.hartslag.organisation.OrganisationChanged;
import nl.hartslag.platform.AfterCommit;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.security.Authenticator;
import nl.hartslag.platform.security.Permission;
import org.jooq.DSLContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Finds who belongs to a cookie or token. The answer is remembered for three seconds: a screen that asks much costs little,
 * and a right that is taken away elsewhere is gone within that time.
 */
@Component
class Authentication implements Authenticator {
    static final Duration IDLE = Duration.ofHours(12);
    private static final Duration REMEMBERED = Duration.ofSeconds(3);
    private static final Duration SEEN_AGAIN_AFTER = Duration.ofMinutes(1);
    private static final int MOST_REMEMBERED = 20_000;
    private final DSLContext db;
    private final AccessReader reader;
    private final Clock clock;
    private final Map<String, Remembered> remembered = new ConcurrentHashMap<>();
    private final AtomicLong changes = new AtomicLong();

    Authentication(DSLContext db, AccessReader reader, Clock clock) {
        this.db = db;
        this.reader = reader;
        this.clock = clock;
    }

    @Override
    public Optional<Session> bySession(String token) {
        String hash = Tokens.hash(token);
        return remember("s" + hash, () -> session(hash));
    }

    @Override
    public Optional<Access> byApiToken(String token) {
        String hash = Tokens.hash(token);
        return remember("t" + hash, () -> apiToken(hash).map(access -> new Session(access, false))).map(Session::access);
    }

    /** Who may see all brands sees a new one with the next request. */
    @EventListener
    void forgetAfter(OrganisationChanged change) {
        forget();
    }

    /** When what changed is committed: what others read until then may be how it was before. */
    void forget() {
        AfterCommit.once(this, () -> {
            changes.incrementAndGet();
            remembered.clear();
        });
    }

    private Optional<Session> remember(String key, Supplier<Optional<Session>> find) {
        Instant now = clock.instant();
        Remembered known = remembered.get(key);
        long before = changes.get();
        if (known != null && known.changes == before && !known.until.isBefore(now) && known.until.isBefore(now.plus(REMEMBERED).plusMillis(1))) {
            return known.session;
        }
        if (remembered.size() > MOST_REMEMBERED) remembered.clear();
        Optional<Session> session = find.get();
        // a password may be changed on another node, and then everything must be open at once
        if (session.filter(Session::mustChangePassword).isEmpty()) remembered.put(key, new Remembered(session, now.plus(REMEMBERED), before));
        return session;
    }

    private Optional<Session> session(String hash) {
        Instant now = clock.instant();
        var row = db.selectFrom(SESSION)
                .where(SESSION.TOKEN_HASH.eq(hash))
                .and(SESSION.EXPIRES_AT.gt(now))
                .and(SESSION.LAST_SEEN_AT.gt(now.minus(IDLE)))
                .fetchOptional();
        if (row.isEmpty()) return Optional.empty();
        if (row.get().getLastSeenAt().isBefore(now.minus(SEEN_AGAIN_AFTER))) {
            db.update(SESSION).set(SESSION.LAST_SEEN_AT, now).where(SESSION.TOKEN_HASH.eq(hash)).execute();
        }
        return reader.read(row.get().getUserId()).map(access -> new Session(access, reader.mustChangePassword(access)));
    }

    private Optional<Access> apiToken(String hash) {
        Instant now = clock.instant();
        var row = db.selectFrom(API_TOKEN)
                .where(API_TOKEN.TOKEN_HASH.eq(hash))
                .and(API_TOKEN.REVOKED_AT.isNull())
                .and(API_TOKEN.EXPIRES_AT.isNull().or(API_TOKEN.EXPIRES_AT.gt(now)))
                .fetchOptional();
        if (row.isEmpty()) return Optional.empty();
        Instant lastUsed = row.get().getLastUsedAt();
        if (lastUsed == null || lastUsed.isBefore(now.minus(SEEN_AGAIN_AFTER))) {
            db.update(API_TOKEN).set(API_TOKEN.LAST_USED_AT, now).where(API_TOKEN.ID.eq(row.get().getId())).execute();
        }
        return reader.read(row.get().getUserId()).map(access -> cutDown(access, row.get().getScopes()));
    }

    private static Access cutDown(Access access, String[] scopes) {
        return access.only(Arrays.stream(scopes).map(Permission::of).collect(Collectors.toSet()));
    }

    /** @param changes how many changes there had been when it was read; after one more it is worth nothing */
    private record Remembered(Optional<Session> session, Instant until, long changes) {}
}
