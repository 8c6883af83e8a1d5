package nl.hartslag.customers.internal;

import static nl.hartslag.customers.internal.db.Tables.ACCOUNT;
import static nl.hartslag.customers.internal.db.Tables.ACCOUNT_DOMAIN;
import static nl.hartslag.customers.internal.db.Tables.ACCOUNT_MEMBER;
import static nl.hartslag.customers.internal.db.Tables.CUSTOMER;
import static nl.hartslag.customers.internal.db.Tables.CUSTOMER_GROUP;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import nl.hartslag.customers.AccountManagers;
import nl.hartslag.customers.CustomerAccounts;
import nl.hartslag.customers.internal.db.tables.records.AccountRecord;
import nl.hartslag.platform.problem.FieldErrors;
import nl.hartslag.platform.problem.Problem;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.shared.AgreementId;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.CustomerAccountId;
import nl.hartslag.shared.CustomerGroupId;
import nl.hartslag.shared.Page;
import nl.hartslag.shared.UserId;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
class AccountsService implements CustomerAccounts {
    private final DSLContext db;
    private final AccountLists lists;
    private final AccountSight sight;
    private final AccountAgreements agreements;
    private final AccountManagers managers;
    private final EffectiveGroups groups;
    private final AccountNews news;
    private final Clock clock;

    AccountsService(DSLContext db, AccountLists lists, AccountSight sight, AccountAgreements agreements, AccountManagers managers, EffectiveGroups groups,
            AccountNews news, Clock clock) {
        this.db = db;
        this.lists = lists;
        this.sight = sight;
        this.agreements = agreements;
        this.managers = managers;
        this.groups = groups;
        this.news = news;
        this.clock = clock;
    }

    @Override
    public Page<AccountLine> list(Access access, Filter filter, @Nullable String cursor, int limit) {
        access.require(Permission.CUSTOMERS_VIEW);
        return lists.list(access.within(Permission.CUSTOMERS_VIEW), filter, cursor, limit);
    }

    @Override
    public AccountPage page(Access access, CustomerAccountId id) {
        AccountRecord row = sight.seen(access, id);
        var counts = db.select(sight.members(access), sight.endCustomers(access)).from(ACCOUNT).where(ACCOUNT.ID.eq(id.value())).fetchSingle();
        boolean people = access.may(Permission.CUSTOMERS_CHANGE, new BrandId(row.getBrandId()));
        boolean ours = access.partner().isEmpty();
        return new AccountPage(view(row, ours), agreed(row, ours, counts.value1()), counts.value1(), counts.value2(), people && ours, people);
    }

    /** A member speaks for the account, so whoever helps one needs what holds today; an end customer does not. */
    private List<Agreement> agreed(AccountRecord row, boolean ours, int members) {
        if (ours) return agreements.of(row.getId(), row.getBrandId());
        return members > 0 ? agreements.valid(row.getId(), row.getBrandId()) : List.of();
    }

    @Override
    public CustomerAccountId create(Access access, BrandId brand, Draft draft) {
        access.require(Permission.CUSTOMERS_CHANGE, brand);
        AccountSight.ownPeople(access);
        AccountRecord row = db.newRecord(ACCOUNT);
        row.setId(CustomerAccountId.next().value());
        row.setBrandId(brand.value());
        row.setCreatedAt(clock.instant());
        row.setVersion(0);
        verify(row, draft);
        fill(row, draft);
        store(row);
        domains(row, draft);
        news.recorded(access, row, "customer-account.created", Map.of("new", draft));
        return new CustomerAccountId(row.getId());
    }

    @Override
    public void change(Access access, CustomerAccountId id, Draft draft, int version) {
        AccountRecord row = sight.forSettings(access, id);
        Account before = view(row, true);
        verify(row, draft);
        if (row.getVersion() != version) throw Problem.of("customer-accounts/changed", 409);
        fill(row, draft);
        row.setVersion(version + 1);
        store(row);
        db.deleteFrom(ACCOUNT_DOMAIN).where(ACCOUNT_DOMAIN.ACCOUNT_ID.eq(row.getId())).execute();
        domains(row, draft);
        if (!Objects.equals(before.group(), draft.group()) || before.archived() != draft.archived()) groups.changed(access, before.brand(), followers(row));
        news.recorded(access, row, "customer-account.changed", Map.of("old", as(before), "new", draft));
    }

    private static Draft as(Account account) {
        return new Draft(account.kind(), account.name(), account.number() == null ? "" : account.number(), account.manager(), account.group(), account.domains(), account.archived());
    }

    /** Members who are in no group themselves. */
    private List<UUID> followers(AccountRecord row) {
        return db.select(CUSTOMER.ID).from(ACCOUNT_MEMBER).join(CUSTOMER).on(CUSTOMER.ID.eq(ACCOUNT_MEMBER.CUSTOMER_ID))
                .where(ACCOUNT_MEMBER.ACCOUNT_ID.eq(row.getId())).and(CUSTOMER.GROUP_ID.isNull()).fetch(CUSTOMER.ID);
    }

