package nl.hartslag.contacts.internal;

import static nl.hartslag.contacts.internal.db.Tables.CONSULT;
import static nl.hartslag.contacts.internal.db.Tables.CONSULT_STEP;
import static nl.hartslag.organisation.shown.Tables.SHOWN_DEPARTMENT;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.hartslag.contacts.Consults.Figures;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.DepartmentId;
import nl.hartslag.shared.statistics.Disclosure;
import nl.hartslag.shared.statistics.Share;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How departments answer. A question counts for the department that it is with, from when it came there. */
@Component
class ConsultFigures {
    private static final Field<BigDecimal> WAITED = DSL.field("{0}", BigDecimal.class, CONSULT.RETURNED_SECONDS);
    private final DSLContext db;

    ConsultFigures(DSLContext db) {
        this.db = db;
    }

    /** What a department did with questions besides answering them. */
    private record Done(int passedOn, int passedOnLate, int askedBack, int moreTimeAsked, int moreTimeGranted) {
        static final Done NOTHING = new Done(0, 0, 0, 0, 0);
    }

    List<Figures> of(Access access, Optional<BrandId> brand, Instant from, Instant to) {
        access.require(Permission.LIVE_VIEW);
        Condition visible = CONSULT.BRAND_ID.in(access.within(Permission.LIVE_VIEW).brands().stream().map(BrandId::value).toList())
                .and(brand.map(one -> CONSULT.BRAND_ID.eq(one.value())).orElse(DSL.noCondition()))
                .and(ConsultLists.ofPartner(access));
        Map<UUID, Done> done = done(visible, from, to);
        Condition inPeriod = CONSULT.REACHED_AT.ge(from).and(CONSULT.REACHED_AT.lt(to)).and(CONSULT.STATE.ne("withdrawn"));
        Condition answered = inPeriod.and(CONSULT.STATE.eq("answered"));
        // while it waits for who asked nothing is due, but what was late before that stays so
        Condition ripe = answered.or(inPeriod.and(CONSULT.STATE.ne("returned")).and(CONSULT.DUE_AT.lt(to))).or(inPeriod.and(CONSULT.LATE_AT.isNotNull()));
        var asked = DSL.count(CONSULT.ID).filterWhere(inPeriod);
        var answers = DSL.count(CONSULT.ID).filterWhere(answered);
        var n = DSL.count(CONSULT.ID).filterWhere(ripe);
        var inTime = DSL.count(CONSULT.ID).filterWhere(answered.and(CONSULT.LATE_AT.isNull()));
        var open = DSL.count(CONSULT.ID).filterWhere(CONSULT.STATE.in("open", "late"));
        var late = DSL.count(CONSULT.ID).filterWhere(CONSULT.STATE.eq("late"));
        var returned = DSL.count(CONSULT.ID).filterWhere(CONSULT.STATE.eq("returned"));
        var given = DSL.count(CONSULT.ID).filterWhere(inPeriod.and(CONSULT.ANSWERS_CUSTOMER));
        var toCustomer = DSL.count(CONSULT.ID).filterWhere(answered.and(CONSULT.ANSWERED_CUSTOMER));
        var givenBack = DSL.count(CONSULT.ID).filterWhere(answered.and(CONSULT.ANSWERS_CUSTOMER).andNot(CONSULT.ANSWERED_CUSTOMER));
        var toSee = median(CONSULT.FIRST_SEEN_AT, DSL.inline(BigDecimal.ZERO), inPeriod);
        var toAnswer = median(CONSULT.SETTLED_AT, WAITED, answered);
        return db.select(SHOWN_DEPARTMENT.ID, SHOWN_DEPARTMENT.NAME_NL, SHOWN_DEPARTMENT.NAME_EN, asked, answers, n, inTime, open, late, returned, toSee, toAnswer, given, toCustomer, givenBack)
                .from(SHOWN_DEPARTMENT)
                .leftJoin(CONSULT).on(CONSULT.DEPARTMENT_ID.eq(SHOWN_DEPARTMENT.ID).and(visible).and(inPeriod.or(Consulting.ASKED)))
                .where(CONSULT.ID.isNotNull().or(SHOWN_DEPARTMENT.ID.in(done.keySet())))
                .groupBy(SHOWN_DEPARTMENT.ID, SHOWN_DEPARTMENT.NAME_NL, SHOWN_DEPARTMENT.NAME_EN)
                .orderBy(SHOWN_DEPARTMENT.NAME_NL)
                .fetch(row -> {
                    Done besides = done.getOrDefault(row.get(SHOWN_DEPARTMENT.ID), Done.NOTHING);
                    int of = row.get(n);
                    return new Figures(
                            new DepartmentId(row.get(SHOWN_DEPARTMENT.ID)), row.get(SHOWN_DEPARTMENT.NAME_NL), row.get(SHOWN_DEPARTMENT.NAME_EN), row.get(asked), row.get(answers),
                            Disclosure.of(of) == Disclosure.SCORE ? Share.of(row.get(inTime), of).orElseThrow() : null, of,
                            minutes(row.get(toSee), row.get(asked)), minutes(row.get(toAnswer), row.get(answers)), row.get(open), row.get(late), row.get(returned),
                            besides.passedOn(), besides.passedOnLate(), besides.askedBack(), besides.moreTimeAsked(), besides.moreTimeGranted(),
                            row.get(given), row.get(toCustomer), row.get(givenBack));
                });
    }

    private Map<UUID, Done> done(Condition visible, Instant from, Instant to) {
        return db.select(CONSULT_STEP.DEPARTMENT_ID, of("passed"), DSL.count().filterWhere(CONSULT_STEP.KIND.eq("passed").and(CONSULT_STEP.LATE)), of("asked_back"), of("more_time"), of("granted"))
                .from(CONSULT_STEP)
                .join(CONSULT).on(CONSULT.ID.eq(CONSULT_STEP.CONSULT_ID))
                .where(visible)
                .and(CONSULT_STEP.AT.ge(from)).and(CONSULT_STEP.AT.lt(to))
                .and(CONSULT_STEP.KIND.in("passed", "asked_back", "more_time", "granted"))
                .and(CONSULT.STATE.ne("withdrawn"))
                .groupBy(CONSULT_STEP.DEPARTMENT_ID)
                .fetchMap(row -> row.value1(), row -> new Done(row.value2(), row.value3(), row.value4(), row.value5(), row.value6()));
    }

    private static Field<Integer> of(String kind) {
        return DSL.count().filterWhere(CONSULT_STEP.KIND.eq(kind));
    }

    private static Field<BigDecimal> median(Field<Instant> until, Field<BigDecimal> without, Condition of) {
        return DSL.field("percentile_cont(0.5) within group (order by (extract(epoch from {0} - {1}) - {2}) / 60) filter (where {3})",
                BigDecimal.class, until, CONSULT.REACHED_AT, without, DSL.condition(of).and(until.isNotNull()));
    }

    /** From fewer it would be about one person's afternoon. */
    private static @Nullable Integer minutes(@Nullable BigDecimal value, int of) {
        return value == null || Disclosure.of(of) != Disclosure.SCORE ? null : Math.round(value.floatValue());
    }
}
