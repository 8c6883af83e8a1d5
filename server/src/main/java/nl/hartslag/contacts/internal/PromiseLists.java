package nl.hartslag.contacts.internal;

import static nl.hartslag.contacts.internal.db.Tables.CASES;
import static nl.hartslag.contacts.internal.db.Tables.CONTACT;
import static nl.hartslag.contacts.internal.db.Tables.CONVERSATION;
import static nl.hartslag.contacts.internal.db.Tables.PROMISE;
import static nl.hartslag.customers.shown.Tables.SHOWN_CUSTOMER;
import static nl.hartslag.organisation.shown.Tables.SHOWN_BRAND;
import static nl.hartslag.people.shown.Tables.SHOWN_TEAM_MEMBER;
import static nl.hartslag.people.shown.Tables.SHOWN_USER;
import static org.jooq.impl.DSL.inline;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.hartslag.contacts.GivenPromises.Act;
import nl.hartslag.contacts.GivenPromises.Counts;
import nl.hartslag.contacts.GivenPromises.GivenPromise;
import nl.hartslag.contacts.GivenPromises.Kept;
import nl.hartslag.contacts.GivenPromises.KeptInTime;
import nl.hartslag.contacts.GivenPromises.PromiseFilter;
import nl.hartslag.contacts.GivenPromises.Shown;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.CaseId;
import nl.hartslag.shared.ConversationId;
import nl.hartslag.shared.Id;
import nl.hartslag.shared.Page;
import nl.hartslag.shared.PromiseId;
import nl.hartslag.shared.UserId;
import nl.hartslag.shared.statistics.Disclosure;
import nl.hartslag.shared.statistics.Share;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Promises as people see them in lists, and how many were kept. */
@Component
class PromiseLists {
    private static final Condition GIVEN = PROMISE.KIND.eq(inline(Giving.KIND));
    private static final Condition OPEN = Promises.STILL_GIVEN;
    private static final Condition DONE = GIVEN.and(PROMISE.STATE.notIn(inline("open"), inline("late")));
    /** When a promise was due; what was moved once it was late, or without the customer agreeing, by the moment told before. Indexed as written. */
    static final Field<Instant> WAS_DUE_AT = DSL.coalesce(PROMISE.LATE_AT, PROMISE.DUE_AT);
    static final Condition IS_KEPT = PROMISE.STATE.eq("kept");
    private static final Field<String> CUSTOMER = CustomerShown.NAME.as("customer_name");

    private final DSLContext db;
    private final Scope scope;

    PromiseLists(DSLContext db, Scope scope) {
        this.db = db;
        this.scope = scope;
    }

    Page<GivenPromise> list(Access access, PromiseFilter filter, @Nullable String cursor, int limit) {
        access.require(Permission.CONTACTS_VIEW);
        boolean done = filter.shown() == Shown.DONE;
        var last = done ? PROMISE.SETTLED_AT : PROMISE.DUE_AT;
        Condition which = visible(access, Permission.CONTACTS_VIEW).and(whose(access, filter)).and(shown(filter.shown())).and(matching(filter.search()));
        if (filter.brand().isPresent()) which = which.and(PROMISE.BRAND_ID.eq(filter.brand().get().value()));
        if (cursor != null) {
            ListPlace place = ListPlace.read(cursor);
            var key = DSL.row(last, PROMISE.ID);
            which = which.and(done ? key.lt(place.at(), place.id()) : key.gt(place.at(), place.id()));
        }
        var rows = db.select(PROMISE.fields())
                .select(CONVERSATION.SUBJECT, CASES.NUMBER, SHOWN_USER.NAME, CUSTOMER)
                .from(PROMISE)
                .join(CONVERSATION).on(CONVERSATION.ID.eq(PROMISE.CONVERSATION_ID))
                .join(CASES).on(CASES.ID.eq(PROMISE.CASE_ID))
                .leftJoin(SHOWN_USER).on(SHOWN_USER.ID.eq(PROMISE.OWNER_ID))
                .leftJoin(SHOWN_BRAND).on(SHOWN_BRAND.ID.eq(PROMISE.BRAND_ID))
                .leftJoin(SHOWN_CUSTOMER).on(SHOWN_CUSTOMER.ID.eq(CONVERSATION.CUSTOMER_ID))
                .where(which)
                .orderBy(done ? List.of(last.desc(), PROMISE.ID.desc()) : List.of(last, PROMISE.ID))
                .limit(limit + 1)
                .fetch();
        List<? extends Record> page = rows.size() > limit ? rows.subList(0, limit) : rows;
        return new Page<>(page.stream().map(row -> view(access, row)).toList(),
                rows.size() > limit ? new ListPlace(page.getLast().get(last), page.getLast().get(PROMISE.ID)).written() : null);
    }

