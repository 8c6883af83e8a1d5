package nl.hartslag.contacts.internal;

import static nl.hartslag.contacts.internal.db.Tables.CASES;
import static nl.hartslag.contacts.internal.db.Tables.CONTACT;
import static nl.hartslag.contacts.internal.db.Tables.CONVERSATION;
import static nl.hartslag.contacts.internal.db.Tables.PROMISE;
import static nl.hartslag.customers.shown.Tables.SHOWN_CUSTOMER;
import static nl.hartslag.organisation.shown.Tables.SHOWN_BRAND;
import static nl.hartslag.people.shown.Tables.SHOWN_USER;
import static org.jooq.impl.DSL.inline;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.hartslag.contacts.DuePromises;
import nl.hartslag.contacts.GivenPromises.Act;
import nl.hartslag.contacts.Priority;
import nl.hartslag.contacts.internal.db.tables.Contact;
import nl.hartslag.organisation.Organisation;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.CaseId;
import nl.hartslag.shared.ContactId;
import nl.hartslag.shared.ConversationId;
import nl.hartslag.shared.Page;
import nl.hartslag.shared.PromiseId;
import nl.hartslag.shared.QueueId;
import nl.hartslag.shared.UserId;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Promises that are due next, by the rule that counts them. */
@Component
class DuePromiseLists implements DuePromises {
    private static final Duration SOON = Duration.ofHours(1);
    private static final int MOST_PEOPLE = 100;
    /** Where its conversation is now, while anybody works on it: what a person promised stays with the contact in which he did. */
    private static final Contact NOW = CONTACT.as("now");
    private static final Condition IS_NOW = NOW.CONVERSATION_ID.eq(CONTACT.CONVERSATION_ID).and(NOW.STATE.ne(inline("ended")));
    /** Whoever gave it; else whoever has its contact in hand. */
    private static final Field<UUID> WHOSE = DSL.case_().when(PROMISE.KIND.eq(inline(Giving.KIND)), PROMISE.OWNER_ID).when(NOW.STATE.eq(inline("assigned")), NOW.ASSIGNED_TO);
    private static final Field<UUID> CONTACT_NOW = DSL.coalesce(NOW.ID, CONTACT.ID).as("contact_now");
    private static final Field<UUID> QUEUE_NOW = DSL.case_().when(NOW.ID.isNull(), CONTACT.QUEUE_ID).else_(NOW.QUEUE_ID).as("queue_now");
    private static final Field<String> STATE_NOW = DSL.coalesce(NOW.STATE, CONTACT.STATE).as("state_now");
    private static final Field<String> MEDIUM_NOW = DSL.coalesce(NOW.MEDIUM, CONTACT.MEDIUM).as("medium_now");
    private static final Field<String> PRIORITY_NOW = DSL.coalesce(NOW.PRIORITY, CONTACT.PRIORITY).as("priority_now");
    private static final Field<String> CUSTOMER = CustomerShown.NAME.as("customer_name");
    private static final Field<String> WHOSE_NAME = SHOWN_USER.NAME.as("whose_name");
    private static final Field<UUID> WHOSE_ID = WHOSE.as("whose_id");

    private final DSLContext db;
    private final Organisation organisation;
    private final Clock clock;

    DuePromiseLists(DSLContext db, Organisation organisation, Clock clock) {
        this.db = db;
        this.organisation = organisation;
        this.clock = clock;
    }

    @Override
    public Page<DuePromise> list(Access access, Filter filter, Within within, @Nullable String cursor, int limit) {
        Instant now = clock.instant();
        Condition which = watched(access, filter, now, within);
        if (cursor != null) {
            ListPlace place = ListPlace.read(cursor);
            which = which.and(DSL.row(PROMISE.DUE_AT, PROMISE.ID).gt(place.at(), place.id()));
        }
        var rows = db.select(PROMISE.fields())
                .select(CONTACT_NOW, QUEUE_NOW, STATE_NOW, MEDIUM_NOW, PRIORITY_NOW, CONTACT.CONVERSATION_ID, CONVERSATION.SUBJECT, CASES.NUMBER,
                        WHOSE_ID, WHOSE_NAME, CUSTOMER)
                .from(PROMISE)
                .join(CONTACT).on(CONTACT.ID.eq(PROMISE.CONTACT_ID))
                .leftJoin(NOW).on(IS_NOW)
                .join(CONVERSATION).on(CONVERSATION.ID.eq(CONTACT.CONVERSATION_ID))
                .join(CASES).on(CASES.ID.eq(PROMISE.CASE_ID))
                .leftJoin(SHOWN_USER).on(SHOWN_USER.ID.eq(WHOSE))
                .leftJoin(SHOWN_BRAND).on(SHOWN_BRAND.ID.eq(PROMISE.BRAND_ID))
                .leftJoin(SHOWN_CUSTOMER).on(SHOWN_CUSTOMER.ID.eq(CONVERSATION.CUSTOMER_ID))
                .where(which)
                .orderBy(PROMISE.DUE_AT, PROMISE.ID)
                .limit(limit + 1)
                .fetch();
        List<? extends Record> page = rows.size() > limit ? rows.subList(0, limit) : rows;
        return new Page<>(page.stream().map(row -> view(row, now)).toList(),
                rows.size() > limit ? new ListPlace(page.getLast().get(PROMISE.DUE_AT), page.getLast().get(PROMISE.ID)).written() : null);
    }

