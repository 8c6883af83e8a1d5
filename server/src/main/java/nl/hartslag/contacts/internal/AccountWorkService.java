package nl.hartslag.contacts.internal;

import static nl.hartslag.contacts.internal.db.Tables.CASES;
import static nl.hartslag.contacts.internal.db.Tables.CONTACT;
import static nl.hartslag.contacts.internal.db.Tables.PROMISE;
import static nl.hartslag.people.shown.Tables.SHOWN_USER;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import nl.hartslag.contacts.AccountWork;
import nl.hartslag.contacts.Cases.Called;
import nl.hartslag.customers.CustomerAccounts;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.CaseId;
import nl.hartslag.shared.CustomerAccountId;
import nl.hartslag.shared.PromiseId;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Result;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional(readOnly = true)
class AccountWorkService implements AccountWork {
    private static final List<Integer> DAYS = List.of(30, 90, 365);
    private static final int MOST_REASONS = 5;
    private static final int MOST_PROMISES = 20;
    private static final Field<String> DUTCH = DSL.max(CONTACT.REASON_NL);
    private static final Field<String> ENGLISH = DSL.max(CONTACT.REASON_EN);
    private final DSLContext db;
    private final CustomerAccounts accounts;
    private final PeopleOfAccounts people;
    private final CaseRows rows;
    private final Clock clock;

    AccountWorkService(DSLContext db, CustomerAccounts accounts, PeopleOfAccounts people, CaseRows rows, Clock clock) {
        this.db = db;
        this.accounts = accounts;
        this.people = people;
        this.rows = rows;
        this.clock = clock;
    }

    @Override
    public Work of(Access access, CustomerAccountId account) {
        access.require(Permission.CONTACTS_VIEW);
        accounts.page(access, account);
        Condition given = PROMISE.CASE_ID.eq(DSL.any(DSL.array(DSL.select(CASES.ID).from(CASES).where(PeopleOfAccounts.cases(account)).and(rows.visible(access))))).and(Promises.STILL_GIVEN)
                .and(DSL.exists(DSL.selectOne().from(CONTACT).where(CONTACT.ID.eq(PROMISE.CONTACT_ID)).and(rows.shown(access))));
        return new Work(people.open(access, List.of(account)).getOrDefault(account, 0), db.fetchCount(PROMISE, given), firstDue(given), periods(access, account));
    }

    private List<Due> firstDue(Condition given) {
        return db.select(PROMISE.ID, PROMISE.CASE_ID, CASES.NUMBER, PROMISE.WORDS, PROMISE.DUE_AT, PROMISE.STATE, SHOWN_USER.NAME)
                .from(PROMISE)
                .join(CASES).on(CASES.ID.eq(PROMISE.CASE_ID))
                .leftJoin(SHOWN_USER).on(SHOWN_USER.ID.eq(PROMISE.OWNER_ID))
                .where(given)
                .orderBy(PROMISE.DUE_AT, PROMISE.ID)
                .limit(MOST_PROMISES)
                .fetch(row -> new Due(new PromiseId(row.get(PROMISE.ID)), new CaseId(row.get(PROMISE.CASE_ID)), row.get(CASES.NUMBER), row.get(PROMISE.WORDS),
                        row.get(PROMISE.DUE_AT), row.get(PROMISE.STATE).equals("late"), row.get(SHOWN_USER.NAME)));
    }

    private List<Period> periods(Access access, CustomerAccountId account) {
        List<Field<Integer>> counts = DAYS.stream().map(days -> DSL.count().filterWhere(CONTACT.OPENED_AT.gt(since(days))).as("of_" + days)).toList();
        Result<? extends Record> found = db.select(CONTACT.REASON_ID, DUTCH, ENGLISH).select(counts)
                .from(CONTACT)
                .where(CONTACT.KIND.eq("inbound"))
                .and(CONTACT.OPENED_AT.gt(since(DAYS.getLast())))
                .and(CONTACT.BRAND_ID.in(access.within(Permission.CONTACTS_VIEW).brands().stream().map(BrandId::value).toList()))
                .and(PeopleOfAccounts.contacts(account))
                .and(rows.shown(access))
                .groupBy(CONTACT.REASON_ID)
                .fetch();
        return DAYS.stream().map(days -> period(days, found, counts.get(DAYS.indexOf(days)))).toList();
    }

    private static Period period(int days, Result<? extends Record> found, Field<Integer> count) {
        List<Asked> asked = found.stream()
                .filter(row -> row.get(CONTACT.REASON_ID) != null && row.get(DUTCH) != null && row.get(count) > 0)
                .map(row -> new Asked(new Called(row.get(DUTCH), Optional.ofNullable(row.get(ENGLISH)).orElse(row.get(DUTCH))), row.get(count)))
                .sorted(Comparator.comparingInt(Asked::contacts).reversed().thenComparing(one -> one.reason().nl()))
                .limit(MOST_REASONS)
                .toList();
        return new Period(days, found.stream().mapToInt(row -> row.get(count)).sum(), asked);
    }

    private Instant since(int days) {
        return clock.instant().minus(Duration.ofDays(days));
    }
}
