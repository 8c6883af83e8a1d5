package nl.hartslag.feedback.internal.followups;

import static nl.hartslag.feedback.internal.db.Tables.FOLLOW_UP;
import static nl.hartslag.people.shown.Tables.SHOWN_TEAM_MEMBER;
import static nl.hartslag.people.shown.Tables.SHOWN_USER_PERMISSION;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.hartslag.people.Role;
import nl.hartslag.platform.security.Permission;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Finds an owner: who leads the team, else a supervisor, else anyone who may handle follow-ups; among them whoever has the
 * fewest, and then whoever waited longest for one.
 */
@Component
class Owners {
    private static final long SPACE = 0x6f776e6572L;
    private final DSLContext db;

    Owners(DSLContext db) {
        this.db = db;
    }

    Optional<UUID> choose(UUID brand, @Nullable UUID partner, @Nullable UUID team) {
        // One at a time per brand, or two answers at once would both go to the same person.
        db.select(DSL.field("pg_advisory_xact_lock(hashtextextended({0}, {1}))", Object.class,
                DSL.val(brand.toString()), DSL.val(SPACE))).fetch();
        Condition leads = SHOWN_USER_PERMISSION.USER_ID.in(DSL.select(SHOWN_TEAM_MEMBER.USER_ID)
                .from(SHOWN_TEAM_MEMBER)
                .where(SHOWN_TEAM_MEMBER.TEAM_ID.eq(team), SHOWN_TEAM_MEMBER.LEADS.isTrue()));
        return first(leads, brand, partner)
                .or(() -> first(SHOWN_USER_PERMISSION.ROLE.eq(Role.SUPERVISOR.key()), brand, partner))
                .or(() -> first(DSL.noCondition(), brand, partner));
    }

    private Optional<UUID> first(Condition who, UUID brand, @Nullable UUID partner) {
        var open = DSL.field(DSL.selectCount()
                .from(FOLLOW_UP)
                .where(FOLLOW_UP.OWNER_ID.eq(SHOWN_USER_PERMISSION.USER_ID), FOLLOW_UP.STATE.ne("done")));
        var lastGiven = DSL.field(DSL.select(DSL.max(FOLLOW_UP.ASSIGNED_AT))
                .from(FOLLOW_UP)
                .where(FOLLOW_UP.OWNER_ID.eq(SHOWN_USER_PERMISSION.USER_ID)));
        return db.select(SHOWN_USER_PERMISSION.USER_ID)
                .from(SHOWN_USER_PERMISSION)
                .where(may(brand, partner))
                .and(who)
                .orderBy(open, lastGiven.asc().nullsFirst(), SHOWN_USER_PERMISSION.USER_ID)
                .limit(1)
                .fetchOptional(SHOWN_USER_PERMISSION.USER_ID);
    }

    /** Everyone who may own one of this brand and partner. */
    Set<UUID> allowed(UUID brand, @Nullable UUID partner) {
        return db.selectDistinct(SHOWN_USER_PERMISSION.USER_ID)
                .from(SHOWN_USER_PERMISSION)
                .where(may(brand, partner))
                .fetchSet(SHOWN_USER_PERMISSION.USER_ID);
    }

    private static Condition may(UUID brand, @Nullable UUID partner) {
        return SHOWN_USER_PERMISSION.PERMISSION.eq(Permission.FOLLOW_UPS_HANDLE.key())
                .and(SHOWN_USER_PERMISSION.BRAND_ID.isNull().or(SHOWN_USER_PERMISSION.BRAND_ID.eq(brand)))
                .and(SHOWN_USER_PERMISSION.PARTNER_ID.isNull().or(SHOWN_USER_PERMISSION.PARTNER_ID.eq(partner)));
    }
}
