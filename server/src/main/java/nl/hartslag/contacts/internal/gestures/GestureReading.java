package nl.hartslag.contacts.internal.gestures;

import static nl.hartslag.contacts.internal.db.Tables.CASES;
import static nl.hartslag.contacts.internal.db.Tables.CONTACT;
import static nl.hartslag.contacts.internal.db.Tables.GESTURE;
import static nl.hartslag.customers.shown.Tables.SHOWN_CUSTOMER;
import static nl.hartslag.organisation.shown.Tables.SHOWN_BRAND;
import static nl.hartslag.organisation.shown.Tables.SHOWN_DEPARTMENT;
import static nl.hartslag.people.shown.Tables.SHOWN_TEAM;
import static nl.hartslag.people.shown.Tables.SHOWN_USER;
import static org.jooq.impl.DSL.inline;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import nl.hartslag.contacts.Gestures.CauseCost;
import nl.hartslag.contacts.Gestures.Cost;
import nl.hartslag.contacts.Gestures.Counts;
import nl.hartslag.contacts.Gestures.Gesture;
import nl.hartslag.contacts.Gestures.GestureFilter;
import nl.hartslag.contacts.Gestures.Shown;
import nl.hartslag.contacts.Gestures.Totals;
import nl.hartslag.platform.problem.Problem;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.shared.GestureId;
import nl.hartslag.shared.Id;
import nl.hartslag.shared.Page;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SelectConditionStep;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gestures as people see them. */
@Component
class GestureReading {
    private static final Condition ASKED = GESTURE.STATE.eq(inline("asked"));
    private static final Condition GIVEN = GESTURE.STATE.eq(inline("given"));
    private static final Condition TO_TALK = GIVEN.and(GESTURE.ABOVE_MANDATE).and(GESTURE.PROMISED).and(GESTURE.TALKED_AT.isNull());
    private static final int MOST_OF_ONE = 20;

    private final DSLContext db;
    private final GestureViews views;

    GestureReading(DSLContext db, GestureViews views) {
        this.db = db;
        this.views = views;
    }

    Page<Gesture> list(Access access, GestureFilter filter, @Nullable String cursor, int limit) {
        Condition which = matching(access, filter);
        if (cursor != null) {
            Place place = Place.read(cursor);
            which = which.and(DSL.row(GESTURE.ASKED_AT, GESTURE.ID).lt(place.at(), place.id()));
        }
        var rows = rows(which).orderBy(GESTURE.ASKED_AT.desc(), GESTURE.ID.desc()).limit(limit + 1).fetch();
        List<? extends Record> page = rows.size() > limit ? rows.subList(0, limit) : rows;
        return new Page<>(page.stream().map(row -> views.view(access, row)).toList(),
                rows.size() > limit ? new Place(page.getLast().get(GESTURE.ASKED_AT), page.getLast().get(GESTURE.ID)).written() : null);
    }

    Totals totals(Access access, GestureFilter filter) {
        Condition which = matching(access, filter).and(GIVEN);
        var sum = DSL.sum(GESTURE.AMOUNT_MINOR);
        List<Cost> cost = joined(db.select(GESTURE.CURRENCY, sum, DSL.count()), which).groupBy(GESTURE.CURRENCY).orderBy(sum.desc())
                .fetch(row -> new Cost(row.get(GESTURE.CURRENCY), row.get(sum).longValueExact(), row.get(DSL.count())));
        List<CauseCost> causes = joined(db.select(SHOWN_DEPARTMENT.NAME_NL, SHOWN_DEPARTMENT.NAME_EN, GESTURE.CURRENCY, sum, DSL.count()), which)
                .groupBy(SHOWN_DEPARTMENT.NAME_NL, SHOWN_DEPARTMENT.NAME_EN, GESTURE.CURRENCY).orderBy(sum.desc())
                .fetch(row -> new CauseCost(row.get(SHOWN_DEPARTMENT.NAME_NL), row.get(SHOWN_DEPARTMENT.NAME_EN), row.get(GESTURE.CURRENCY),
                        row.get(sum).longValueExact(), row.get(DSL.count())));
        return new Totals(cost, causes);
    }

    List<Gesture> where(Access access, Condition which) {
        return rows(which.and(reach(access))).orderBy(GESTURE.ASKED_AT.desc(), GESTURE.ID.desc()).limit(MOST_OF_ONE)
                .fetch(row -> views.view(access, row));
    }

    List<Gesture> ofCustomer(Access access, List<UUID> cards) {
        return where(access.within(Permission.CONTACTS_VIEW, Permission.CUSTOMERS_VIEW), GESTURE.CUSTOMER_ID.in(cards).and(ASKED.or(GIVEN)));
    }

    Gesture one(Access access, GestureId id) {
        return rows(GESTURE.ID.eq(id.value()).and(seen(access))).fetchOptional(row -> views.view(access, row))
                .orElseThrow(() -> Problem.notFound("gestures"));
    }

