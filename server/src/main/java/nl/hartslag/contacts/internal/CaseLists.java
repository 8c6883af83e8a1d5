package nl.hartslag.contacts.internal;

import static nl.hartslag.contacts.internal.db.Tables.CASES;
import static nl.hartslag.contacts.internal.db.Tables.CONTACT;
import static nl.hartslag.contacts.internal.db.Tables.CONVERSATION;
import static nl.hartslag.contacts.internal.db.Tables.SUB_STATE;
import static nl.hartslag.customers.shown.Tables.SHOWN_CUSTOMER;
import static nl.hartslag.organisation.shown.Tables.SHOWN_BRAND;

import java.util.List;
import java.util.UUID;
import nl.hartslag.contacts.CaseState;
import nl.hartslag.contacts.Cases.CaseFilter;
import nl.hartslag.contacts.Cases.CaseHit;
import nl.hartslag.customers.Customers;
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
    private static final Field<String> CUSTOMER = DSL.field(DSL.name("customer_name"), String.class);
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
        Condition which = visible(access).and(CASES.STATE.ne("merged")).and(matching(access, filter.search()));
        if (filter.brand().isPresent()) which = which.and(CASES.BRAND_ID.eq(filter.brand().get().value()));
        if (filter.customer().isPresent()) which = which.and(CASES.CUSTOMER_ID.eq(filter.customer().get().value()));
        if (filter.open()) which = which.and(CASES.STATE.ne("solved"));
        if (filter.subState().isPresent()) which = which.and(CASES.SUB_STATE_ID.eq(filter.subState().get().value()));
        if (filter.field().isPresent()) which = which.and(CaseFieldValues.holds(filter.field().get()));
        if (cursor != null) {
            ListPlace place = ListPlace.read(cursor);
            which = which.and(DSL.row(CASES.OPENED_AT, CASES.ID).lt(place.at(), place.id()));
        }
        // people of a partner know the customers that their partner helps, also where their case was joined to another one's
        Condition known = access.partner().map(partner -> scope.reaches(partner, CASES.CUSTOMER_ID)).orElse(DSL.trueCondition());
        var found = db.select(CASES.fields()).select(SUB_STATE.ID, SUB_STATE.NAME_NL, SUB_STATE.NAME_EN)
                .select(DSL.when(known, CustomerShown.NAME).as(CUSTOMER), DSL.when(known, CASES.CUSTOMER_ID).as(KNOWN))
                .from(CASES)
                .leftJoin(SUB_STATE).on(SUB_STATE.ID.eq(CASES.SUB_STATE_ID))
                .leftJoin(SHOWN_BRAND).on(SHOWN_BRAND.ID.eq(CASES.BRAND_ID))
                .leftJoin(SHOWN_CUSTOMER).on(SHOWN_CUSTOMER.ID.eq(CASES.CUSTOMER_ID))
                .where(which)
                .orderBy(CASES.OPENED_AT.desc(), CASES.ID.desc())
                .limit(limit + 1)
                .fetch();
        List<? extends Record> page = found.size() > limit ? found.subList(0, limit) : found;
        return new Page<>(page.stream().map(CaseLists::hit).toList(),
                found.size() > limit ? new ListPlace(page.getLast().get(CASES.OPENED_AT), page.getLast().get(CASES.ID)).written() : null);
    }

    private Condition visible(Access access) {
        Condition brands = CASES.BRAND_ID.in(access.within(Permission.CONTACTS_VIEW).brands().stream().map(BrandId::value).toList());
        if (access.partner().isEmpty()) return brands;
        return brands.and(DSL.exists(DSL.selectOne().from(CONTACT).where(CONTACT.CASE_ID.eq(CASES.ID)).and(rows.shown(access))));
    }

    private Condition matching(Access access, @Nullable String search) {
        if (search == null || search.isBlank()) return DSL.noCondition();
        String text = search.strip();
        String number = text.startsWith("#") ? text.substring(1) : text;
        Condition byNumber = number.matches("\\d{1,15}") ? CASES.NUMBER.eq(Long.valueOf(number)) : DSL.falseCondition();
        if (!access.may(Permission.CUSTOMERS_VIEW)) return byNumber;
        List<UUID> found = customers.search(access, text, null, MOST_CUSTOMERS).items().stream().map(one -> one.id().value()).toList();
        return byNumber.or(CASES.CUSTOMER_ID.in(found))
                .or(CASES.ID.in(DSL.select(CONVERSATION.CASE_ID).from(CONVERSATION).where(CONVERSATION.CUSTOMER_ID.in(found))));
    }

    private static CaseHit hit(Record row) {
        return new CaseHit(
                new CaseId(row.get(CASES.ID)),
                row.get(CASES.NUMBER),
                new BrandId(row.get(CASES.BRAND_ID)),
                row.get(CASES.SUBJECT),
                Rows.state(CaseState.class, row.get(CASES.STATE)),
                CaseSubStates.view(SUB_STATE, row),
                row.get(KNOWN) == null ? null : new CustomerId(row.get(KNOWN)),
                row.get(CUSTOMER),
                row.get(CASES.OPENED_AT),
                row.get(CASES.SOLVED_AT),
                row.get(CASES.CONTACTS));
    }
}
