package nl.hartslag.contacts.internal;

import static nl.hartslag.contacts.internal.db.Tables.CASES;
import static nl.hartslag.contacts.internal.db.Tables.CONVERSATION;
import static nl.hartslag.contacts.internal.db.Tables.SUB_STATE;
import static nl.hartslag.customers.shown.Tables.SHOWN_ACCOUNT;
import static nl.hartslag.customers.shown.Tables.SHOWN_ACCOUNT_PERSON;
import static nl.hartslag.customers.shown.Tables.SHOWN_CUSTOMER;
import static nl.hartslag.organisation.shown.Tables.SHOWN_BRAND;

import java.util.List;
import java.util.UUID;
import nl.hartslag.contacts.CaseState;
import nl.hartslag.contacts.Cases.CaseFilter;
import nl.hartslag.contacts.Cases.CaseHit;
import nl.hartslag.contacts.ForWhom.Person;
import nl.hartslag.customers.Customers;
import nl.hartslag.customers.shown.tables.ShownCustomer;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.CaseId;
import nl.hartslag.shared.CustomerId;
import nl.hartslag.shared.Page;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finding a case: by its number, or by its customer. */
@Component
class CaseLists {
    private static final int MOST_CUSTOMERS = 50;
    private static final Field<String> STAGE = DSL.field(DSL.name("stage"), String.class);
    private static final Field<String> CUSTOMER = DSL.field(DSL.name("customer_name"), String.class);
    private static final ShownCustomer OTHER = SHOWN_CUSTOMER.as("other");
    private static final Field<String> ACCOUNT = DSL.field(DSL.name("account_name"), String.class);
    private static final Field<String> FOR_NAME = DSL.field(DSL.name("for_name"), String.class);
    private static final Field<UUID> FOR = DSL.field(DSL.name("for_customer"), UUID.class);
    private static final Field<UUID> KNOWN = DSL.field(DSL.name("known_customer"), UUID.class);

    private final DSLContext db;
    private final CaseRows rows;
    private final Scope scope;
    private final Customers customers;

    CaseLists(DSLContext db, CaseRows rows, Scope scope, Customers customers) {
        this.db = db;
        this.rows = rows;
        this.scope = scope;
        this.customers = customers;
    }

