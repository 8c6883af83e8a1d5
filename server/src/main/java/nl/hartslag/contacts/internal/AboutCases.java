package nl.hartslag.contacts.internal;

import static nl.hartslag.contacts.internal.db.Tables.CONTACT;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import nl.hartslag.contacts.Result;
import nl.hartslag.contacts.internal.db.tables.records.ContactRecord;
import nl.hartslag.organisation.Fields.About;
import nl.hartslag.shared.ReasonId;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** By what the fields of a case are chosen: what was registered at any of its contacts. */
@Component
class AboutCases {
    private final DSLContext db;

    AboutCases(DSLContext db) {
        this.db = db;
    }

    About of(UUID caseId) {
        return with(CONTACT.CASE_ID.eq(caseId), null, null);
    }

    /** @param result what would come of this contact, instead of what is registered */
    About of(ContactRecord contact, @Nullable Result result) {
        return with(CONTACT.CASE_ID.eq(contact.getCaseId()).and(CONTACT.ID.ne(contact.getId())), contact.getReasonId(), result);
    }

    private About with(Condition contacts, @Nullable UUID reason, @Nullable Result result) {
        Set<ReasonId> reasons = new HashSet<>();
        Set<String> results = new HashSet<>();
        db.selectDistinct(CONTACT.REASON_ID, CONTACT.RESULT).from(CONTACT).where(contacts).forEach(row -> {
            if (row.value1() != null) reasons.add(new ReasonId(row.value1()));
            if (row.value2() != null) results.add(Rows.state(Result.class, row.value2()).name());
        });
        if (reason != null) reasons.add(new ReasonId(reason));
        if (result != null) results.add(result.name());
        return new About(reasons, results, null);
    }
}
