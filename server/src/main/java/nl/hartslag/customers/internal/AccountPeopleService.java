package nl.hartslag.customers.internal;

import static nl.hartslag.customers.internal.db.Tables.ACCOUNT;
import static nl.hartslag.customers.internal.db.Tables.ACCOUNT_MEMBER;
import static nl.hartslag.customers.internal.db.Tables.CUSTOMER;
import static nl.hartslag.customers.shown.Tables.SHOWN_CUSTOMER;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.hartslag.customers.AccountPeople;
import nl.hartslag.customers.Customers.Customer;
import nl.hartslag.customers.internal.db.tables.records.AccountMemberRecord;
import nl.hartslag.customers.internal.db.tables.records.AccountRecord;
import nl.hartslag.platform.problem.FieldErrors;
import nl.hartslag.platform.problem.Problem;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.CustomerAccountId;
import nl.hartslag.shared.CustomerId;
import nl.hartslag.shared.Page;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Result;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
class AccountPeopleService implements AccountPeople {
    private static final int MOST_PER_PAGE = 100;
    private final DSLContext db;
    private final Seen seen;
    private final Together together;
    private final AccountSight sight;
    private final EndCustomers endCustomers;
    private final AccountOf accountOf;
    private final EffectiveGroups groups;
    private final AccountNews news;
    private final Clock clock;

    AccountPeopleService(DSLContext db, Seen seen, Together together, AccountSight sight, EndCustomers endCustomers, AccountOf accountOf, EffectiveGroups groups, AccountNews news, Clock clock) {
        this.db = db;
        this.seen = seen;
        this.together = together;
        this.sight = sight;
        this.endCustomers = endCustomers;
        this.accountOf = accountOf;
        this.groups = groups;
        this.news = news;
        this.clock = clock;
    }

    @Override
    public Page<Member> members(Access access, CustomerAccountId id, @Nullable String cursor, int limit) {
        AccountRecord account = sight.seen(access, id);
        int page = Math.clamp(limit, 1, MOST_PER_PAGE);
        Result<? extends Record> found = db.select(ACCOUNT_MEMBER.fields()).select(SHOWN_CUSTOMER.NAME, Anonymous.ADDRESS)
                .from(ACCOUNT_MEMBER)
                .join(ACCOUNT).on(ACCOUNT.ID.eq(ACCOUNT_MEMBER.ACCOUNT_ID))
                .join(SHOWN_CUSTOMER).on(SHOWN_CUSTOMER.ID.eq(ACCOUNT_MEMBER.CUSTOMER_ID))
                .where(ACCOUNT_MEMBER.ACCOUNT_ID.eq(account.getId()))
                .and(sight.member(access))
                .and(cursor == null ? DSL.noCondition() : ACCOUNT_MEMBER.CUSTOMER_ID.gt(AccountLists.id(cursor)))
                .orderBy(ACCOUNT_MEMBER.CUSTOMER_ID)
                .limit(page + 1)
                .fetch();
        List<? extends Record> shown = found.size() > page ? found.subList(0, page) : found;
        return new Page<>(shown.stream().map(AccountPeopleService::member).toList(),
                found.size() > page ? shown.getLast().get(ACCOUNT_MEMBER.CUSTOMER_ID).toString() : null);
    }

    private static Member member(Record row) {
        return new Member(new CustomerId(row.get(ACCOUNT_MEMBER.CUSTOMER_ID)), row.get(SHOWN_CUSTOMER.NAME), row.get(Anonymous.ADDRESS), row.get(ACCOUNT_MEMBER.ROLE),
                row.get(ACCOUNT_MEMBER.MAIN), row.get(ACCOUNT_MEMBER.SINCE), row.get(ACCOUNT_MEMBER.VERSION));
    }

    @Override
    public void put(Access access, CustomerAccountId id, CustomerId asked, Role role) {
        AccountRecord account = forWhom(access, id, asked);
        CustomerId who = card(asked);
        new FieldErrors().notLonger("role", role.role(), 80).verify();
        AccountMemberRecord row = db.selectFrom(ACCOUNT_MEMBER).where(ACCOUNT_MEMBER.CUSTOMER_ID.eq(who.value())).forUpdate().fetchOne();
        if (row != null && !row.getAccountId().equals(account.getId())) throw Problem.of("customer-accounts/member-elsewhere", 409);
        if ((row == null ? 0 : row.getVersion()) != role.version()) throw Problem.of("customer-accounts/changed", 409);
        if (role.main()) {
            db.update(ACCOUNT_MEMBER).set(ACCOUNT_MEMBER.MAIN, false).set(ACCOUNT_MEMBER.VERSION, ACCOUNT_MEMBER.VERSION.plus(1))
                    .where(ACCOUNT_MEMBER.ACCOUNT_ID.eq(account.getId())).and(ACCOUNT_MEMBER.MAIN).and(ACCOUNT_MEMBER.CUSTOMER_ID.ne(who.value())).execute();
        }
        if (row == null) {
            join(access, account, who, role);
            return;
        }
        row.setRole(role.role().strip());
        row.setMain(role.main());
        row.setVersion(row.getVersion() + 1);
        row.update();
        news.about(access, account, who.value(), "customer-account.member-changed");
    }