    private void verify(AccountRecord row, Draft draft) {
        List<String> wanted = MailDomains.normal(draft.domains());
        BrandId brand = new BrandId(row.getBrandId());
        FieldErrors errors = new FieldErrors().text("name", draft.name(), 120).notLonger("number", draft.number(), 40);
        MailDomains.check(errors, wanted);
        errors.check(!db.fetchExists(ACCOUNT_DOMAIN, ACCOUNT_DOMAIN.BRAND_ID.eq(brand.value()).and(ACCOUNT_DOMAIN.DOMAIN.in(wanted))
                        .and(ACCOUNT_DOMAIN.ACCOUNT_ID.ne(row.getId()))), "domains", "taken")
                .check(draft.number().isBlank() || !db.fetchExists(ACCOUNT, ACCOUNT.BRAND_ID.eq(brand.value())
                        .and(ACCOUNT.NUMBER.equalIgnoreCase(draft.number().strip())).and(ACCOUNT.ID.ne(row.getId()))), "number", "taken")
                .check(draft.group() == null || draft.group().value().equals(row.getGroupId()) || db.fetchExists(CUSTOMER_GROUP,
                        CUSTOMER_GROUP.ID.eq(draft.group().value()).and(CUSTOMER_GROUP.BRAND_ID.eq(brand.value())).and(CUSTOMER_GROUP.ARCHIVED_AT.isNull())), "group", "unknown")
                .check(draft.manager() == null || draft.manager().value().equals(row.getManagerId())
                        || managers.of(brand).stream().anyMatch(one -> one.id().equals(draft.manager())), "manager", "unknown")
                .verify();
    }

    private void fill(AccountRecord row, Draft draft) {
        row.setKind(draft.kind().name().toLowerCase(Locale.ROOT));
        row.setName(draft.name().strip());
        row.setNumber(draft.number().isBlank() ? null : draft.number().strip());
        row.setManagerId(draft.manager() == null ? null : draft.manager().value());
        row.setGroupId(draft.group() == null ? null : draft.group().value());
        if (draft.archived() != (row.getArchivedAt() != null)) row.setArchivedAt(draft.archived() ? clock.instant() : null);
    }

    /** Of two who give the same number at once the second hears it. */
    private static void store(AccountRecord row) {
        try {
            row.store();
        } catch (DuplicateKeyException taken) {
            throw Problem.invalid("number", "taken");
        }
    }

    private List<String> domains(AccountRecord row) {
        return db.select(ACCOUNT_DOMAIN.DOMAIN).from(ACCOUNT_DOMAIN).where(ACCOUNT_DOMAIN.ACCOUNT_ID.eq(row.getId())).orderBy(ACCOUNT_DOMAIN.DOMAIN).fetch(ACCOUNT_DOMAIN.DOMAIN);
    }

    private void domains(AccountRecord row, Draft draft) {
        MailDomains.normal(draft.domains()).forEach(domain -> {
            int stored = db.insertInto(ACCOUNT_DOMAIN).set(ACCOUNT_DOMAIN.BRAND_ID, row.getBrandId()).set(ACCOUNT_DOMAIN.DOMAIN, domain)
                    .set(ACCOUNT_DOMAIN.ACCOUNT_ID, row.getId()).onConflictDoNothing().execute();
            if (stored == 0) throw Problem.invalid("domains", "taken");
        });
    }

    /** @param ours whether for our own people; whom of us it has and from where its people write is not a partner's */
    private Account view(AccountRecord row, boolean ours) {
        UUID manager = ours ? row.getManagerId() : null;
        return new Account(
                new CustomerAccountId(row.getId()),
                new BrandId(row.getBrandId()),
                Kind.valueOf(row.getKind().toUpperCase(Locale.ROOT)),
                row.getName(),
                row.getNumber(),
                manager == null ? null : new UserId(manager),
                manager == null ? null : managers.names(List.of(manager)).get(manager),
                row.getGroupId() == null ? null : new CustomerGroupId(row.getGroupId()),
                ours ? domains(row) : List.of(),
                row.getCreatedAt(),
                row.getArchivedAt() != null,
                row.getVersion());
    }

    @Override
    public List<Manager> managers(Access access, BrandId brand) {
        access.require(Permission.CUSTOMERS_CHANGE, brand);
        AccountSight.ownPeople(access);
        return managers.of(brand);
    }

    @Override
    public AgreementId agree(Access access, CustomerAccountId id, AgreementDraft draft) {
        AccountRecord row = sight.forSettings(access, id);
        AgreementId made = agreements.add(row, draft);
        news.recorded(access, row, "customer-account.agreement-added", Map.of("new", draft));
        return made;
    }

    @Override
    public void changeAgreement(Access access, CustomerAccountId id, AgreementId agreement, AgreementDraft draft, int version) {
        AccountRecord row = sight.forSettings(access, id);
        agreements.change(row, agreement, draft, version);
        news.recorded(access, row, "customer-account.agreement-changed", Map.of("new", draft));
    }

    @Override
    public void dropAgreement(Access access, CustomerAccountId id, AgreementId agreement, int version) {
        AccountRecord row = sight.forSettings(access, id);
        if (agreements.drop(row, agreement, version)) news.recorded(access, row, "customer-account.agreement-dropped", Map.of());
    }
}
