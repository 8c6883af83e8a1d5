package nl.hartslag.contacts.internal.transfers;

import static nl.hartslag.contacts.internal.db.Tables.CASES;
import static nl.hartslag.contacts.internal.db.Tables.CONTACT;
import static nl.hartslag.contacts.internal.db.Tables.CONVERSATION;
import static nl.hartslag.contacts.internal.db.Tables.TRANSFER;
import static nl.hartslag.contacts.internal.db.Tables.TRANSFER_REASON;
import static nl.hartslag.customers.shown.Tables.SHOWN_CUSTOMER;
import static nl.hartslag.organisation.shown.Tables.SHOWN_BRAND;
import static org.jooq.impl.DSL.inline;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.hartslag.contacts.Transfers;
import nl.hartslag.contacts.internal.CustomerShown;
import nl.hartslag.contacts.internal.ListPlace;
import nl.hartslag.organisation.Organisation;
import nl.hartslag.platform.problem.Problem;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.CaseId;
import nl.hartslag.shared.ContactId;
import nl.hartslag.shared.ConversationId;
import nl.hartslag.shared.Page;
import nl.hartslag.shared.QueueId;
import nl.hartslag.shared.TransferReasonId;
import nl.hartslag.shared.statistics.Disclosure;
import nl.hartslag.shared.statistics.Share;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional(readOnly = true)
class TransferFigures implements Transfers {
    private static final int MOST = 100;
    private static final Field<String> CUSTOMER = CustomerShown.NAME.as("customer_name");
    private static final Field<Integer> MOVES = DSL.field(DSL.name("each", "moves"), Integer.class);
    private static final Field<Boolean> REPEAT = DSL.field(DSL.name("each", "repeat"), Boolean.class);
    private static final Field<Boolean> KNOWN = DSL.field(DSL.name("each", "known"), Boolean.class);
    private static final Field<UUID> CASE = DSL.field(DSL.name("each", "case_id"), UUID.class);
    private static final Field<Boolean> MORE = DSL.field(DSL.name("each", "more"), Boolean.class);
    private static final Field<String> KEY = DSL.field(DSL.name("each", "key"), String.class);

    private final DSLContext db;
    private final Organisation organisation;

    TransferFigures(DSLContext db, Organisation organisation) {
        this.db = db;
        this.organisation = organisation;
    }

    @Override
    public Figures figures(Access access, Filter filter) {
        return db.select(sums()).from(DSL.table(each(allowed(access), checked(filter), inline((String) null))).as("each")).fetchSingle(TransferFigures::figures);
    }

    @Override
    public List<Group> groups(Access access, Filter filter, By by) {
        Field<String> key = switch (by) {
            case BRAND -> CONTACT.BRAND_ID.cast(String.class);
            case CHANNEL -> CONTACT.CHANNEL;
            case QUEUE -> CONTACT.QUEUE_ID.cast(String.class);
            case WEEK -> DSL.field("to_char(date_trunc('week', {0} at time zone {1}), 'YYYY-MM-DD')", String.class, CONTACT.OPENED_AT, zone(filter));
        };
        return db.select(KEY).select(sums()).from(DSL.table(each(allowed(access), checked(filter), key)).as("each"))
                .groupBy(KEY)
                .orderBy(by == By.WEEK ? KEY.desc() : DSL.count().desc(), KEY)
                .limit(MOST)
                .fetch(row -> new Group(row.get(KEY), figures(row)));
    }

    /** Weeks begin on Monday where the brand is; over several brands where the first of them is. */
    private Field<String> zone(Filter filter) {
        return DSL.val(organisation.brands().stream()
                .filter(brand -> filter.brand().isEmpty() || filter.brand().get().equals(brand.id()))
                .findFirst().map(brand -> brand.zone().getId()).orElse("UTC"));
    }

    @Override
    public List<Route> routes(Access access, Filter filter) {
        return db.select(TRANSFER.FROM_QUEUE, TRANSFER.TO_QUEUE, DSL.count())
                .from(TRANSFER).join(CONTACT).on(CONTACT.ID.eq(TRANSFER.CONTACT_ID))
                .where(Counting.counted(allowed(access), checked(filter)))
                .groupBy(TRANSFER.FROM_QUEUE, TRANSFER.TO_QUEUE)
                .orderBy(DSL.count().desc(), TRANSFER.FROM_QUEUE, TRANSFER.TO_QUEUE)
                .limit(MOST)
                .fetch(row -> new Route(queue(row.value1()), queue(row.value2()), row.value3()));
    }

    @Override
    public List<Reasoned> reasons(Access access, Filter filter) {
        return db.select(TRANSFER_REASON.ID, TRANSFER_REASON.NAME_NL, TRANSFER_REASON.NAME_EN, DSL.count())
                .from(TRANSFER).join(CONTACT).on(CONTACT.ID.eq(TRANSFER.CONTACT_ID))
                .leftJoin(TRANSFER_REASON).on(TRANSFER_REASON.ID.eq(TRANSFER.REASON_ID))
                .where(Counting.counted(allowed(access), checked(filter)))
                .groupBy(TRANSFER_REASON.ID, TRANSFER_REASON.NAME_NL, TRANSFER_REASON.NAME_EN)
                .orderBy(DSL.field(TRANSFER_REASON.ID.isNull()), DSL.count().desc(), TRANSFER_REASON.ID)
                .fetch(row -> new Reasoned(row.value1() == null ? null : new TransferReasonId(row.value1()), row.value2(), row.value3(), row.value4()));
    }