    private void join(Access access, AccountRecord account, CustomerId who, Role role) {
        int joined = db.insertInto(ACCOUNT_MEMBER)
                .set(ACCOUNT_MEMBER.CUSTOMER_ID, who.value())
                .set(ACCOUNT_MEMBER.ACCOUNT_ID, account.getId())
                .set(ACCOUNT_MEMBER.ROLE, role.role().strip())
                .set(ACCOUNT_MEMBER.MAIN, role.main())
                .set(ACCOUNT_MEMBER.SINCE, clock.instant())
                .set(ACCOUNT_MEMBER.VERSION, 1)
                .onConflictDoNothing()
                .execute();
        if (joined == 0) throw Problem.of("customer-accounts/member-elsewhere", 409);
        grouped(access, account, who);
        news.about(access, account, who.value(), "customer-account.member-added");
    }

    @Override
    public void remove(Access access, CustomerAccountId id, CustomerId who) {
        AccountRecord account = forWhom(access, id, who);
        if (db.deleteFrom(ACCOUNT_MEMBER).where(ACCOUNT_MEMBER.CUSTOMER_ID.in(together.of(who.value()))).and(ACCOUNT_MEMBER.ACCOUNT_ID.eq(account.getId())).execute() == 0) return;
        grouped(access, account, who);
        news.about(access, account, who.value(), "customer-account.member-removed");
    }

    /** Which of his cards is a member somewhere; otherwise the head. */
    private CustomerId card(CustomerId who) {
        List<UUID> cards = together.of(who.value());
        return new CustomerId(db.select(ACCOUNT_MEMBER.CUSTOMER_ID).from(ACCOUNT_MEMBER).where(ACCOUNT_MEMBER.CUSTOMER_ID.in(cards))
                .orderBy(ACCOUNT_MEMBER.CUSTOMER_ID.ne(cards.getFirst()), ACCOUNT_MEMBER.SINCE).limit(1).fetchOptional(ACCOUNT_MEMBER.CUSTOMER_ID).orElse(cards.getFirst()));
    }

    /** He follows the group of the account, unless in one himself. */
    private void grouped(Access access, AccountRecord account, CustomerId who) {
        if (account.getGroupId() == null || account.getArchivedAt() != null) return;
        if (db.fetchExists(CUSTOMER, CUSTOMER.ID.eq(who.value()).and(CUSTOMER.GROUP_ID.isNotNull()))) return;
        groups.changed(access, new BrandId(account.getBrandId()), List.of(who.value()));
    }

    /** The account, held, for what is to become of this customer, whom the asker may see. */
    private AccountRecord forWhom(Access access, CustomerAccountId id, CustomerId who) {
        AccountRecord account = sight.forPeople(access, id);
        Customer customer = seen.customer(access, who);
        if (!customer.brand().value().equals(account.getBrandId())) throw Problem.notFound("customers");
        return account;
    }

    @Override
    public Page<EndCustomer> endCustomers(Access access, CustomerAccountId id, String text, @Nullable String cursor, int limit) {
        return endCustomers.list(access, sight.seen(access, id), text, cursor, Math.clamp(limit, 1, MOST_PER_PAGE));
    }

    @Override
    public void link(Access access, CustomerAccountId id, CustomerId who) {
        endCustomers.link(access, forWhom(access, id, who), who.value());
    }

    @Override
    public void unlink(Access access, CustomerAccountId id, CustomerId who) {
        endCustomers.unlink(access, forWhom(access, id, who), who.value());
    }

    @Override
    public CustomerId introduce(Access access, CustomerAccountId id, String name, String address) {
        return endCustomers.introduce(access, sight.forPeople(access, id), name, address);
    }

    @Override
    public CustomerId introducedBy(Access access, CustomerId by, String name, String address) {
        Customer customer = seen.customer(access, by);
        CustomerId made = endCustomers.make(access, customer.brand(), name, address);
        boughtThrough(access, by, made);
        return made;
    }

    @Override
    public OfCustomer of(Access access, CustomerId who) {
        access.require(Permission.CUSTOMERS_VIEW);
        Access viewer = access.within(Permission.CUSTOMERS_VIEW);
        return accountOf.of(viewer, seen.customer(viewer, who));
    }

    @Override
    public void boughtThrough(Access access, CustomerId member, CustomerId endCustomer) {
        Optional<UUID> account = db.select(ACCOUNT_MEMBER.ACCOUNT_ID).from(ACCOUNT_MEMBER).where(ACCOUNT_MEMBER.CUSTOMER_ID.eq(card(member).value())).fetchOptional(ACCOUNT_MEMBER.ACCOUNT_ID);
        account.flatMap(one -> db.selectFrom(ACCOUNT).where(ACCOUNT.ID.eq(one)).and(ACCOUNT.ARCHIVED_AT.isNull()).forUpdate().fetchOptional())
                .ifPresent(row -> endCustomers.link(access, row, endCustomer.value()));
    }
}