    Counts counts(Access access) {
        if (!access.may(Permission.CONTACTS_HANDLE)) return new Counts(0, 0);
        Map<String, Integer> found = db.select(PROMISE.STATE, DSL.count())
                .from(PROMISE)
                .where(OPEN)
                .and(PROMISE.OWNER_ID.eq(access.user().value()))
                .and(visible(access, Permission.CONTACTS_HANDLE))
                .groupBy(PROMISE.STATE)
                .fetchMap(PROMISE.STATE, DSL.count());
        int late = found.getOrDefault("late", 0);
        return new Counts(found.getOrDefault("open", 0) + late, late);
    }

    KeptInTime keptInTime(Access access, Optional<BrandId> brand, Instant from, Instant to) {
        access.require(Permission.CONTACTS_VIEW);
        Condition ofBrand = brand.map(one -> PROMISE.BRAND_ID.eq(one.value())).orElse(DSL.noCondition());
        Field<Integer> kept = DSL.count().filterWhere(IS_KEPT);
        var counts = db.select(PROMISE.KIND, DSL.count(), kept)
                .from(PROMISE)
                .where(wasDue(from, to)).and(ofBrand)
                .and(PROMISE.BRAND_ID.in(values(access.within(Permission.CONTACTS_VIEW).brands())))
                .and(access.partner().map(partner -> DSL.exists(DSL.selectOne().from(CONTACT)
                        .where(CONTACT.ID.eq(PROMISE.CONTACT_ID)).and(CONTACT.PARTNER_ID.eq(partner.value())))).orElse(DSL.noCondition()))
                .groupBy(PROMISE.KIND)
                .fetchMap(PROMISE.KIND, row -> kept(row.value3(), row.value2()));
        Kept none = new Kept(0, null);
        return new KeptInTime(counts.getOrDefault("answer", none), counts.getOrDefault(Giving.KIND, none));
    }

    /** What counts in the share that was kept in time. */
    static Condition wasDue(Instant from, Instant to) {
        return WAS_DUE_AT.ge(from).and(WAS_DUE_AT.lt(to)).and(counts());
    }

    /** Whenever it was due. */
    static Condition counts() {
        return PROMISE.STATE.ne("withdrawn").and(PROMISE.TOLD);
    }

    static Kept kept(int hits, int n) {
        return new Kept(n, Disclosure.of(n) == Disclosure.SCORE ? Share.of(hits, n).orElseThrow() : null);
    }

    private Condition visible(Access access, Permission permission) {
        Condition brands = PROMISE.BRAND_ID.in(values(access.within(permission).brands()));
        return access.partner().map(partner -> brands.and(scope.takesPart(partner, PROMISE.CONVERSATION_ID))).orElse(brands);
    }

    private static Condition whose(Access access, PromiseFilter filter) {
        return switch (filter.whose()) {
            case MINE -> PROMISE.OWNER_ID.eq(access.user().value());
            case TEAM -> PROMISE.OWNER_ID.in(DSL.select(SHOWN_TEAM_MEMBER.USER_ID).from(SHOWN_TEAM_MEMBER)
                    .where(SHOWN_TEAM_MEMBER.TEAM_ID.in(values(access.teams()))));
            case ALL -> DSL.noCondition();
        };
    }

    private static Condition shown(Shown shown) {
        return switch (shown) {
            case OPEN -> OPEN;
            case LATE -> OPEN.and(PROMISE.STATE.eq(inline("late")));
            case DONE -> DONE;
        };
    }

    private static Condition matching(@Nullable String search) {
        if (search == null || search.isBlank()) return DSL.noCondition();
        String text = search.strip();
        Condition words = PROMISE.WORDS.containsIgnoreCase(text).or(SHOWN_CUSTOMER.NAME.containsIgnoreCase(text)).or(CONVERSATION.SUBJECT.containsIgnoreCase(text));
        return text.matches("\\d{1,15}") ? words.or(CASES.NUMBER.eq(Long.valueOf(text))) : words;
    }

    private static GivenPromise view(Access access, Record row) {
        BrandId brand = new BrandId(row.get(PROMISE.BRAND_ID));
        return new GivenPromise(
                new PromiseId(row.get(PROMISE.ID)),
                new ConversationId(row.get(PROMISE.CONVERSATION_ID)),
                new CaseId(row.get(PROMISE.CASE_ID)),
                row.get(CASES.NUMBER),
                brand,
                row.get(CONVERSATION.SUBJECT),
                row.get(CUSTOMER),
                Rows.state(Act.class, row.get(PROMISE.ACT)),
                row.get(PROMISE.WORDS),
                row.get(PROMISE.FROM_AT),
                row.get(PROMISE.DUE_AT),
                row.get(PROMISE.MADE_AT),
                new UserId(row.get(PROMISE.OWNER_ID)),
                row.get(SHOWN_USER.NAME),
                row.get(PROMISE.STATE),
                row.get(PROMISE.MOVED),
                row.get(PROMISE.SETTLED_AT),
                row.get(PROMISE.WHY),
                row.get(PROMISE.SETTLED_AT) == null && access.may(Permission.CONTACTS_HANDLE, brand));
    }

    private static List<UUID> values(Collection<? extends Id> ids) {
        return ids.stream().map(Id::value).toList();
    }
}
