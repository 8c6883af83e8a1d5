package nl.hartslag.customers.internal;

import static nl.hartslag.customers.internal.db.Tables.ACCOUNT;
import static nl.hartslag.customers.internal.db.Tables.ACCOUNT_END_CUSTOMER;
import static nl.hartslag.customers.internal.db.Tables.ACCOUNT_MEMBER;

import java.util.Optional;
import nl.hartslag.customers.internal.db.tables.records.AccountRecord;
import nl.hartslag.platform.problem.Problem;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.CustomerAccountId;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** Which accounts someone may see: those of his brands; of a partner's people only those of whose people they may see one. */
@Component
class AccountSight {
    private final DSLContext db;
    private final Seen seen;

    AccountSight(DSLContext db, Seen seen) {
        this.db = db;
        this.seen = seen;
    }

    /** An account one may not see does not exist. */
    AccountRecord seen(Access access, CustomerAccountId id) {
        access.require(Permission.CUSTOMERS_VIEW);
        return found(access.within(Permission.CUSTOMERS_VIEW), id, false);
    }

    /** Held until the transaction ends, for whoever may change who belongs to it. */
    AccountRecord forPeople(Access access, CustomerAccountId id) {
        access.require(Permission.CUSTOMERS_CHANGE);
        AccountRecord row = found(access, id, true);
        access.require(Permission.CUSTOMERS_CHANGE, new BrandId(row.getBrandId()));
        return row;
    }

    /** The same, for whoever may change what it is and what was agreed. */
    AccountRecord forSettings(Access access, CustomerAccountId id) {
        AccountRecord row = forPeople(access, id);
        ownPeople(access);
        return row;
    }

    static void ownPeople(Access access) {
        if (access.partner().isPresent()) throw Problem.of("customer-accounts/own-people", 403);
    }

    private AccountRecord found(Access access, CustomerAccountId id, boolean hold) {
        var query = db.selectFrom(ACCOUNT).where(ACCOUNT.ID.eq(id.value())).and(condition(access));
        return Optional.ofNullable(hold ? query.forUpdate().fetchOne() : query.fetchOne()).orElseThrow(() -> Problem.notFound("customer-accounts"));
    }

    Condition condition(Access access) {
        Condition brands = ACCOUNT.BRAND_ID.in(access.brands().stream().map(BrandId::value).toList());
        if (access.partner().isEmpty()) return brands;
        return brands.and(DSL.exists(DSL.selectOne().from(ACCOUNT_MEMBER).where(ACCOUNT_MEMBER.ACCOUNT_ID.eq(ACCOUNT.ID)).and(member(access)))
                .or(DSL.exists(DSL.selectOne().from(ACCOUNT_END_CUSTOMER).where(ACCOUNT_END_CUSTOMER.ACCOUNT_ID.eq(ACCOUNT.ID)).and(endCustomer(access)))));
    }

    Condition member(Access access) {
        return seen.each(access, ACCOUNT.BRAND_ID, ACCOUNT_MEMBER.CUSTOMER_ID);
    }

    Condition endCustomer(Access access) {
        return seen.each(access, ACCOUNT.BRAND_ID, ACCOUNT_END_CUSTOMER.CUSTOMER_ID);
    }

    /** How many members of an account in a query of accounts the reader may see. */
    Field<Integer> members(Access access) {
        return DSL.field(DSL.selectCount().from(ACCOUNT_MEMBER).where(ACCOUNT_MEMBER.ACCOUNT_ID.eq(ACCOUNT.ID)).and(member(access)));
    }

    /** The same of those who buy through it now. */
    Field<Integer> endCustomers(Access access) {
        return DSL.field(DSL.selectCount().from(ACCOUNT_END_CUSTOMER)
                .where(ACCOUNT_END_CUSTOMER.ACCOUNT_ID.eq(ACCOUNT.ID)).and(ACCOUNT_END_CUSTOMER.UNTIL.isNull()).and(endCustomer(access)));
    }
}
