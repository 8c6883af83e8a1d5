package nl.hartslag.contacts.internal;

import java.util.Optional;
import nl.hartslag.contacts.Priority;
import nl.hartslag.contacts.Transfer;
import nl.hartslag.contacts.WhileWaiting;
import nl.hartslag.contacts.internal.db.tables.records.ContactRecord;
import nl.hartslag.people.People;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.ContactId;
import nl.hartslag.shared.QueueId;
import nl.hartslag.shared.UserId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The contact is held before it is looked at, so of two who act at once the second finds what the first made of it. */
@Service
class WaitingWork implements WhileWaiting {
    private final Handling handling;
    private final Priorities priorities;
    private final People people;

    WaitingWork(Handling handling, Priorities priorities, People people) {
        this.handling = handling;
        this.priorities = priorities;
        this.people = people;
    }

    @Override
    @Transactional
    public Done prioritise(Access access, ContactId contact, QueueId waitsIn, Priority priority) {
        return instead(access, contact, waitsIn).orElseGet(() -> {
            priorities.set(access, contact, priority);
            return Done.of(Outcome.DONE);
        });
    }

    @Override
    @Transactional
    public Done transfer(Access access, ContactId contact, QueueId waitsIn, Transfer transfer) {
        return instead(access, contact, waitsIn).orElseGet(() -> {
            if (transfer.user() != null && !mayHave(access, contact, transfer.user())) return Done.of(Outcome.NOT_FOR_THEM);
            handling.transfer(access, contact, transfer);
            return Done.of(Outcome.DONE);
        });
    }

    /** What it is by now, unless it waits in this queue. */
    private Optional<Done> instead(Access access, ContactId id, QueueId waitsIn) {
        ContactRecord contact = handling.held(access, id);
        access.require(Permission.CONTACTS_ASSIGN, new BrandId(contact.getBrandId()));
        if (contact.getAssignedTo() != null && contact.getState().equals("assigned")) return Optional.of(taken(access, new UserId(contact.getAssignedTo())));
        if (!contact.getState().equals("waiting")) return Optional.of(Done.of(Outcome.GONE));
        return waitsIn.equals(Handling.queue(contact)) ? Optional.empty() : Optional.of(Done.of(Outcome.MOVED));
    }

    /** A partner learns no names of other companies. */
    private Done taken(Access access, UserId by) {
        return new Done(Outcome.TAKEN, people.user(by)
                .filter(person -> access.partner().isEmpty() || access.partner().equals(person.partner()))
                .map(People.User::name)
                .orElse(null));
    }

    private boolean mayHave(Access access, ContactId contact, UserId user) {
        return handling.receivers(access, handling.get(contact)).anyMatch(one -> one.id().equals(user));
    }
}
