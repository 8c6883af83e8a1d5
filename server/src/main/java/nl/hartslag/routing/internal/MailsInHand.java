package nl.hartslag.routing.internal;

import java.time.Clock;
import nl.hartslag.contacts.RoomForMails;
import nl.hartslag.platform.problem.Problem;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.routing.internal.db.tables.records.WaitingRecord;
import nl.hartslag.routing.internal.rules.Hands;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.ContactId;
import nl.hartslag.shared.UserId;
import org.springframework.stereotype.Component;

/** The most mails a person may have holds too for what he takes himself. */
@Component
class MailsInHand implements RoomForMails {
    private final Clock clock;
    private final Presences presences;
    private final WaitingContacts waiting;

    MailsInHand(Clock clock, Presences presences, WaitingContacts waiting) {
        this.clock = clock;
        this.presences = presences;
        this.waiting = waiting;
    }

    @Override
    public void check(Access access, ContactId contact, BrandId brand) {
        if (access.may(Permission.CONTACTS_ASSIGN, brand)) return;
        UserId user = access.user();
        presences.lock(user);
        if (waiting.row(contact).filter(row -> isHis(row, user)).isPresent()) return;
        presences.ensure(user, clock.instant());
        Hands hands = presences.find(user).orElseThrow().hands();
        if (hands.mails() < hands.capacity().mails()) return;
        throw Problem.of("routing/mails-full", 409).with("held", hands.mails()).with("most", hands.capacity().mails());
    }

    private boolean isHis(WaitingRecord row, UserId user) {
        return user.value().equals(row.getOfferedTo())
                || waiting.waiting(row, clock.instant()).preferred().filter(user::equals).isPresent();
    }
}
