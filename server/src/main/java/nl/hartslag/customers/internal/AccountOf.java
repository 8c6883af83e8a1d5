package nl.hartslag.customers.internal;

import static nl.hartslag.customers.internal.db.Tables.ACCOUNT;
import static nl.hartslag.customers.internal.db.Tables.ACCOUNT_DOMAIN;
import static nl.hartslag.customers.internal.db.Tables.ACCOUNT_END_CUSTOMER;
import static nl.hartslag.customers.internal.db.Tables.ACCOUNT_MEMBER;
import static nl.hartslag.customers.internal.db.Tables.IDENTITY;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import nl.hartslag.customers.AccountManagers;
import nl.hartslag.customers.AccountPeople.Membership;
import nl.hartslag.customers.AccountPeople.OfCustomer;
import nl.hartslag.customers.AccountPeople.Suggestion;
import nl.hartslag.customers.AccountPeople.Through;
import nl.hartslag.customers.CustomerAccounts.Kind;
import nl.hartslag.customers.Customers.Customer;
import nl.hartslag.platform.security.Access;
import nl.hartslag.shared.CustomerAccountId;
import nl.hartslag.shared.CustomerGroupId;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Component;

/** What accounts have to do with one customer. */
@Component
class AccountOf {
    private static final int MOST = 20;
    private final Anonymous anonymous;
    private final DSLContext db;
    private final Together together;
    private final AccountSight sight;
    private final AccountAgreements agreements;
    private final AccountManagers managers;

    AccountOf(Anonymous anonymous, DSLContext db, Together together, AccountSight sight, AccountAgreements agreements, AccountManagers managers) {
        this.anonymous = anonymous;
        this.db = db;
        this.together = together;
        this.sight = sight;
        this.agreements = agreements;
        this.managers = managers;
    }

    /** @param customer whom the reader may see, and with him his account */
    OfCustomer of(Access access, Customer customer) {
        List<UUID> cards = together.of(customer.id().value());
        Membership membership = db.select(ACCOUNT_MEMBER.fields()).select(ACCOUNT.fields())
                .from(ACCOUNT_MEMBER).join(ACCOUNT).on(ACCOUNT.ID.eq(ACCOUNT_MEMBER.ACCOUNT_ID))
                .where(ACCOUNT_MEMBER.CUSTOMER_ID.in(cards))
                .orderBy(ACCOUNT_MEMBER.CUSTOMER_ID.ne(customer.id().value()), ACCOUNT_MEMBER.SINCE).limit(1)
                .fetchOne(row -> membership(access, row));
        return new OfCustomer(membership, membership == null ? suggested(access, customer) : Optional.empty(), through(customer));
    }

    private Membership membership(Access access, Record row) {
        UUID account = row.get(ACCOUNT.ID);
        UUID manager = access.partner().isEmpty() ? row.get(ACCOUNT.MANAGER_ID) : null;
        UUID group = row.get(ACCOUNT.GROUP_ID);
        return new Membership(
                new CustomerAccountId(account),
                Kind.valueOf(row.get(ACCOUNT.KIND).toUpperCase(Locale.ROOT)),
                row.get(ACCOUNT.NAME),
                row.get(ACCOUNT.NUMBER),
                row.get(ACCOUNT_MEMBER.ROLE),
                row.get(ACCOUNT_MEMBER.MAIN),
                manager == null ? null : managers.names(List.of(manager)).get(manager),
                group == null ? null : new CustomerGroupId(group),
                agreements.valid(account, row.get(ACCOUNT.BRAND_ID)),
                row.get(ACCOUNT.ARCHIVED_AT) != null);
    }

    private Optional<Suggestion> suggested(Access access, Customer customer) {
        // the domain would be told
        if (anonymous.is(customer.brand())) return Optional.empty();
        List<String> domains = db.select(IDENTITY.VALUE).from(IDENTITY)
                .where(IDENTITY.CUSTOMER_ID.in(together.of(customer.id().value()))).and(IDENTITY.KIND.eq("email"))
                .fetch(IDENTITY.VALUE).stream().flatMap(address -> MailDomains.of(address).stream()).toList();
        return db.select(ACCOUNT.ID, ACCOUNT.NAME, ACCOUNT_DOMAIN.DOMAIN)
                .from(ACCOUNT_DOMAIN).join(ACCOUNT).on(ACCOUNT.ID.eq(ACCOUNT_DOMAIN.ACCOUNT_ID))
                .where(ACCOUNT_DOMAIN.BRAND_ID.eq(customer.brand().value()))
                .and(ACCOUNT_DOMAIN.DOMAIN.in(domains))
                .and(ACCOUNT.ARCHIVED_AT.isNull())
                .and(sight.condition(access))
                .orderBy(ACCOUNT_DOMAIN.DOMAIN)
                .limit(1)
                .fetchOptional(row -> new Suggestion(new CustomerAccountId(row.value1()), row.value2(), row.value3()));
    }

    private List<Through> through(Customer customer) {
        return db.select(ACCOUNT.ID, ACCOUNT.NAME, ACCOUNT_END_CUSTOMER.SINCE, ACCOUNT_END_CUSTOMER.UNTIL)
                .from(ACCOUNT_END_CUSTOMER).join(ACCOUNT).on(ACCOUNT.ID.eq(ACCOUNT_END_CUSTOMER.ACCOUNT_ID))
                .where(ACCOUNT_END_CUSTOMER.CUSTOMER_ID.in(together.of(customer.id().value())))
                .orderBy(ACCOUNT_END_CUSTOMER.UNTIL.desc().nullsFirst(), ACCOUNT_END_CUSTOMER.SINCE.desc())
                .limit(MOST)
                .fetch(row -> new Through(new CustomerAccountId(row.value1()), row.value2(), row.value3(), row.value4()));
    }
}
