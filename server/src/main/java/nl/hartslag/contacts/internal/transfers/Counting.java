package nl.hartslag.contacts.internal.transfers;

import static nl.hartslag.contacts.internal.db.Tables.CONTACT;
import static nl.hartslag.contacts.internal.db.Tables.TRANSFER;
import static org.jooq.impl.DSL.inline;

import java.time.Duration;
import java.time.Instant;
import nl.hartslag.contacts.Transfers.Behind;
import nl.hartslag.contacts.Transfers.Filter;
import nl.hartslag.contacts.internal.db.tables.Contact;
import nl.hartslag.platform.security.Access;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.types.DayToSecond;

/** Which contacts are counted, and what is true of each of them. */
final class Counting {
    private static final Contact OTHER = CONTACT.as("other");

    private Counting() {}

    static Condition counted(Access access, Filter filter) {
        Condition which = byCustomers(CONTACT).and(visible(access, CONTACT))
                .and(CONTACT.OPENED_AT.ge(filter.from())).and(CONTACT.OPENED_AT.lt(filter.to()));
        if (filter.brand().isPresent()) which = which.and(CONTACT.BRAND_ID.eq(filter.brand().get().value()));
        if (filter.channel().isPresent()) which = which.and(CONTACT.CHANNEL.eq(filter.channel().get()));
        if (filter.queue().isPresent()) which = which.and(CONTACT.QUEUE_ID.eq(filter.queue().get().value()));
        return which;
    }

    static Field<Integer> transfers() {
        return DSL.field(DSL.selectCount().from(TRANSFER).where(TRANSFER.CONTACT_ID.eq(CONTACT.ID)));
    }

    /** Of a customer who contacted the brand in the days before, as far as one may see. */
    static Condition repeat(DSLContext db, Access access, int days) {
        Field<Instant> since = CONTACT.OPENED_AT.minus(DSL.val(DayToSecond.valueOf(Duration.ofDays(days))));
        return DSL.exists(db.selectOne().from(OTHER)
                .where(OTHER.CUSTOMER_ID.eq(CONTACT.CUSTOMER_ID)).and(OTHER.BRAND_ID.eq(CONTACT.BRAND_ID)).and(OTHER.ID.ne(CONTACT.ID))
                .and(OTHER.OPENED_AT.ge(since)).and(OTHER.OPENED_AT.lt(CONTACT.OPENED_AT)).and(byCustomers(OTHER)).and(visible(access, OTHER)));
    }

    static Condition moreInCase(DSLContext db, Access access) {
        return DSL.exists(db.selectOne().from(OTHER)
                .where(OTHER.CASE_ID.eq(CONTACT.CASE_ID)).and(OTHER.ID.ne(CONTACT.ID)).and(byCustomers(OTHER)).and(visible(access, OTHER)));
    }

    static Condition behind(DSLContext db, Access access, Behind behind, int days) {
        Condition which = switch (behind.which()) {
            case ALL -> DSL.noCondition();
            case TRANSFERRED -> transfers().ge(1);
            case TWICE -> transfers().ge(2);
            case REPEATED -> repeat(db, access, days);
            case MORE_IN_CASE -> moreInCase(db, access);
            case WITHOUT_REASON -> transferred(TRANSFER.REASON_ID.isNull());
        };
        Condition move = DSL.noCondition();
        if (behind.fromQueue().isPresent()) move = move.and(TRANSFER.FROM_QUEUE.eq(behind.fromQueue().get().value()));
        if (behind.toQueue().isPresent()) move = move.and(TRANSFER.TO_QUEUE.eq(behind.toQueue().get().value()));
        if (behind.toPerson()) move = move.and(TRANSFER.TO_QUEUE.isNull());
        if (behind.why().isPresent()) move = move.and(TRANSFER.REASON_ID.eq(behind.why().get().value()));
        return behind.fromQueue().isPresent() || behind.toQueue().isPresent() || behind.toPerson() || behind.why().isPresent() ? which.and(transferred(move)) : which;
    }

    private static Condition transferred(Condition how) {
        return DSL.exists(DSL.selectOne().from(TRANSFER).where(TRANSFER.CONTACT_ID.eq(CONTACT.ID)).and(how));
    }

    private static Condition byCustomers(Contact contact) {
        return contact.KIND.eq(inline("inbound")).and(contact.RESULT.isNull().or(contact.RESULT.ne(inline("spam"))));
    }

    private static Condition visible(Access access, Contact contact) {
        Condition brands = contact.BRAND_ID.in(access.brands().stream().map(brand -> brand.value()).toList());
        return access.partner().map(partner -> brands.and(contact.PARTNER_ID.eq(partner.value()))).orElse(brands);
    }
}
