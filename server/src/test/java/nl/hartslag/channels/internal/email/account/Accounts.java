package nl.hartslag.channels.internal.email.account;

import java.time.Clock;
import nl.hartslag.channels.internal.email.account.EmailAccount.Imap;
import nl.hartslag.channels.internal.intake.Json;
import nl.hartslag.shared.AccountId;
import org.jooq.DSLContext;

/** The accounts of a test's database, for tests of the packages beside this one. */
public record Accounts(DSLContext db, Clock clock) {
    public AccountStates states() {
        return new AccountStates(db, clock);
    }

    public EmailAccounts all() {
        return new EmailAccounts(db, clock);
    }

    public RefreshTokens refreshTokens() {
        return new RefreshTokens(db, all());
    }

    /** As it stands in the database now. */
    public EmailAccount account(AccountId id) {
        return all().account(id).orElseThrow();
    }

    public String json(Imap imap) {
        return Json.of(imap).data();
    }
}
