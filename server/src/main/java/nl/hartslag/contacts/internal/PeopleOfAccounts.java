package nl.hartslag.contacts.internal;

import static nl.hartslag.contacts.internal.db.Tables.CASES;
import static nl.hartslag.contacts.internal.db.Tables.CONTACT;
import static nl.hartslag.customers.shown.Tables.SHOWN_ACCOUNT_PERSON;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.hartslag.customers.AccountCases;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.shared.CustomerAccountId;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.QuantifiedSelect;
import org.jooq.Record1;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** Which work is for the people of an account: that of its members and end customers, and that which somebody brought for one of them. */
@Component
class PeopleOfAccounts implements AccountCases {
    private final DSLContext db;
    private final CaseRows rows;

    PeopleOfAccounts(DSLContext db, CaseRows rows) {
        this.db = db;
        this.rows = rows;
    }

    /** As an array, so that each side of an "or" goes by its own index. */
    private static QuantifiedSelect<Record1<UUID>> people(CustomerAccountId account) {
        return DSL.any(DSL.array(DSL.select(SHOWN_ACCOUNT_PERSON.CUSTOMER_ID).from(SHOWN_ACCOUNT_PERSON).where(SHOWN_ACCOUNT_PERSON.ACCOUNT_ID.eq(account.value()))));
    }

    static Condition cases(CustomerAccountId account) {
        return CASES.CUSTOMER_ID.eq(people(account)).or(CASES.FOR_CUSTOMER_ID.eq(people(account)));
    }

    static Condition contacts(CustomerAccountId account) {
        return CONTACT.CUSTOMER_ID.eq(people(account))
                .or(CONTACT.CASE_ID.eq(DSL.any(DSL.array(DSL.select(CASES.ID).from(CASES).where(CASES.FOR_CUSTOMER_ID.eq(people(account)))))));
    }

    @Override
    public Map<CustomerAccountId, Integer> open(Access access, Collection<CustomerAccountId> accounts) {
        if (accounts.isEmpty() || !access.may(Permission.CONTACTS_VIEW)) return Map.of();
        UUID[] ids = accounts.stream().map(CustomerAccountId::value).toArray(UUID[]::new);
        Condition which = SHOWN_ACCOUNT_PERSON.ACCOUNT_ID.eq(DSL.any(ids)).and(CASES.STATE.notIn("solved", "merged")).and(rows.visible(access));
        var open = DSL.select(SHOWN_ACCOUNT_PERSON.ACCOUNT_ID, CASES.ID).from(SHOWN_ACCOUNT_PERSON)
                .join(CASES).on(CASES.CUSTOMER_ID.eq(SHOWN_ACCOUNT_PERSON.CUSTOMER_ID)).where(which)
                .union(DSL.select(SHOWN_ACCOUNT_PERSON.ACCOUNT_ID, CASES.ID).from(SHOWN_ACCOUNT_PERSON)
                        .join(CASES).on(CASES.FOR_CUSTOMER_ID.eq(SHOWN_ACCOUNT_PERSON.CUSTOMER_ID)).where(which))
                .asTable("open");
        var account = open.field(SHOWN_ACCOUNT_PERSON.ACCOUNT_ID);
        Map<UUID, Integer> found = db.select(account, DSL.count()).from(open).groupBy(account).fetchMap(account, DSL.count());
        return accounts.stream().distinct().collect(Collectors.toMap(Function.identity(), one -> found.getOrDefault(one.value(), 0)));
    }
}
