package nl.hartslag.channels.internal.email.account;

import java.time.Clock;
import nl.hartslag.channels.internal.email.account.EmailAccount.Imap;
import nl.hartslag.channels.internal.intake.Json;
import org.jooq.DSLContext;

/** The accounts of a test's database, for tests of the packages beside this one. */
public record Accounts(DSLContext db, Clock clock) {
    public AccountStates states() {
        return new AccountStates(db, clock);
    }

    public EmailAccounts all() {
        return new EmailAccounts(db, clock);
    }

    public String json(Imap imap) {
        return Json.of(imap).data();
    }
}
