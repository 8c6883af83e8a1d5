package nl.hartslag.feedback.internal.wall;

import static nl.hartslag.feedback.internal.db.Tables.COMPLIMENT;
import static nl.hartslag.people.shown.Tables.SHOWN_TEAM;
import static nl.hartslag.people.shown.Tables.SHOWN_USER;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.hartslag.feedback.Compliments;
import nl.hartslag.feedback.internal.Cursor;
import nl.hartslag.feedback.internal.Scope;
import nl.hartslag.platform.audit.Audit;
import nl.hartslag.platform.live.LiveEvent;
import nl.hartslag.platform.live.LiveStream;
import nl.hartslag.platform.problem.Problem;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.Page;
import nl.hartslag.shared.PartnerId;
import nl.hartslag.shared.ResponseId;
import nl.hartslag.shared.TeamId;
import nl.hartslag.shared.UserId;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class ComplimentsService implements Compliments {
    private final DSLContext db;
    private final LiveStream live;
    private final Audit audit;
    private final Clock clock;

    ComplimentsService(DSLContext db, LiveStream live, Audit audit, Clock clock) {
        this.db = db;
        this.live = live;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public Page<Compliment> list(Access caller, Filter filter, @Nullable String cursor, int limit) {
        Permission needed = filter.hidden() ? Permission.COMPLIMENTS_MODERATE : Permission.COMPLIMENTS_VIEW;
        caller.require(needed);
        Access access = caller.within(needed);
        var rows = db.select(COMPLIMENT.asterisk(), SHOWN_USER.NAME, SHOWN_TEAM.NAME)
                .from(COMPLIMENT)
                .leftJoin(SHOWN_USER).on(SHOWN_USER.ID.eq(COMPLIMENT.USER_ID))
                .leftJoin(SHOWN_TEAM).on(SHOWN_TEAM.ID.eq(COMPLIMENT.TEAM_ID))
                .where(Scope.of(access, filter.brand(), COMPLIMENT.BRAND_ID, COMPLIMENT.PARTNER_ID))
                .and(filter.user().map(id -> COMPLIMENT.USER_ID.eq(id.value())).orElseGet(DSL::noCondition))
                .and(filter.team().map(id -> COMPLIMENT.TEAM_ID.eq(id.value())).orElseGet(DSL::noCondition))
                .and(filter.hidden() ? COMPLIMENT.HIDDEN_AT.isNotNull() : COMPLIMENT.HIDDEN_AT.isNull())
                .and(Cursor.before(Cursor.read(cursor), COMPLIMENT.AT, COMPLIMENT.RESPONSE_ID))
                .orderBy(COMPLIMENT.AT.desc(), COMPLIMENT.RESPONSE_ID.desc())
                .limit(limit + 1)
                .fetch();
        boolean more = rows.size() > limit;
        List<Compliment> shown = rows.stream().limit(limit).map(ComplimentsService::view).toList();
        String next = more ? new Cursor(shown.getLast().at(), shown.getLast().id().value()).write() : null;
        return new Page<>(shown, next);
    }

    @Override
    @Transactional
    public void hide(Access access, ResponseId id, boolean hidden) {
        access.require(Permission.COMPLIMENTS_MODERATE);
        var row = db.selectFrom(COMPLIMENT)
                .where(COMPLIMENT.RESPONSE_ID.eq(id.value()))
                .and(Scope.of(access, Optional.empty(), COMPLIMENT.BRAND_ID, COMPLIMENT.PARTNER_ID))
                .forUpdate()
                .fetchOptional()
                .orElseThrow(() -> Problem.notFound("compliments"));
        if (hidden == (row.getHiddenAt() != null)) return;
        row.setHiddenAt(hidden ? clock.instant() : null);
        row.setHiddenBy(hidden ? access.user().value() : null);
        row.update();
        BrandId brand = new BrandId(row.getBrandId());
        audit.record(
                access, hidden ? "compliment.hidden" : "compliment.shown", "response", id.toString(), Optional.of(brand), Map.of());
        live.publish(LiveEvent.ofBrand(
                "compliment.changed",
                brand,
                Optional.ofNullable(row.getPartnerId()).map(PartnerId::new),
                Permission.COMPLIMENTS_VIEW,
                Map.of("id", id.value())));
    }

    private static Compliment view(Record row) {
        var user = row.get(COMPLIMENT.USER_ID);
        var team = row.get(COMPLIMENT.TEAM_ID);
        return new Compliment(
                new ResponseId(row.get(COMPLIMENT.RESPONSE_ID)),
                new BrandId(row.get(COMPLIMENT.BRAND_ID)),
                row.get(COMPLIMENT.WORDS),
                row.get(COMPLIMENT.SCORE),
                row.get(COMPLIMENT.AT),
                user == null ? null : new UserId(user),
                row.get(SHOWN_USER.NAME),
                team == null ? null : new TeamId(team),
                row.get(SHOWN_TEAM.NAME),
                row.get(COMPLIMENT.HIDDEN_AT) != null);
    }
}
