package nl.hartslag.contacts.internal;

import static nl.hartslag.contacts.internal.db.Tables.CASES;
import static nl.hartslag.contacts.internal.db.Tables.CONVERSATION;
import static nl.hartslag.contacts.internal.db.Tables.MESSAGE;
import static nl.hartslag.customers.shown.Tables.SHOWN_CUSTOMER;
import static nl.hartslag.organisation.shown.Tables.SHOWN_BRAND;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import nl.hartslag.platform.audit.SubjectNames;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.shared.BrandId;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/**
 * Whose conversation it was, for the audit log: the customer and the number of the case. Who reads the log must be able to
 * tell whose data was opened, so that takes no {@code contacts.view}; what was said does, and is not told here.
 */
@Component
class WorkNames implements SubjectNames {
    private final DSLContext db;
    private final Scope scope;

    WorkNames(DSLContext db, Scope scope) {
        this.db = db;
        this.scope = scope;
    }

    @Override
    public Map<String, Finder> finders() {
        return Map.of(
                "conversation", (reader, ids) -> names(reader, CONVERSATION.ID, CONVERSATION.ID.in(ids)),
                "message", (reader, ids) -> names(reader, MESSAGE.ID, MESSAGE.ID.in(ids)));
    }

    private Map<UUID, String> names(Access reader, Field<UUID> id, Condition which) {
        Field<String> customer = CustomerShown.NAME;
        Field<String> number = CASES.NUMBER.cast(String.class);
        Field<String> name = DSL.when(CONVERSATION.BRAND_ID.in(ids(reader.within(Permission.CUSTOMERS_VIEW).brands())).and(customer.isNotNull()),
                customer.concat(" · ").concat(number)).otherwise(number);
        var rows = db.select(id, name).from(CONVERSATION);
        var withMessages = id.equals(MESSAGE.ID) ? rows.join(MESSAGE).on(MESSAGE.CONVERSATION_ID.eq(CONVERSATION.ID)) : rows;
        return withMessages
                .join(CASES).on(CASES.ID.eq(CONVERSATION.CASE_ID))
                .leftJoin(SHOWN_CUSTOMER).on(SHOWN_CUSTOMER.ID.eq(CONVERSATION.CUSTOMER_ID))
                .leftJoin(SHOWN_BRAND).on(SHOWN_BRAND.ID.eq(CONVERSATION.BRAND_ID))
                .where(which)
                .and(CONVERSATION.BRAND_ID.in(ids(reader.brands())))
                .and(reader.partner().map(partner -> scope.takesPart(partner, CONVERSATION.ID)).orElseGet(DSL::noCondition))
                .fetchMap(id, name);
    }

    private static Collection<UUID> ids(Set<BrandId> brands) {
        return brands.stream().map(BrandId::value).toList();
    }
}
