package nl.hartslag.desk.internal.search;

import static nl.hartslag.desk.internal.db.Tables.SEARCHED;
import static nl.hartslag.desk.internal.db.Tables.SEARCH_DUE;

import java.util.Collection;
import java.util.List;
import nl.hartslag.contacts.ContactEvent;
import nl.hartslag.contacts.ContactEvent.CaseChanged;
import nl.hartslag.contacts.ContactEvent.ContentErased;
import nl.hartslag.contacts.ContactEvent.MessageWritten;
import nl.hartslag.contacts.PastWorkStored;
import nl.hartslag.platform.AfterCommit;
import nl.hartslag.platform.Wake;
import nl.hartslag.shared.ConversationId;
import org.jooq.DSLContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Hears of which conversations the words are other ones, in the transaction of whoever changes them. */
@Component
public class SearchDue {
    final Wake added = new Wake();
    private final DSLContext db;

    SearchDue(DSLContext db) {
        this.db = db;
    }

    @EventListener
    void on(ContactEvent event) {
        switch (event) {
            case MessageWritten written when !written.direction().equals("event") -> add(List.of(written.conversation()));
            case CaseChanged changed -> add(List.of(changed.conversation()));
            default -> {}
        }
    }

    @EventListener
    void on(PastWorkStored stored) {
        add(stored.conversations());
    }

    /** What was erased is found no more from this moment, by the names of those who are known still a little later. To be called with its row held. */
    public void forget(Collection<ConversationId> erased) {
        db.deleteFrom(SEARCHED).where(SEARCHED.CONVERSATION_ID.in(erased.stream().map(ConversationId::value).toList())).execute();
        add(erased);
    }

    private void add(Collection<ConversationId> conversations) {
        var insert = db.insertInto(SEARCH_DUE, SEARCH_DUE.CONVERSATION_ID);
        for (ConversationId one : conversations) insert = insert.values(one.value());
        insert.execute();
        AfterCommit.once(this, added::call);
    }
}
