package nl.hartslag.channels.internal.email.account;

import static nl.hartslag.channels.internal.db.Tables.EMAIL_ACCOUNT;

import nl.hartslag.channels.internal.email.account.EmailAccount.Imap;
import nl.hartslag.shared.AccountId;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** The refresh token of an account, sealed. Some providers give another at every use, and let the one before expire. */
@Component
public class RefreshTokens {
    private static final Field<String> STORED = DSL.jsonbGetAttributeAsText(EMAIL_ACCOUNT.IMAP, "secret");
    private final DSLContext db;
    private final EmailAccounts accounts;

    RefreshTokens(DSLContext db, EmailAccounts accounts) {
        this.db = db;
        this.accounts = accounts;
    }

    /** As it stands at this moment; who read the account before may hold an older one. */
    public String current(EmailAccount account) {
        return db.select(STORED).from(EMAIL_ACCOUNT).where(EMAIL_ACCOUNT.ID.eq(account.id().value())).and(STORED.isNotNull())
                .fetchOptional(STORED).orElseGet(() -> account.imap().map(Imap::secret).orElse(""));
    }

    /** In one statement, so that the old one stands there until the new one does. What a person entered meanwhile stays. */
    public void replace(AccountId account, String before, String by) {
        db.update(EMAIL_ACCOUNT)
                .set(EMAIL_ACCOUNT.IMAP, DSL.field("{0} || jsonb_build_object('secret', {1}::text)", JSONB.class, EMAIL_ACCOUNT.IMAP, DSL.val(by)))
                .where(EMAIL_ACCOUNT.ID.eq(account.value())).and(STORED.eq(before)).execute();
        accounts.changed();
    }
}
