package nl.hartslag.contacts.internal.imports;

import static nl.hartslag.contacts.internal.db.Tables.CASES;
import static nl.hartslag.contacts.internal.db.Tables.CONTACT;
import static nl.hartslag.contacts.internal.db.Tables.MESSAGE;
import static nl.hartslag.contacts.internal.db.Tables.OUTBOX;
import static nl.hartslag.contacts.internal.db.Tables.PROMISE;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.hartslag.contacts.ContactsImport;
import nl.hartslag.contacts.ContactsImport.PastCase;
import nl.hartslag.contacts.ContactsImport.PastContact;
import nl.hartslag.contacts.ContactsImport.PastConversation;
import nl.hartslag.contacts.ContactsImport.PastMessage;
import nl.hartslag.contacts.ContactsImport.PastPromise;
import nl.hartslag.contacts.Result;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.CaseId;
import nl.hartslag.shared.ContactId;
import nl.hartslag.shared.ConversationId;
import nl.hartslag.shared.CustomerId;
import nl.hartslag.shared.MessageId;
import nl.hartslag.shared.UserId;
import nl.hartslag.shared.Uuid7;
import nl.hartslag.testing.HartslagTest;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@HartslagTest
class PastWorkTest {
    private static final Instant OPENED = Instant.parse("2026-09-07T08:00:00Z");

    @Autowired
    ContactsImport imports;

    @Autowired
    DSLContext database;

    private final CaseId caseId = new CaseId(Uuid7.at(OPENED));
    private final ContactId contact = new ContactId(Uuid7.at(OPENED));
    private final UserId agent = UserId.next();

    @Test
    void storesAPastCaseAsItWas() {
        imports.store(List.of(pastCase(OPENED.plus(Duration.ofHours(2)))));

        var row = database.selectFrom(CONTACT).where(CONTACT.ID.eq(contact.value())).fetchSingle();
        assertThat(row.getState()).isEqualTo("ended");
        assertThat(row.getEndedBy()).isEqualTo(agent.value());
        assertThat(row.getOpenedAt()).isEqualTo(OPENED);
        assertThat(database.fetchValue(CASES.STATE, CASES.ID.eq(caseId.value()))).isEqualTo("solved");
        assertThat(database.select(MESSAGE.SEQ).from(MESSAGE).where(MESSAGE.CONTACT_ID.eq(contact.value()))
                .orderBy(MESSAGE.AT).fetch(MESSAGE.SEQ)).containsExactly(1, 2);
    }

    @Test
    void tellsWhetherThePromiseWasKeptInTime() {
        imports.store(List.of(pastCase(OPENED.plus(Duration.ofHours(5)))));

        assertThat(database.fetchValue(PROMISE.STATE, PROMISE.CONTACT_ID.eq(contact.value()))).isEqualTo("kept_late");
    }

    @Test
    void sendsNothing() {
        imports.store(List.of(pastCase(OPENED.plus(Duration.ofHours(1)))));

        assertThat(database.fetchExists(database.selectFrom(OUTBOX)
                .where(OUTBOX.MESSAGE_ID.in(database.select(MESSAGE.ID).from(MESSAGE)
                        .where(MESSAGE.CONTACT_ID.eq(contact.value())))))).isFalse();
    }

    private PastCase pastCase(Instant answered) {
        BrandId brand = BrandId.next();
        return new PastCase(caseId, brand, CustomerId.next(), "Where is it?", OPENED, answered, agent,
                List.of(new PastConversation(ConversationId.next(), "letter", "mail", "Where is it?", "en", true,
                        List.of("anna@post.example"),
                        List.of(new PastContact(contact, Optional.empty(), null, null, null, null, Result.SOLVED, OPENED,
                                answered.minusSeconds(300), answered, answered, agent,
                                Optional.of(new PastPromise(OPENED.plus(Duration.ofHours(4)), answered)), List.of())),
                        List.of(message("in", null, OPENED, "Where is my parcel?"),
                                message("out", agent, answered, "It is on its way.")))));
    }

    private PastMessage message(String direction, UserId author, Instant at, String text) {
        return new PastMessage(new MessageId(Uuid7.at(at)), contact, direction, author, "Anna", at, text, "conversation", null);
    }
}