    @Override
    public Page<Row> contacts(Access whole, Filter filter, Behind behind, @Nullable String cursor, int limit) {
        Access access = allowed(whole).within(Permission.CONTACTS_VIEW);
        Field<Boolean> repeat = DSL.field(Counting.repeat(db, access, filter.days())).as("repeat");
        var rows = db.select(CONTACT.fields()).select(CONVERSATION.SUBJECT, CASES.NUMBER, CUSTOMER, repeat)
                .from(CONTACT)
                .join(CONVERSATION).on(CONVERSATION.ID.eq(CONTACT.CONVERSATION_ID))
                .join(CASES).on(CASES.ID.eq(CONTACT.CASE_ID))
                .leftJoin(SHOWN_BRAND).on(SHOWN_BRAND.ID.eq(CONTACT.BRAND_ID))
                .leftJoin(SHOWN_CUSTOMER).on(SHOWN_CUSTOMER.ID.eq(CONTACT.CUSTOMER_ID))
                .where(Counting.counted(access, checked(filter)))
                .and(Counting.behind(db, access, behind, filter.days()))
                .and(cursor == null ? DSL.noCondition() : after(cursor))
                .orderBy(CONTACT.OPENED_AT.desc(), CONTACT.ID.desc())
                .limit(limit + 1)
                .fetch();
        List<? extends Record> page = rows.subList(0, Math.min(limit, rows.size()));
        Map<UUID, List<Move>> moves = moves(page.stream().map(row -> row.get(CONTACT.ID)).toList());
        return new Page<>(
                page.stream().map(row -> row(row, row.get(repeat), moves.getOrDefault(row.get(CONTACT.ID), List.of()))).toList(),
                rows.size() > limit ? new ListPlace(page.getLast().get(CONTACT.OPENED_AT), page.getLast().get(CONTACT.ID)).written() : null);
    }

    private static Condition after(String cursor) {
        ListPlace place = ListPlace.read(cursor);
        return DSL.row(CONTACT.OPENED_AT, CONTACT.ID).lt(place.at(), place.id());
    }

    private Map<UUID, List<Move>> moves(List<UUID> contacts) {
        return db.select(TRANSFER.CONTACT_ID, TRANSFER.AT, TRANSFER.FROM_QUEUE, TRANSFER.TO_QUEUE, TRANSFER_REASON.NAME_NL, TRANSFER_REASON.NAME_EN)
                .from(TRANSFER).leftJoin(TRANSFER_REASON).on(TRANSFER_REASON.ID.eq(TRANSFER.REASON_ID))
                .where(TRANSFER.CONTACT_ID.in(contacts))
                .orderBy(TRANSFER.AT, TRANSFER.ID)
                .fetchGroups(TRANSFER.CONTACT_ID, row -> new Move(row.value2(), queue(row.value3()), queue(row.value4()), row.value5(), row.value6()));
    }

    private static Row row(Record row, boolean repeat, List<Move> moves) {
        return new Row(
                new ContactId(row.get(CONTACT.ID)),
                new ConversationId(row.get(CONTACT.CONVERSATION_ID)),
                new CaseId(row.get(CONTACT.CASE_ID)),
                row.get(CASES.NUMBER),
                row.get(CONVERSATION.SUBJECT),
                row.get(CUSTOMER),
                new BrandId(row.get(CONTACT.BRAND_ID)),
                row.get(CONTACT.CHANNEL),
                queue(row.get(CONTACT.QUEUE_ID)),
                row.get(CONTACT.OPENED_AT),
                repeat,
                moves);
    }

    private static Access allowed(Access access) {
        access.require(Permission.LIVE_VIEW);
        return access.within(Permission.LIVE_VIEW);
    }

    private static Filter checked(Filter filter) {
        if (filter.days() < 1 || filter.days() > MOST_DAYS) throw Problem.invalid("days", "invalid");
        return filter;
    }

    private Select<?> each(Access access, Filter filter, Field<String> key) {
        return db.select(
                        key.as(KEY.getName()),
                        Counting.transfers().as(MOVES.getName()),
                        CONTACT.CASE_ID.as(CASE.getName()),
                        DSL.field(CONTACT.CUSTOMER_ID.isNotNull()).as(KNOWN.getName()),
                        DSL.field(Counting.repeat(db, access, filter.days())).as(REPEAT.getName()),
                        DSL.field(Counting.moreInCase(db, access)).as(MORE.getName()))
                .from(CONTACT)
                .where(Counting.counted(access, filter));
    }

    private static List<Field<?>> sums() {
        return List.of(
                DSL.count().as("contacts"),
                DSL.coalesce(DSL.sum(MOVES), inline(0)).cast(Long.class).as("transfers"),
                DSL.count().filterWhere(MOVES.ge(inline(1))).as("once"),
                DSL.count().filterWhere(MOVES.ge(inline(2))).as("twice"),
                DSL.count().filterWhere(DSL.condition(KNOWN)).as("known"),
                DSL.count().filterWhere(DSL.condition(REPEAT)).as("repeats"),
                DSL.countDistinct(CASE).as("cases"),
                DSL.countDistinct(CASE).filterWhere(DSL.condition(MORE)).as("more"));
    }

    private static Figures figures(Record row) {
        long contacts = row.get("contacts", Long.class);
        long transfers = row.get("transfers", Long.class);
        return new Figures(
                contacts,
                transfers,
                contacts == 0 ? null : (double) transfers / contacts,
                counted(row, "once", contacts),
                counted(row, "twice", contacts),
                counted(row, "repeats", row.get("known", Long.class)),
                counted(row, "more", row.get("cases", Long.class)));
    }

    private static Counted counted(Record row, String name, long n) {
        long count = row.get(name, Long.class);
        return new Counted(count, n, Disclosure.of(n) == Disclosure.SCORE ? Share.of(count, n).orElseThrow() : null);
    }

    private static @Nullable QueueId queue(@Nullable UUID id) {
        return id == null ? null : new QueueId(id);
    }
}