    @Override
    public Counts counts(Access access, Filter filter) {
        Instant now = clock.instant();
        Condition which = watched(access, filter, now, Within.TODAY);
        var numbers = db.select(
                        DSL.count().filterWhere(PROMISE.DUE_AT.lt(now)),
                        DSL.count().filterWhere(PROMISE.DUE_AT.ge(now).and(PROMISE.DUE_AT.lt(now.plus(SOON)))),
                        DSL.count().filterWhere(PROMISE.DUE_AT.ge(now)))
                .from(PROMISE)
                .join(CONTACT).on(CONTACT.ID.eq(PROMISE.CONTACT_ID))
                .leftJoin(NOW).on(IS_NOW)
                .where(which)
                .fetchSingle();
        List<Whose> people = db.select(SHOWN_USER.ID, SHOWN_USER.NAME, DSL.count())
                .from(PROMISE)
                .join(CONTACT).on(CONTACT.ID.eq(PROMISE.CONTACT_ID))
                .leftJoin(NOW).on(IS_NOW)
                .join(SHOWN_USER).on(SHOWN_USER.ID.eq(WHOSE))
                .where(watched(access, new Filter(filter.brand(), filter.queue(), filter.kind(), Optional.empty()), now, Within.TODAY))
                .groupBy(SHOWN_USER.ID, SHOWN_USER.NAME)
                .orderBy(SHOWN_USER.NAME, SHOWN_USER.ID)
                .limit(MOST_PEOPLE)
                .fetch(row -> new Whose(new UserId(row.value1()), row.value2(), row.value3()));
        return new Counts(numbers.value1(), numbers.value2(), numbers.value3(), people);
    }

    private Condition watched(Access access, Filter filter, Instant now, Within within) {
        access.require(Permission.LIVE_VIEW);
        access.require(Permission.CONTACTS_VIEW);
        Set<BrandId> read = access.within(Permission.CONTACTS_VIEW).brands();
        Condition due = access.within(Permission.LIVE_VIEW).brands().stream()
                .filter(read::contains)
                .filter(brand -> filter.brand().isEmpty() || filter.brand().get().equals(brand))
                .collect(Collectors.groupingBy(brand -> until(brand, now, within), Collectors.mapping(BrandId::value, Collectors.toList())))
                .entrySet().stream()
                .map(each -> PROMISE.BRAND_ID.in(each.getValue()).and(PROMISE.DUE_AT.lt(each.getKey())))
                .reduce(DSL.falseCondition(), Condition::or);
        Condition which = QueuePromises.TO_BE_KEPT.and(due).and(QueuePromises.ofPartner(access));
        if (filter.queue().isPresent()) which = which.and(CONTACT.QUEUE_ID.eq(filter.queue().get().value()));
        if (filter.kind().isPresent()) which = which.and(PROMISE.KIND.eq(inline(column(filter.kind().get()))));
        if (filter.person().isPresent()) which = which.and(WHOSE.eq(filter.person().get().value()));
        return which;
    }

    private Instant until(BrandId brand, Instant now, Within within) {
        return switch (within) {
            case LATE -> now;
            case HOUR -> now.plus(SOON);
            case TODAY -> {
                var zone = organisation.brand(brand).zone();
                Instant midnight = now.atZone(zone).toLocalDate().plusDays(1).atStartOfDay(zone).toInstant();
                yield midnight.isAfter(now.plus(SOON)) ? midnight : now.plus(SOON);
            }
        };
    }

    private static String column(Kind kind) {
        return switch (kind) {
            case ANSWER -> "answer";
            case SOLUTION -> "solution";
            case GIVEN -> Giving.KIND;
        };
    }

    private static Kind kind(String column) {
        return column.equals(Giving.KIND) ? Kind.GIVEN : Rows.state(Kind.class, column);
    }

    private static DuePromise view(Record row, Instant now) {
        UUID queue = row.get(QUEUE_NOW);
        UUID whose = row.get(WHOSE_ID);
        String act = row.get(PROMISE.ACT);
        return new DuePromise(
                new PromiseId(row.get(PROMISE.ID)),
                kind(row.get(PROMISE.KIND)),
                row.get(PROMISE.DUE_AT),
                row.get(PROMISE.DUE_AT).isBefore(now),
                new BrandId(row.get(PROMISE.BRAND_ID)),
                queue == null ? null : new QueueId(queue),
                new ContactId(row.get(CONTACT_NOW)),
                new ConversationId(row.get(CONTACT.CONVERSATION_ID)),
                row.get(STATE_NOW),
                row.get(MEDIUM_NOW),
                Rows.state(Priority.class, row.get(PRIORITY_NOW)),
                new CaseId(row.get(PROMISE.CASE_ID)),
                row.get(CASES.NUMBER),
                row.get(CONVERSATION.SUBJECT),
                row.get(CUSTOMER),
                act == null ? null : Rows.state(Act.class, act),
                row.get(PROMISE.WORDS),
                whose == null ? null : new UserId(whose),
                row.get(WHOSE_NAME));
    }
}
