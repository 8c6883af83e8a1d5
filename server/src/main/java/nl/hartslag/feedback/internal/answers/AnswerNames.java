package nl.hartslag.feedback.internal.answers;

import static nl.hartslag.customers.shown.Tables.SHOWN_CUSTOMER;
import static nl.hartslag.feedback.internal.db.Tables.RESPONSE;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.hartslag.feedback.internal.Scope;
import nl.hartslag.platform.audit.SubjectNames;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.security.Permission;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Whose answer it was, for the audit log; for whoever may see customers. */
@Component
class AnswerNames implements SubjectNames {
    private final DSLContext db;

    AnswerNames(DSLContext db) {
        this.db = db;
    }

    @Override
    public Map<String, Finder> finders() {
        return Map.of("response", this::answers);
    }

    private Map<UUID, String> answers(Access reader, Collection<UUID> ids) {
        return db.select(RESPONSE.ID, SHOWN_CUSTOMER.NAME)
                .from(RESPONSE)
                .join(SHOWN_CUSTOMER).on(SHOWN_CUSTOMER.ID.eq(RESPONSE.CUSTOMER_ID))
                .where(RESPONSE.ID.in(ids))
                .and(SHOWN_CUSTOMER.NAME.isNotNull())
                .and(Scope.of(reader.within(Permission.CUSTOMERS_VIEW), Optional.empty(), RESPONSE.BRAND_ID, RESPONSE.PARTNER_ID))
                .fetchMap(RESPONSE.ID, SHOWN_CUSTOMER.NAME);
    }
}
