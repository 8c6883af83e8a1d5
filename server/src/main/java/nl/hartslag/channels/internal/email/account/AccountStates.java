package nl.hartslag.channels.internal.email.account;

import static nl.hartslag.channels.internal.db.Tables.EMAIL_ACCOUNT;

import java.time.Clock;
import java.time.Instant;
import nl.hartslag.shared.AccountId;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Whether an account works; people see it where they set the account up. */
@Component
public class AccountStates {
    private static final int LONGEST = 300;
    private final DSLContext db;
    private final Clock clock;

    AccountStates(DSLContext db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    public void works(AccountId id) {
        db.update(EMAIL_ACCOUNT)
                .set(EMAIL_ACCOUNT.STATE, "ok").setNull(EMAIL_ACCOUNT.STATE_DETAIL).set(EMAIL_ACCOUNT.STATE_AT, clock.instant())
                .where(EMAIL_ACCOUNT.ID.eq(id.value())).and(EMAIL_ACCOUNT.STATE.ne("ok")).execute();
    }

    public void broken(AccountId id, String why) {
        String shown = why.length() <= LONGEST ? why : why.substring(0, LONGEST);
        db.update(EMAIL_ACCOUNT)
                .set(EMAIL_ACCOUNT.STATE, "broken").set(EMAIL_ACCOUNT.STATE_DETAIL, shown).set(EMAIL_ACCOUNT.STATE_AT, clock.instant())
                .where(EMAIL_ACCOUNT.ID.eq(id.value()))
                .and(EMAIL_ACCOUNT.STATE.ne("broken").or(EMAIL_ACCOUNT.STATE_DETAIL.isDistinctFrom(shown))).execute();
    }

    /** Mail that was in the mailbox before is history. */
    public Instant createdAt(AccountId id) {
        return db.select(EMAIL_ACCOUNT.CREATED_AT).from(EMAIL_ACCOUNT).where(EMAIL_ACCOUNT.ID.eq(id.value()))
                .fetchSingle(EMAIL_ACCOUNT.CREATED_AT);
    }
}
