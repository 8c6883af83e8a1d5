package nl.hartslag.channels.internal.email.account;

import static nl.hartslag.channels.internal.db.Tables.EMAIL_ACCOUNT;

import java.util.Map;
import nl.hartslag.platform.audit.SubjectNames;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Our own addresses by name, for the audit log. */
@Component
class AccountSubjects implements SubjectNames {
    private final DSLContext db;

    AccountSubjects(DSLContext db) {
        this.db = db;
    }

    @Override
    public Map<String, Finder> finders() {
        return Map.of("email-account", (reader, ids) -> db.select(EMAIL_ACCOUNT.ID, EMAIL_ACCOUNT.ADDRESS).from(EMAIL_ACCOUNT).where(EMAIL_ACCOUNT.ID.in(ids)).fetchMap(EMAIL_ACCOUNT.ID, EMAIL_ACCOUNT.ADDRESS));
    }
}
