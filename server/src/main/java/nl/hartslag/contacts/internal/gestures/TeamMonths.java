package nl.hartslag.contacts.internal.gestures;

import static nl.hartslag.contacts.internal.db.Tables.GESTURE;
import static nl.hartslag.contacts.internal.db.Tables.GESTURE_BUDGET;
import static nl.hartslag.people.shown.Tables.SHOWN_TEAM;

import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.hartslag.contacts.Gestures.TeamMonth;
import nl.hartslag.organisation.Organisation;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.TeamId;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What teams gave this month, by the brand's calendar. */
@Component
class TeamMonths {
    private final DSLContext db;
    private final GestureTerms terms;
    private final Organisation organisation;
    private final Clock clock;

    TeamMonths(DSLContext db, GestureTerms terms, Organisation organisation, Clock clock) {
        this.db = db;
        this.terms = terms;
        this.organisation = organisation;
        this.clock = clock;
    }

    List<TeamMonth> of(BrandId brand, Condition teams) {
        String currency = terms.currency(brand);
        return db.select(GESTURE_BUDGET.TEAM_ID, GESTURE_BUDGET.AMOUNT_MINOR, SHOWN_TEAM.NAME)
                .from(GESTURE_BUDGET).join(SHOWN_TEAM).on(SHOWN_TEAM.ID.eq(GESTURE_BUDGET.TEAM_ID))
                .where(GESTURE_BUDGET.BRAND_ID.eq(brand.value())).and(teams)
                .orderBy(SHOWN_TEAM.NAME)
                .fetch(row -> {
                    Used used = used(brand, row.value1(), currency);
                    return new TeamMonth(brand, new TeamId(row.value1()), row.value3(), currency, row.value2(), used.minor(), row.value2() - used.minor(), used.n());
                });
    }

    Optional<TeamMonth> of(BrandId brand, @Nullable TeamId team) {
        return team == null ? Optional.empty() : of(brand, GESTURE_BUDGET.TEAM_ID.eq(team.value())).stream().findFirst();
    }

    record Used(long minor, int n) {}

    Used used(BrandId brand, UUID team, String currency) {
        ZoneId zone = organisation.brand(brand).zone();
        YearMonth month = YearMonth.from(clock.instant().atZone(zone));
        Instant from = month.atDay(1).atStartOfDay(zone).toInstant();
        Instant to = month.plusMonths(1).atDay(1).atStartOfDay(zone).toInstant();
        return db.select(DSL.coalesce(DSL.sum(GESTURE.AMOUNT_MINOR), DSL.inline(java.math.BigDecimal.ZERO)), DSL.count())
                .from(GESTURE)
                .where(GESTURE.BRAND_ID.eq(brand.value())).and(GESTURE.TEAM_ID.eq(team)).and(GESTURE.STATE.eq(DSL.inline("given")))
                .and(GESTURE.GIVEN_AT.ge(from)).and(GESTURE.GIVEN_AT.lt(to)).and(GESTURE.CURRENCY.eq(currency))
                .fetchSingle(row -> new Used(row.value1().longValueExact(), row.value2()));
    }
}
