package nl.hartslag.people.internal;

import static nl.hartslag.people.internal.db.Tables.API_TOKEN;
import static nl.hartslag.people.internal.db.Tables.USERS;

import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.hartslag.people.ApiTokens;
import nl.hartslag.platform.audit.Audit;
import nl.hartslag.platform.problem.Problem;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.shared.UserId;
import nl.hartslag.shared.Uuid7;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class ApiTokenService implements ApiTokens {
    private static final String PREFIX = "hs_";
    private final DSLContext db;
    private final Authentication authentication;
    private final Audit audit;
    private final Clock clock;

    ApiTokenService(DSLContext db, Authentication authentication, Audit audit, Clock clock) {
        this.db = db;
        this.authentication = authentication;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    @Transactional
    public CreatedToken create(UserId owner, String name, Set<Permission> scopes, @Nullable Instant expiresAt) {
        if (name.isBlank()) throw Problem.invalid("name", "required");
        if (scopes.isEmpty()) throw Problem.invalid("scopes", "required");
        UUID id = Uuid7.next();
        String token = PREFIX + Tokens.random();
        db.insertInto(API_TOKEN)
                .set(API_TOKEN.ID, id)
                .set(API_TOKEN.USER_ID, owner.value())
                .set(API_TOKEN.NAME, name.strip())
                .set(API_TOKEN.TOKEN_HASH, Tokens.hash(token))
                .set(API_TOKEN.HINT, token.substring(0, 8))
                .set(API_TOKEN.SCOPES, scopes.stream().map(Permission::key).sorted().toArray(String[]::new))
                .set(API_TOKEN.CREATED_AT, clock.instant())
                .set(API_TOKEN.EXPIRES_AT, expiresAt)
                .execute();
        audit.recordSystem("api-token.created", "user", owner.toString(), Map.of("token", id.toString(), "name", name));
        return new CreatedToken(id, token);
    }

    @Override
    public List<TokenView> list(Access access) {
        var own = access.mayEverywhere(Permission.PEOPLE_CONFIGURE)
                ? org.jooq.impl.DSL.trueCondition()
                : API_TOKEN.USER_ID.eq(access.user().value());
        return db.select(API_TOKEN.fields())
                .select(USERS.NAME)
                .from(API_TOKEN)
                .join(USERS)
                .on(USERS.ID.eq(API_TOKEN.USER_ID))
                .where(own)
                .orderBy(API_TOKEN.CREATED_AT.desc())
                .limit(500)
                .fetch(row -> new TokenView(
                        row.get(API_TOKEN.ID),
                        new UserId(row.get(API_TOKEN.USER_ID)),
                        row.get(USERS.NAME),
                        row.get(API_TOKEN.NAME),
                        row.get(API_TOKEN.HINT),
                        Arrays.stream(row.get(API_TOKEN.SCOPES)).map(Permission::of).collect(Collectors.toSet()),
                        row.get(API_TOKEN.CREATED_AT),
                        row.get(API_TOKEN.EXPIRES_AT),
                        row.get(API_TOKEN.LAST_USED_AT),
                        row.get(API_TOKEN.REVOKED_AT)));
    }

    @Override
    @Transactional
    public void revoke(Access access, UUID id) {
        var own = access.mayEverywhere(Permission.PEOPLE_CONFIGURE)
                ? org.jooq.impl.DSL.trueCondition()
                : API_TOKEN.USER_ID.eq(access.user().value());
        int changed = db.update(API_TOKEN)
                .set(API_TOKEN.REVOKED_AT, clock.instant())
                .where(API_TOKEN.ID.eq(id))
                .and(API_TOKEN.REVOKED_AT.isNull())
                .and(own)
                .execute();
        if (changed == 0) throw Problem.notFound("tokens");
        authentication.forget();
        audit.record(access, "api-token.revoked", "api-token", id.toString(), Optional.empty(), Map.of());
    }
}
