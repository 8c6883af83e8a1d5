package nl.hartslag.demo.internal.past;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import nl.hartslag.contacts.ContactsImport.PastMessage;
import nl.hartslag.demo.internal.Cast;
import nl.hartslag.shared.ContactId;
import nl.hartslag.shared.MessageId;
import nl.hartslag.shared.Uuid7;

/** The messages of one conversation, in order. */
final class Script {
    private final PastVisit visit;
    private final Cast cast;
    final List<PastMessage> messages = new ArrayList<>();

    Script(PastVisit visit, Cast cast) {
        this.visit = visit;
        this.cast = cast;
    }

    void customer(ContactId contact, Instant at, String text) {
        add(new PastMessage(new MessageId(Uuid7.at(at)), contact, "in", null, visit.occasion().shopper().name(), at, text,
                "conversation", null));
    }

    void agent(ContactId contact, Instant at, String text) {
        byAgent(contact, at, "out", text);
    }

    void note(ContactId contact, Instant at, String text) {
        byAgent(contact, at, "note", text);
    }

    void acknowledgement(ContactId contact, Instant at, String text) {
        add(new PastMessage(new MessageId(Uuid7.at(at)), contact, "out", null, visit.occasion().brand().name(), at, text,
                "acknowledgement", null));
    }

    private void byAgent(ContactId contact, Instant at, String direction, String text) {
        add(new PastMessage(new MessageId(Uuid7.at(at)), contact, direction, cast.user(visit.agent()), visit.agent().name(), at,
                text, "conversation", null));
    }

    private void add(PastMessage message) {
        messages.add(message);
    }
}
