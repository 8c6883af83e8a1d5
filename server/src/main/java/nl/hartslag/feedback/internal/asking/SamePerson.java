package nl.hartslag.feedback.internal.asking;

import static nl.hartslag.feedback.internal.db.Tables.INVITATION;
import static nl.hartslag.feedback.internal.db.Tables.SAME_PERSON;

import java.util.List;
import java.util.UUID;
import nl.hartslag.customers.AddressMoved;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Remembers which customers are one person, also when that is taken back: rather one question too few than one too many. */
@Component
class SamePerson {
    private final DSLContext db;

    SamePerson(DSLContext db) {
        this.db = db;
    }

    @EventListener
    void on(AddressMoved moved) {
        db.insertInto(SAME_PERSON, SAME_PERSON.CUSTOMER_ID, SAME_PERSON.OTHER_ID)
                .values(moved.from().value(), moved.to().value())
                .values(moved.to().value(), moved.from().value())
                .onConflictDoNothing()
                .execute();
    }

    /** Invitations of this customer, under whatever name. */
    static Condition invitationOf(List<UUID> cards) {
        return INVITATION.CUSTOMER_ID.in(cards).or(INVITATION.CUSTOMER_ID.in(
                DSL.select(SAME_PERSON.OTHER_ID).from(SAME_PERSON).where(SAME_PERSON.CUSTOMER_ID.in(cards))));
    }
}
