package nl.hartslag.channels.internal.email.place;

import static nl.hartslag.channels.internal.db.Tables.BLOCKED_SENDER;
import static nl.hartslag.channels.internal.db.Tables.ENVELOPE;

import nl.hartslag.channels.internal.email.parse.MailAddress;
import nl.hartslag.shared.BrandId;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** Who is kept out of a brand's inbox, and who was let in. */
@Component
class BlockedSenders {
    private final DSLContext db;

    BlockedSenders(DSLContext db) {
        this.db = db;
    }

    boolean isBlocked(BrandId brand, MailAddress from) {
        return db.fetchExists(BLOCKED_SENDER, BLOCKED_SENDER.BRAND_ID.eq(brand.value())
                .and(BLOCKED_SENDER.LIFTED_AT.isNull())
                .and(BLOCKED_SENDER.SENDER.in(from.address(), "@" + from.domain())));
    }

    /** Whether a person let in a mail of this sender that a filter took for spam. */
    boolean wasLetIn(BrandId brand, MailAddress from) {
        return db.fetchExists(ENVELOPE, DSL.condition("{0} ->> 'from' = {1}", ENVELOPE.PROOF, DSL.val(from.address()))
                .and(DSL.condition("{0} ->> 'was' = 'suspected-spam'", ENVELOPE.FACTS))
                .and(DSL.val(brand.value()).eq(DSL.any(ENVELOPE.BRAND_IDS))));
    }
}
