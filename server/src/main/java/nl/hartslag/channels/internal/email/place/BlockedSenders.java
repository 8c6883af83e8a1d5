package nl.hartslag.channels.internal.email.place;

import static nl.hartslag.channels.internal.db.Tables.BLOCKED_SENDER;

import nl.hartslag.channels.internal.email.parse.MailAddress;
import nl.hartslag.shared.BrandId;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Who is kept out of a brand's inbox. */
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
}
