package nl.hartslag.people.internal;

import static nl.hartslag.people.internal.db.Tables.SESSION;
import static nl.hartslag.people.internal.db.Tables.USERS;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import nl.hartslag.people.Sessions;
import nl.hartslag.people.internal.db.tables.records.UsersRecord;
import nl.hartslag.platform.audit.Audit;
import nl.hartslag.platform.problem.Problem;
import nl.hartslag.platform.security.Access;
import nl.hartslag.shared.Uuid7;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class SessionService implements Sessions {
    private static final Duration LONGEST = Duration.ofDays(7);
    private final DSLContext db;
    private final AccessReader reader;
    private final Authentication authentication;
    private final LoginThrottle throttle;
    private final PasswordEncoder passwords;
    private final Audit audit;
    private final Clock clock;
    /** Checked when the address is unknown, so that an unknown address takes as long as a wrong password. */
    private final String hashOfNobody;

    SessionService(
            DSLContext db,
            AccessReader reader,
            Authentication authentication,
            LoginThrottle throttle,
            PasswordEncoder passwords,
            Audit audit,
            Clock clock) {
        this.db = db;
        this.reader = reader;
        this.authentication = authentication;
        this.throttle = throttle;
        this.passwords = passwords;
        this.audit = audit;
        this.clock = clock;
        this.hashOfNobody = passwords.encode(Tokens.random());
    }

    @Override
    @Transactional(noRollbackFor = Problem.class)
    public OpenedSession logIn(String email, String password, String source, @Nullable String userAgent) {
        String account = email.strip().toLowerCase(Locale.ROOT);
        throttle.check(account, source);
        var user = db.selectFrom(USERS).where(org.jooq.impl.DSL.lower(USERS.EMAIL).eq(account)).fetchOptional();
        String hash = user.map(UsersRecord::getPasswordHash).orElse(null);
        boolean right = passwords.matches(password, hash == null ? hashOfNobody : hash) && hash != null;
        if (!right || !user.get().getState().equals("active")) {
            throttle.failed(account, source);
            audit.recordSystem(
                    "session.refused", "user", user.map(row -> row.getId().toString()).orElse("unknown"), Map.of());
            throw Problem.of("people/wrong-login", 401);
        }
        throttle.succeeded(account);
        return open(user.get(), userAgent);
    }

    private OpenedSession open(UsersRecord user, @Nullable String userAgent) {
        Instant now = clock.instant();
        String token = Tokens.random();
        db.insertInto(SESSION)
                .set(SESSION.TOKEN_HASH, Tokens.hash(token))
                .set(SESSION.USER_ID, user.getId())
                .set(SESSION.CREATED_AT, now)
                .set(SESSION.LAST_SEEN_AT, now)
                .set(SESSION.EXPIRES_AT, now.plus(LONGEST))
                .set(SESSION.USER_AGENT, userAgent == null ? null : userAgent.substring(0, Math.min(200, userAgent.length())))
                .execute();
        Access access = reader.read(user.getId()).orElseThrow();
        audit.record(access, "session.opened", "user", user.getId().toString(), java.util.Optional.empty(), Map.of());
        return new OpenedSession(token, now.plus(LONGEST), access);
    }

    @Override
    @Transactional
    public void logOut(String token) {
        db.deleteFrom(SESSION).where(SESSION.TOKEN_HASH.eq(Tokens.hash(token))).execute();
        authentication.forget();
    }

    @Override
    public List<SessionView> open(Access access, String currentToken) {
        String current = Tokens.hash(currentToken);
        return db.selectFrom(SESSION)
                .where(SESSION.USER_ID.eq(access.user().value()))
                .and(SESSION.EXPIRES_AT.gt(clock.instant()))
                .orderBy(SESSION.CREATED_AT.desc())
                .limit(50)
                .fetch(row -> new SessionView(
                        row.getCreatedAt(), row.getLastSeenAt(), row.getUserAgent(), row.getTokenHash().equals(current)));
    }

    @Override
    @Transactional
    public void endOthers(Access access, String currentToken) {
        db.deleteFrom(SESSION)
                .where(SESSION.USER_ID.eq(access.user().value()))
                .and(SESSION.TOKEN_HASH.ne(Tokens.hash(currentToken)))
                .execute();
        authentication.forget();
        audit.record(access, "session.others-ended", "user", access.user().toString(), java.util.Optional.empty(), Map.of());
    }

    @Override
    @Transactional
    public void changePassword(Access access, String currentToken, String oldPassword, String newPassword) {
        var user = db.selectFrom(USERS).where(USERS.ID.eq(access.user().value())).fetchSingle();
        if (user.getPasswordHash() == null || !passwords.matches(oldPassword, user.getPasswordHash())) {
            throw Problem.of("people/wrong-password", 422).field("oldPassword", "wrong-password");
        }
        if (newPassword.equals(oldPassword)) throw Problem.invalid("newPassword", "password-same");
        PasswordRule.check("newPassword", newPassword, user.getEmail());
        user.setPasswordHash(passwords.encode(newPassword));
        user.setMustChangePassword(false);
        user.update();
        endOthers(access, currentToken);
        audit.record(
                access, "user.password-changed", "user", user.getId().toString(), java.util.Optional.empty(), Map.of());
    }
}