    Page<CaseHit> find(Access access, CaseFilter filter, @Nullable String cursor, int limit) {
        access.require(Permission.CONTACTS_VIEW);
        Condition which = rows.visible(access).and(CASES.STATE.ne("merged")).and(matching(access, filter.search()));
        if (filter.brand().isPresent()) which = which.and(CASES.BRAND_ID.eq(filter.brand().get().value()));
        if (filter.customer().isPresent()) which = which.and(his(filter.customer().get()));
        if (filter.account().isPresent()) which = which.and(PeopleOfAccounts.cases(filter.account().get()));
        if (filter.open()) which = which.and(CASES.STATE.ne("solved"));
        if (filter.solved()) which = which.and(CASES.STATE.eq("solved"));
        if (filter.stage().isPresent()) which = which.and(CaseStages.is(filter.stage().get()));
        if (filter.subState().isPresent()) which = which.and(CASES.SUB_STATE_ID.eq(filter.subState().get().value()));
        if (filter.field().isPresent()) which = which.and(CaseFieldValues.holds(filter.field().get())).and(rows.whole(access));
        if (cursor != null) {
            ListPlace place = ListPlace.read(cursor);
            which = which.and(DSL.row(CASES.OPENED_AT, CASES.ID).lt(place.at(), place.id()));
        }
        // people of a partner know the customers that their partner helps, also where their case was joined to another one's
        Condition known = access.partner().map(partner -> scope.reaches(partner, CASES.CUSTOMER_ID)).orElse(DSL.trueCondition());
        Condition knownFor = access.partner().map(partner -> scope.reaches(partner, CASES.FOR_CUSTOMER_ID)).orElse(DSL.trueCondition());
        Field<String> subject = scope.subject(access).as("seen_subject");
        var found = db.select(CASES.fields()).select(subject, CaseStages.OF.as(STAGE), SUB_STATE.ID, SUB_STATE.NAME_NL, SUB_STATE.NAME_EN)
                .select(DSL.when(known, CustomerShown.NAME).as(CUSTOMER), DSL.when(known, CASES.CUSTOMER_ID).as(KNOWN))
                .select(DSL.when(known, SHOWN_ACCOUNT.NAME).as(ACCOUNT), DSL.when(knownFor, DSL.coalesce(OTHER.NAME, DSL.when(DSL.not(SHOWN_BRAND.ANONYMOUS), OTHER.ADDRESS))).as(FOR_NAME),
                        DSL.when(knownFor, CASES.FOR_CUSTOMER_ID).as(FOR))
                .from(CASES)
                .leftJoin(SUB_STATE).on(SUB_STATE.ID.eq(CASES.SUB_STATE_ID))
                .leftJoin(SHOWN_BRAND).on(SHOWN_BRAND.ID.eq(CASES.BRAND_ID))
                .leftJoin(SHOWN_CUSTOMER).on(SHOWN_CUSTOMER.ID.eq(CASES.CUSTOMER_ID))
                .leftJoin(SHOWN_ACCOUNT_PERSON).on(SHOWN_ACCOUNT_PERSON.CUSTOMER_ID.eq(CASES.CUSTOMER_ID)).and(SHOWN_ACCOUNT_PERSON.MEMBER)
                .leftJoin(SHOWN_ACCOUNT).on(SHOWN_ACCOUNT.ID.eq(SHOWN_ACCOUNT_PERSON.ACCOUNT_ID))
                .leftJoin(OTHER).on(OTHER.ID.eq(CASES.FOR_CUSTOMER_ID))
                .where(which)
                .orderBy(CASES.OPENED_AT.desc(), CASES.ID.desc())
                .limit(limit + 1)
                .fetch();
        List<? extends Record> page = found.size() > limit ? found.subList(0, limit) : found;
        return new Page<>(page.stream().map(row -> hit(row, row.get(subject))).toList(),
                found.size() > limit ? new ListPlace(page.getLast().get(CASES.OPENED_AT), page.getLast().get(CASES.ID)).written() : null);
    }

    private Condition his(CustomerId customer) {
        List<UUID> cards = Reading.cards(customers, customer);
        return CASES.CUSTOMER_ID.in(cards).or(CASES.FOR_CUSTOMER_ID.in(cards));
    }

    private Condition matching(Access access, @Nullable String search) {
        if (search == null || search.isBlank()) return DSL.noCondition();
        String text = search.strip();
        String number = text.startsWith("#") ? text.substring(1) : text;
        Condition byNumber = number.matches("\\d{1,15}") ? CASES.NUMBER.eq(Long.valueOf(number)) : DSL.falseCondition();
        if (!access.may(Permission.CUSTOMERS_VIEW)) return byNumber;
        List<UUID> found = customers.search(access, text, null, MOST_CUSTOMERS).items().stream().flatMap(one -> Reading.cards(customers, one.id()).stream()).toList();
        return byNumber.or(CASES.CUSTOMER_ID.in(found)).or(CASES.FOR_CUSTOMER_ID.in(found))
                .or(CASES.ID.in(DSL.select(CONVERSATION.CASE_ID).from(CONVERSATION).where(CONVERSATION.CUSTOMER_ID.in(found))));
    }

    private static CaseHit hit(Record row, String subject) {
        return new CaseHit(
                new CaseId(row.get(CASES.ID)),
                row.get(CASES.NUMBER),
                new BrandId(row.get(CASES.BRAND_ID)),
                subject,
                Rows.state(CaseState.class, row.get(CASES.STATE)),
                CaseStages.of(row.get(STAGE)),
                CaseSubStates.view(SUB_STATE, row),
                row.get(KNOWN) == null ? null : new CustomerId(row.get(KNOWN)),
                row.get(CUSTOMER),
                row.get(ACCOUNT),
                row.get(FOR) == null ? null : new Person(new CustomerId(row.get(FOR)), row.get(FOR_NAME)),
                row.get(CASES.OPENED_AT),
                row.get(CASES.SOLVED_AT),
                row.get(CASES.CONTACTS));
    }
}
