package nl.hartslag.desk.internal;

import nl.hartslag.contacts.ContactEvent;
import nl.hartslag.contacts.ContactEvent.CaseChanged;
import nl.hartslag.contacts.ContactEvent.CaseReopened;
import nl.hartslag.contacts.ContactEvent.CaseSolved;
import nl.hartslag.contacts.ContactEvent.ContactAbandoned;
import nl.hartslag.contacts.ContactEvent.ContactAssigned;
import nl.hartslag.contacts.ContactEvent.ContactOpened;
import nl.hartslag.contacts.ContactEvent.ContactQueued;
import nl.hartslag.contacts.ContactEvent.ContactRegistered;
import nl.hartslag.contacts.ContactEvent.ContactReleased;
import nl.hartslag.contacts.ContactEvent.ContactWrappedUp;
import nl.hartslag.contacts.ContactEvent.ContentErased;
import nl.hartslag.contacts.ContactEvent.ConversationRead;
import nl.hartslag.contacts.ContactEvent.CustomerAnswered;
import nl.hartslag.contacts.ContactEvent.DeliveryChanged;
import nl.hartslag.contacts.ContactEvent.MessageWritten;
import nl.hartslag.contacts.ContactEvent.PriorityChanged;
import nl.hartslag.contacts.ContactEvent.PromiseChanged;
import nl.hartslag.contacts.ContactEvent.RecipientsChanged;
import nl.hartslag.contacts.ContactEvent.Typing;
import nl.hartslag.contacts.PastWorkStored;
import nl.hartslag.customers.CustomersJoined;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Hears what changes a row, in the transaction of whoever changes it; the row is made anew when that ends. */
@Component
class RowKeeper {
    private static final String SAID = "conversation";
    private static final int MOST_OF_A_PERSON = 500;

    private final RowMaker rows;
    private final RowNews news;

    RowKeeper(RowMaker rows, RowNews news) {
        this.rows = rows;
        this.news = news;
    }

    @EventListener
    void on(ContactEvent event) {
        switch (event) {
            case ContactOpened _, ContactQueued _, ContactAssigned _, ContactReleased _, ContactWrappedUp _, ContactAbandoned _,
                    CustomerAnswered _, CaseSolved _, CaseReopened _, PriorityChanged _ -> news.changed(event.conversation());
            case ContentErased _ -> news.erased(event.conversation());
            case CaseChanged changed -> caseChanged(changed);
            case PromiseChanged promise -> promise(promise);
            case MessageWritten written -> written(written);
            case ConversationRead read -> read(read);
            case DeliveryChanged delivery -> delivery(delivery);
            case RecipientsChanged recipients -> news.recipients(recipients);
            case ContactRegistered registered -> news.registered(registered);
            case Typing typing -> news.typing(typing);
        }
    }

    /** How he is called stands on his rows; the newest are made anew at once, the others when something happens in them. */
    @EventListener
    void on(CustomersJoined joined) {
        rows.of(joined.cards(), MOST_OF_A_PERSON).forEach(news::changed);
    }

    private void written(MessageWritten event) {
        news.written(event);
        boolean heard = event.direction().equals("in") || event.direction().equals("out");
        if (heard && event.purpose().equals(SAID)) news.changed(event.conversation());
    }

    private void caseChanged(CaseChanged event) {
        news.caseChanged(event);
        news.changed(event.conversation());
    }

    private void promise(PromiseChanged event) {
        if (!event.promise().kind().equals("answer") || event.promise().byRule() != null && event.promise().byRule().soon()) news.promise(event);
        news.changed(event.conversation());
    }

    private void read(ConversationRead event) {
        news.read(event);
        if (event.user() != null) news.changed(event.conversation());
    }

    private void delivery(DeliveryChanged event) {
        news.delivery(event);
        if (event.purpose().equals(SAID)) news.changed(event.conversation());
    }

    /** Past work is found by search and under closed as well; nobody needs to hear of it. */
    @EventListener
    void on(PastWorkStored stored) {
        rows.make(stored.conversations());
    }
}
