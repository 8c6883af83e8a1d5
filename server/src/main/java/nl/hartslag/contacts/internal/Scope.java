package nl.hartslag.contacts.internal;

import static nl.hartslag.contacts.internal.db.Tables.CASES;
import static nl.hartslag.contacts.internal.db.Tables.CONTACT;
import static nl.hartslag.contacts.internal.db.Tables.CONVERSATION;

import java.util.Optional;
import java.util.UUID;
import nl.hartslag.contacts.internal.db.tables.Cases;
import nl.hartslag.contacts.internal.db.tables.records.ContactRecord;
import nl.hartslag.contacts.internal.db.tables.records.ConversationRecord;
import nl.hartslag.customers.PartnerReach;
import nl.hartslag.platform.problem.Problem;
import nl.hartslag.platform.security.Access;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.PartnerId;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** Who may see what. What may not be seen does not exist for that person. */
@Component
class Scope implements PartnerReach {
    private static final Cases SERVED = CASES.as("served");
    private final DSLContext db;

    Scope(DSLContext db) {
        this.db = db;
    }

    void check(Access access, ContactRecord contact) {
        if (!access.sees(new BrandId(contact.getBrandId()), Optional.ofNullable(contact.getPartnerId()).map(PartnerId::new))) {
            throw Problem.notFound("contacts");
        }
    }

    /** Someone of a partner sees a conversation when one of its contacts is that partner's. */
    void check(Access access, ConversationRecord conversation) {
        if (!sees(access, conversation)) throw Problem.notFound("contacts");
    }

    boolean sees(Access access, ConversationRecord conversation) {
        return access.brands().contains(new BrandId(conversation.getBrandId()))
                && (access.partner().isEmpty() || partnerTakesPart(access.partner().get().value(), conversation.getId()));
    }

    @Override
    public Condition reaches(PartnerId partner, Field<UUID> customer) {
        var part = CONTACT.as("part");
        // as values, not as sets: the database would gather everybody of the partner to ask it of one
        return DSL.condition(DSL.coalesce(
                DSL.field(DSL.select(DSL.inline(true)).from(part).where(part.CUSTOMER_ID.eq(customer)).and(part.PARTNER_ID.eq(partner.value())).limit(1)),
                DSL.field(DSL.select(DSL.inline(true)).from(SERVED).where(SERVED.FOR_CUSTOMER_ID.eq(customer)).and(servedBy(partner)).limit(1)),
                DSL.inline(false)));
    }

    @Override
    public Condition among(PartnerId partner, Field<UUID> customer) {
        var part = CONTACT.as("part");
        return customer.in(DSL.select(part.CUSTOMER_ID).from(part).where(part.PARTNER_ID.eq(partner.value()))
                .unionAll(DSL.select(SERVED.FOR_CUSTOMER_ID).from(SERVED).where(SERVED.FOR_CUSTOMER_ID.isNotNull()).and(servedBy(partner))));
    }

    /** Whoever sees a case knows for whom it is. */
    private static Condition servedBy(PartnerId partner) {
        var came = CONTACT.as("came");
        var part = CONTACT.as("part_of_it");
        return DSL.exists(DSL.selectOne().from(came)
                .join(part).on(part.CONVERSATION_ID.eq(came.CONVERSATION_ID))
                .where(came.CASE_ID.eq(SERVED.ID)).and(part.PARTNER_ID.eq(partner.value())));
    }

    /** What a case is about: for people of a partner who do not see all of it, what the part they see first is about. */
    Field<String> subject(Access access) {
        if (access.partner().isEmpty()) return CASES.SUBJECT;
        var piece = CONTACT.as("piece");
        var said = CONVERSATION.as("said");
        Condition seen = takesPart(access.partner().get(), piece.CONVERSATION_ID);
        Field<String> own = DSL.field(DSL.select(said.SUBJECT).from(piece).join(said).on(said.ID.eq(piece.CONVERSATION_ID))
                .where(piece.CASE_ID.eq(CASES.ID)).and(seen)
                .orderBy(piece.OPENED_AT, piece.ID).limit(1));
        Condition others = DSL.exists(DSL.selectOne().from(piece).where(piece.CASE_ID.eq(CASES.ID)).andNot(seen));
        return DSL.when(others, DSL.coalesce(own, DSL.inline(""))).otherwise(CASES.SUBJECT);
    }

    private boolean partnerTakesPart(UUID partner, UUID conversation) {
        return db.fetchExists(CONTACT, CONTACT.CONVERSATION_ID.eq(conversation).and(CONTACT.PARTNER_ID.eq(partner)));
    }

    /** The same as a condition of a list. */
    Condition takesPart(PartnerId partner, Field<UUID> conversation) {
        // by another name, because the list may be one of contacts itself
        var part = CONTACT.as("part");
        return DSL.exists(DSL.selectOne().from(part).where(part.CONVERSATION_ID.eq(conversation)).and(part.PARTNER_ID.eq(partner.value())));
    }
}
