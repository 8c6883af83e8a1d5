package nl.hartslag.customers.internal;

import static nl.hartslag.customers.internal.db.Tables.ACCOUNT;
import static nl.hartslag.customers.internal.db.Tables.ACCOUNT_DOMAIN;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import nl.hartslag.customers.AccountCases;
import nl.hartslag.customers.AccountManagers;
import nl.hartslag.customers.CustomerAccounts.AccountLine;
import nl.hartslag.customers.CustomerAccounts.Filter;
import nl.hartslag.customers.CustomerAccounts.Kind;
import nl.hartslag.platform.problem.Problem;
import nl.hartslag.platform.security.Access;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.CustomerAccountId;
import nl.hartslag.shared.Page;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Result;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Accounts by name, with whom they have and how much of the work is theirs. */
@Component
class AccountLists {
    private static final int MOST_PER_PAGE = 100;
    private static final Field<String> NAME = DSL.lower(ACCOUNT.NAME);
    private final DSLContext db;
    private final AccountSight sight;
    private final AccountManagers managers;
    private final AccountCases cases;

    AccountLists(DSLContext db, AccountSight sight, AccountManagers managers, AccountCases cases) {
        this.db = db;
        this.sight = sight;
        this.managers = managers;
        this.cases = cases;
    }

    Page<AccountLine> list(Access access, Filter filter, @Nullable String cursor, int limit) {
        int page = Math.clamp(limit, 1, MOST_PER_PAGE);
        Field<Integer> members = sight.members(access).as("members");
        Condition which = sight.condition(access).and(matching(filter, access.partner().isEmpty()));
        if (cursor != null) which = which.and(after(cursor));
        Result<? extends Record> found = db.select(ACCOUNT.fields()).select(members).from(ACCOUNT).where(which).orderBy(NAME, ACCOUNT.ID).limit(page + 1).fetch();
        List<? extends Record> shown = found.size() > page ? found.subList(0, page) : found;
        Map<UUID, String> names = access.partner().isPresent() ? Map.of() : managers.names(shown.stream().map(row -> row.get(ACCOUNT.MANAGER_ID)).filter(Objects::nonNull).distinct().toList());
        Map<CustomerAccountId, Integer> open = cases.open(access, shown.stream().map(row -> new CustomerAccountId(row.get(ACCOUNT.ID))).toList());
        return new Page<>(shown.stream().map(row -> line(row, row.get(members), names, open)).toList(),
                found.size() > page ? shown.getLast().get(ACCOUNT.ID).toString() : null);
    }

    private static AccountLine line(Record row, int members, Map<UUID, String> names, Map<CustomerAccountId, Integer> open) {
        CustomerAccountId id = new CustomerAccountId(row.get(ACCOUNT.ID));
        UUID manager = row.get(ACCOUNT.MANAGER_ID);
        return new AccountLine(id, new BrandId(row.get(ACCOUNT.BRAND_ID)), Kind.valueOf(row.get(ACCOUNT.KIND).toUpperCase(Locale.ROOT)), row.get(ACCOUNT.NAME),
                row.get(ACCOUNT.NUMBER), manager == null ? null : names.get(manager), members, open.get(id), row.get(ACCOUNT.ARCHIVED_AT) != null);
    }

    private static Condition matching(Filter filter, boolean ours) {
        Condition which = filter.archived() ? ACCOUNT.ARCHIVED_AT.isNotNull() : ACCOUNT.ARCHIVED_AT.isNull();
        if (filter.brand().isPresent()) which = which.and(ACCOUNT.BRAND_ID.eq(filter.brand().get().value()));
        if (filter.kind().isPresent()) which = which.and(ACCOUNT.KIND.eq(filter.kind().get().name().toLowerCase(Locale.ROOT)));
        if (filter.text().isBlank()) return which;
        String text = filter.text().strip().toLowerCase(Locale.ROOT);
        String domain = MailDomains.normal(text);
        Condition named = NAME.contains(text).or(DSL.lower(ACCOUNT.NUMBER).startsWith(text));
        if (domain.isEmpty() || !ours) return which.and(named);
        return which.and(named.or(DSL.exists(DSL.selectOne().from(ACCOUNT_DOMAIN)
                .where(ACCOUNT_DOMAIN.ACCOUNT_ID.eq(ACCOUNT.ID)).and(ACCOUNT_DOMAIN.DOMAIN.startsWith(domain)))));
    }

    private static Condition after(String cursor) {
        var last = ACCOUNT.as("last");
        return DSL.row(NAME, ACCOUNT.ID).gt(DSL.select(DSL.lower(last.NAME), last.ID).from(last).where(last.ID.eq(id(cursor))));
    }

    static UUID id(String cursor) {
        try {
            return UUID.fromString(cursor);
        } catch (IllegalArgumentException notOurs) {
            throw Problem.invalid("cursor", "invalid");
        }
    }
}