    Counts counts(Access access) {
        Condition others = GESTURE.GIVER_ID.ne(access.user().value());
        int waiting = access.may(Permission.GESTURES_APPROVE) ? count(ASKED.and(others).and(reach(access.within(Permission.GESTURES_APPROVE)))) : 0;
        int toTalk = access.may(Permission.GESTURES_VIEW) ? count(TO_TALK.and(others).and(reach(access.within(Permission.GESTURES_VIEW)))) : 0;
        return new Counts(waiting, toTalk, count(ASKED.and(GESTURE.GIVER_ID.eq(access.user().value())).and(reach(access))));
    }

    private int count(Condition which) {
        return db.fetchCount(GESTURE, which);
    }

    private Condition matching(Access access, GestureFilter filter) {
        Condition which = seen(access);
        if (filter.mine()) which = which.and(GESTURE.GIVER_ID.eq(access.user().value()));
        if (filter.brand().isPresent()) which = which.and(GESTURE.BRAND_ID.eq(filter.brand().get().value()));
        if (filter.team().isPresent()) which = which.and(GESTURE.TEAM_ID.eq(filter.team().get().value()));
        if (filter.from() != null) which = which.and(GESTURE.ASKED_AT.ge(filter.from()));
        if (filter.to() != null) which = which.and(GESTURE.ASKED_AT.lt(filter.to()));
        if (filter.aboveMandate()) which = which.and(GESTURE.ABOVE_MANDATE);
        return which.and(shown(filter.shown())).and(found(filter.search()));
    }

    private static Condition shown(Shown shown) {
        return switch (shown) {
            case ALL -> DSL.noCondition();
            case ASKED -> ASKED;
            case GIVEN -> GIVEN;
            case TO_TALK -> TO_TALK;
            case ENDED -> GESTURE.STATE.notIn(inline("asked"), inline("given"));
        };
    }

    private static Condition found(@Nullable String search) {
        if (search == null || search.isBlank()) return DSL.noCondition();
        String text = search.strip();
        Condition words = GESTURE.NAME_NL.containsIgnoreCase(text).or(GESTURE.NAME_EN.containsIgnoreCase(text)).or(GESTURE.WHY.containsIgnoreCase(text))
                .or(SHOWN_CUSTOMER.NAME.containsIgnoreCase(text));
        return text.matches("\\d{1,15}") ? words.or(CASES.NUMBER.eq(Long.valueOf(text))) : words;
    }

    /** One's own; with the right, everybody's; and asks that one may decide. */
    private static Condition seen(Access access) {
        Condition all = GESTURE.BRAND_ID.in(values(access.within(Permission.GESTURES_VIEW).brands()));
        Condition asks = GESTURE.BRAND_ID.in(values(access.within(Permission.GESTURES_APPROVE).brands())).and(ASKED.or(GESTURE.DECIDED_BY.eq(access.user().value())));
        return reach(access).and(GESTURE.GIVER_ID.eq(access.user().value()).or(all).or(asks));
    }

    static Condition reach(Access access) {
        Condition brands = GESTURE.BRAND_ID.in(values(access.brands()));
        return access.partner().map(partner -> brands.and(GESTURE.PARTNER_ID.eq(partner.value()))).orElse(brands);
    }

    private SelectConditionStep<? extends Record> rows(Condition which) {
        return joined(db.select(GESTURE.fields()).select(CASES.NUMBER, GestureViews.CUSTOMER, SHOWN_USER.NAME, SHOWN_TEAM.NAME), which);
    }

    private static SelectConditionStep<? extends Record> joined(org.jooq.SelectFromStep<? extends Record> select, Condition which) {
        return select.from(GESTURE)
                .join(CASES).on(CASES.ID.eq(GESTURE.CASE_ID))
                .join(CONTACT).on(CONTACT.ID.eq(GESTURE.CONTACT_ID))
                .leftJoin(SHOWN_DEPARTMENT).on(SHOWN_DEPARTMENT.ID.eq(CONTACT.CAUSE_DEPARTMENT_ID))
                .leftJoin(SHOWN_USER).on(SHOWN_USER.ID.eq(GESTURE.GIVER_ID))
                .leftJoin(SHOWN_TEAM).on(SHOWN_TEAM.ID.eq(GESTURE.TEAM_ID))
                .leftJoin(SHOWN_BRAND).on(SHOWN_BRAND.ID.eq(GESTURE.BRAND_ID))
                .leftJoin(SHOWN_CUSTOMER).on(SHOWN_CUSTOMER.ID.eq(GESTURE.CUSTOMER_ID))
                .where(which);
    }

    private static List<UUID> values(Collection<? extends Id> ids) {
        return ids.stream().map(Id::value).toList();
    }

    /** Where a page ended. */
    private record Place(Instant at, UUID id) {
        String written() {
            return at + "_" + id;
        }

        static Place read(String text) {
            try {
                int cut = text.indexOf('_');
                return new Place(Instant.parse(text.substring(0, cut)), UUID.fromString(text.substring(cut + 1)));
            } catch (java.time.DateTimeException | IllegalArgumentException | IndexOutOfBoundsException notOurs) {
                throw Problem.invalid("cursor", "invalid");
            }
        }
    }
}
