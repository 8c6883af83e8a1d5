package nl.hartslag.knowledge.internal;

import static nl.hartslag.knowledge.internal.db.Tables.GUIDELINE_MARK;
import static nl.hartslag.knowledge.internal.db.Tables.GUIDELINE_USE;

import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import nl.hartslag.knowledge.Guidelines.Figures;
import nl.hartslag.platform.security.Access;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** In how many contacts of the last ninety days a guideline was shown, opened, followed and deviated from. */
@Component
class GuidelineFigures {
    private static final Duration PERIOD = Duration.ofDays(90);
    private final DSLContext db;
    private final Clock clock;

    GuidelineFigures(DSLContext db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** Someone of a partner counts that partner's contacts. */
    Map<UUID, Figures> of(Access access, Collection<UUID> guidelines) {
        Condition deviated = marked("deviated");
        var shown = DSL.countDistinct(GUIDELINE_USE.CONTACT_ID);
        var opened = contacts(GUIDELINE_USE.OPENED_AT.isNotNull());
        var followedIn = contacts(marked("followed").andNot(deviated));
        var deviatedIn = contacts(deviated);
        var misfits = contacts(marked("does_not_fit"));
        Condition which = GUIDELINE_USE.GUIDELINE_ID.in(guidelines).and(GUIDELINE_USE.SHOWN_AT.ge(clock.instant().minus(PERIOD)));
        if (access.partner().isPresent()) which = which.and(GUIDELINE_USE.PARTNER_ID.eq(access.partner().get().value()));
        return db.select(GUIDELINE_USE.GUIDELINE_ID, shown, opened, followedIn, deviatedIn, misfits)
                .from(GUIDELINE_USE).where(which).groupBy(GUIDELINE_USE.GUIDELINE_ID)
                .fetchMap(GUIDELINE_USE.GUIDELINE_ID, row -> new Figures(row.get(shown), row.get(opened), row.get(followedIn), row.get(deviatedIn), row.get(misfits)));
    }

    private static Field<Integer> contacts(Condition which) {
        return DSL.countDistinct(GUIDELINE_USE.CONTACT_ID).filterWhere(which);
    }

    private static Condition marked(String kind) {
        return DSL.exists(DSL.selectOne().from(GUIDELINE_MARK).where(GUIDELINE_MARK.USE_ID.eq(GUIDELINE_USE.ID)).and(GUIDELINE_MARK.KIND.eq(kind)));
    }
}
