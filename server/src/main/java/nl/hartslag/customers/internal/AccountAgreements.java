package nl.hartslag.customers.internal;

import static nl.hartslag.customers.internal.db.Tables.ACCOUNT_AGREEMENT;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import nl.hartslag.customers.CustomerAccounts.Agreement;
import nl.hartslag.customers.CustomerAccounts.AgreementDraft;
import nl.hartslag.customers.CustomerAccounts.State;
import nl.hartslag.customers.internal.db.tables.records.AccountAgreementRecord;
import nl.hartslag.customers.internal.db.tables.records.AccountRecord;
import nl.hartslag.organisation.Organisation;
import nl.hartslag.platform.problem.FieldErrors;
import nl.hartslag.platform.problem.Problem;
import nl.hartslag.shared.AgreementId;
import nl.hartslag.shared.BrandId;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** What was agreed with an account; days are those of its brand. */
@Component
class AccountAgreements {
    private static final int MOST = 50;
    private static final int LONGEST_TITLE = 120;
    private static final int LONGEST_WORDS = 2_000;
    private static final int LONGEST_LINK = 500;
    private static final Pattern LINK = Pattern.compile("https?://[^\\s\"<>]+");
    private final DSLContext db;
    private final Organisation organisation;
    private final Clock clock;

    AccountAgreements(DSLContext db, Organisation organisation, Clock clock) {
        this.db = db;
        this.organisation = organisation;
        this.clock = clock;
    }

    /** What holds first, then what is to come, then what ended, the latest first. */
    List<Agreement> of(UUID account, UUID brand) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), organisation.brand(new BrandId(brand)).zone());
        return db.selectFrom(ACCOUNT_AGREEMENT)
                .where(ACCOUNT_AGREEMENT.ACCOUNT_ID.eq(account))
                .orderBy(ACCOUNT_AGREEMENT.VALID_UNTIL.desc().nullsFirst(), ACCOUNT_AGREEMENT.ID)
                .fetch(row -> view(row, today)).stream()
                .sorted(Comparator.comparing(one -> switch (one.state()) {
                    case VALID -> 0;
                    case COMING -> 1;
                    case ENDED -> 2;
                }))
                .toList();
    }

    List<Agreement> valid(UUID account, UUID brand) {
        return of(account, brand).stream().filter(one -> one.state() == State.VALID).toList();
    }

    private static Agreement view(AccountAgreementRecord row, LocalDate today) {
        State state = row.getValidUntil() != null && row.getValidUntil().isBefore(today) ? State.ENDED
                : row.getValidFrom() != null && row.getValidFrom().isAfter(today) ? State.COMING : State.VALID;
        return new Agreement(new AgreementId(row.getId()), row.getTitle(), row.getWords(), row.getValidFrom(), row.getValidUntil(), row.getLink(), state, row.getVersion());
    }

    AgreementId add(AccountRecord account, AgreementDraft draft) {
        verify(draft);
        if (db.fetchCount(ACCOUNT_AGREEMENT, ACCOUNT_AGREEMENT.ACCOUNT_ID.eq(account.getId())) >= MOST) throw Problem.invalid("title", "too-many", MOST);
        AccountAgreementRecord row = db.newRecord(ACCOUNT_AGREEMENT);
        row.setId(AgreementId.next().value());
        row.setAccountId(account.getId());
        row.setVersion(0);
        fill(row, draft);
        row.insert();
        return new AgreementId(row.getId());
    }

    void change(AccountRecord account, AgreementId id, AgreementDraft draft, int version) {
        AccountAgreementRecord row = db.selectFrom(ACCOUNT_AGREEMENT)
                .where(ACCOUNT_AGREEMENT.ID.eq(id.value())).and(ACCOUNT_AGREEMENT.ACCOUNT_ID.eq(account.getId()))
                .forUpdate().fetchOptional().orElseThrow(() -> Problem.notFound("customer-accounts"));
        verify(draft);
        if (row.getVersion() != version) throw Problem.of("customer-accounts/changed", 409);
        fill(row, draft);
        row.setVersion(version + 1);
        row.update();
    }

    /** The caller holds the account. @return whether it was there still */
    boolean drop(AccountRecord account, AgreementId id, int version) {
        Condition which = ACCOUNT_AGREEMENT.ID.eq(id.value()).and(ACCOUNT_AGREEMENT.ACCOUNT_ID.eq(account.getId()));
        if (db.deleteFrom(ACCOUNT_AGREEMENT).where(which).and(ACCOUNT_AGREEMENT.VERSION.eq(version)).execute() > 0) return true;
        if (db.fetchExists(ACCOUNT_AGREEMENT, which)) throw Problem.of("customer-accounts/changed", 409);
        return false;
    }

    private static void fill(AccountAgreementRecord row, AgreementDraft draft) {
        row.setTitle(draft.title().strip());
        row.setWords(draft.words().strip());
        row.setValidFrom(draft.validFrom());
        row.setValidUntil(draft.validUntil());
        row.setLink(draft.link().isBlank() ? null : draft.link().strip());
    }

    private static void verify(AgreementDraft draft) {
        boolean inOrder = draft.validFrom() == null || draft.validUntil() == null || !draft.validUntil().isBefore(draft.validFrom());
        new FieldErrors()
                .text("title", draft.title(), LONGEST_TITLE)
                .notLonger("words", draft.words(), LONGEST_WORDS)
                .check(inOrder, "validUntil", "before-from")
                .check(draft.link().isBlank() || LINK.matcher(draft.link().strip()).matches(), "link", "link")
                .notLonger("link", draft.link(), LONGEST_LINK)
                .verify();
    }
}
