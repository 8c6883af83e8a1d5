package nl.hartslag.contacts.internal;

import static nl.hartslag.contacts.internal.db.Tables.OUTBOX;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.hartslag.contacts.Contacts;
import nl.hartslag.contacts.Delivery;
import nl.hartslag.contacts.MessageView;
import nl.hartslag.contacts.Received;
import nl.hartslag.contacts.Undelivered;
import nl.hartslag.contacts.Undelivered.Counts;
import nl.hartslag.contacts.Undelivered.Item;
import nl.hartslag.contacts.Undelivered.Trouble;
import nl.hartslag.contacts.internal.db.tables.records.OutboxRecord;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.MessageId;
import nl.hartslag.shared.PartnerId;
import nl.hartslag.shared.UserId;
import nl.hartslag.testing.Accesses;
import nl.hartslag.testing.HartslagTest;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** Letters have no adapter, so what leaves is claimed and settled here by hand, as a worker would. */
@HartslagTest
@Import(Work.class)
class UndeliveredTest {
    private static final List<String> LETTERS = List.of(Work.CHANNEL);
    @Autowired Contacts contacts;
    @Autowired Undelivered undelivered;
    @Autowired OutboxTable table;
    @Autowired OutboxMessages outbox;
    @Autowired DSLContext db;
    @Autowired Work work;
    private final UUID node = UUID.randomUUID();
    private BrandId brand;
    private Access noor;
    private Access lead;

    @BeforeEach
    void aBrandWithAnAgentAndSomeoneWhoSeesTheOutbox() {
        db.update(OUTBOX).set(OUTBOX.STATE, "sent").where(OUTBOX.CHANNEL.eq(Work.CHANNEL)).and(OUTBOX.STATE.eq("pending")).execute();
        brand = work.aBrand();
        noor = work.anAgent(brand);
        lead = Accesses.with(Permission.OUTBOX_VIEW, brand);
    }

    private MessageId answer() {
        Received letter = work.aLetter(brand).arrives();
        return work.answer(noor, letter.conversation(), letter.seq()).message();
    }

    private OutboxRecord taken() {
        return table.claim(node, LETTERS, 1, false).getFirst();
    }

    private List<Item> open() {
        return undelivered.list(lead, null, null, false, null, 50).items();
    }

    private MessageView shown(MessageId message) {
        OutboxRecord row = db.selectFrom(OUTBOX).where(OUTBOX.MESSAGE_ID.eq(message.value())).fetchSingle();
        return contacts.messages(noor, new nl.hartslag.shared.ConversationId(row.getConversationId()), 0, 50).stream()
                .filter(one -> one.id().equals(message)).findFirst().orElseThrow();
    }

    @Test
    void leavesToThoseWhomTheWriterSawHoweverLateThatIs() {
        answer();
        OutboxRecord row = taken();
        db.execute("insert into contacts.participant values (?, 'later@home.example', 'cc')", row.getConversationId());
        assertThat(outbox.toSend(List.of(row)).values()).singleElement().satisfies(leaving -> {
            assertThat(leaving.to()).hasSize(1);
            assertThat(leaving.cc()).isEmpty();
        });
    }

    @Test
    void listsWhatIsTriedAgainUntilItLeaves() {
        MessageId message = answer();
        Instant next = Instant.parse("2100-01-01T00:00:00Z");
        outbox.later(taken(), next, "relay-unreachable");
        assertThat(open()).singleElement().satisfies(item -> {
            assertThat(item.message()).isEqualTo(message);
            assertThat(item.trouble()).isEqualTo(Trouble.RETRYING);
            assertThat(item.why()).isEqualTo("relay-unreachable");
            assertThat(item.nextTry()).isEqualTo(next);
            assertThat(item.attempts()).isEqualTo(1);
            assertThat(item.address()).endsWith("@home.example");
        });
        assertThat(shown(message).delivery()).isEqualTo(Delivery.DELAYED);
        undelivered.again(lead, message);
        assertThat(open()).isEmpty();
        outbox.sent(taken(), "id-1");
        assertThat(shown(message).delivery()).isEqualTo(Delivery.SENT);
        assertThat(open()).isEmpty();
        assertThatThrownBy(() -> undelivered.again(lead, message)).hasMessage("undelivered/not-stuck");
    }

    @Test
    void sendsAgainWhatFailedAndTakesAwayItsMark() {
        MessageId message = answer();
        outbox.dead(taken(), "relay-answered: 550 no");
        assertThat(shown(message).delivery()).isEqualTo(Delivery.FAILED);
        assertThat(undelivered.counts(noor)).isEqualTo(new Counts(0, 0, 0, 1));
        assertThat(undelivered.counts(lead)).isEqualTo(new Counts(0, 1, 0, 0));
        undelivered.again(noor, message);
        assertThat(shown(message).delivery()).isEqualTo(Delivery.QUEUED);
        OutboxRecord second = taken();
        assertThat(second.getAttempts()).isEqualTo(1);
        assertThatThrownBy(() -> undelivered.again(noor, message)).hasMessage("undelivered/being-sent");
        outbox.sent(second, "id-2");
        assertThat(shown(message).delivery()).isEqualTo(Delivery.SENT);
    }

    @Test
    void listsWhatCameBackAndSendsItOnceMore() {
        MessageId message = answer();
        outbox.sent(taken(), "id-3");
        contacts.delivery(message, Delivery.BOUNCED, "5.1.1 unknown user");
        contacts.delivery(message, Delivery.BOUNCED, "5.1.1 unknown user");
        assertThat(undelivered.list(noor, null, null, true, null, 50).items()).singleElement().satisfies(item -> {
            assertThat(item.trouble()).isEqualTo(Trouble.BOUNCED);
            assertThat(item.why()).isEqualTo("5.1.1 unknown user");
        });
        undelivered.again(noor, message);
        assertThat(taken().getMessageId()).isEqualTo(message.value());
    }

    @Test
    void givingUpLetsTheRestOfTheConversationGoOn() {
        Received letter = work.aLetter(brand).arrives();
        MessageId first = work.answer(noor, letter.conversation(), letter.seq()).message();
        outbox.later(taken(), Instant.parse("2100-01-01T00:00:00Z"), "relay-unreachable");
        MessageId second = work.answer(noor, letter.conversation(), letter.seq()).message();
        assertThat(table.claim(node, LETTERS, 9, false)).isEmpty();
        undelivered.giveUp(noor, first);
        assertThat(taken().getMessageId()).isEqualTo(second.value());
        assertThat(shown(first).delivery()).isEqualTo(Delivery.FAILED);
        assertThat(open()).isEmpty();
        assertThat(undelivered.list(lead, Trouble.GIVEN_UP, null, false, null, 50).items()).hasSize(1);
        assertThatThrownBy(() -> undelivered.giveUp(noor, first)).hasMessage("undelivered/not-stuck");
    }

    @Test
    void findsAndPages() {
        for (int i = 0; i < 5; i++) {
            answer();
            outbox.dead(taken(), i == 3 ? "relay-answered: 552 mailbox full" : "relay-answered: 550 no");
        }
        var page = undelivered.list(lead, null, null, false, null, 2);
        var rest = undelivered.list(lead, null, null, false, page.next(), 10);
        assertThat(page.items()).hasSize(2);
        assertThat(rest.items()).hasSize(3).doesNotContainAnyElementsOf(page.items());
        assertThat(rest.next()).isNull();
        assertThat(undelivered.list(lead, null, "MAILBOX full", false, null, 10).items()).hasSize(1);
        assertThat(undelivered.list(lead, null, page.items().getFirst().address(), false, null, 10).items()).hasSize(1);
        assertThat(undelivered.list(lead, Trouble.BOUNCED, null, false, null, 10).items()).isEmpty();
    }

    @Test
    void showsNobodyWhatHeMayNotSee() {
        MessageId message = answer();
        outbox.dead(taken(), "relay-answered: 550 no");
        Access elsewhere = Accesses.administrator(BrandId.next());
        Access partner = Access.everywhere(UserId.next(), "Gijs", "nl", lead.permissions(), lead.brands(), lead.teams(), Optional.of(PartnerId.next()));
        Access colleague = work.anAgent(brand);
        for (Access stranger : List.of(elsewhere, partner)) {
            assertThat(undelivered.list(stranger, null, null, false, null, 10).items()).isEmpty();
            assertThatThrownBy(() -> undelivered.again(stranger, message)).hasMessage("undelivered/not-found");
        }
        assertThat(undelivered.list(colleague, null, null, true, null, 10).items()).isEmpty();
        assertThatThrownBy(() -> undelivered.list(colleague, null, null, false, null, 10)).hasMessage("access/denied");
        assertThatThrownBy(() -> undelivered.giveUp(Accesses.with(Permission.CONTACTS_VIEW, brand), message)).hasMessage("access/denied");
    }

    @Test
    void tellsWhoWroteItWhoHasItInHandAndTheList() {
        MessageId message = answer();
        outbox.dead(taken(), "relay-answered: 550 no");
        var told = db.fetch("select kind, user_id from (select * from platform.live_pending union all "
                + "select position, kind, brand_id, partner_id, permission, user_id, payload, at from platform.live_log) news "
                + "where payload ->> 'message' = ?", message.toString());
        assertThat(told.getValues("kind", String.class)).contains("contacts.undelivered.changed", "contacts.undelivered.mine");
        assertThat(told.getValues("user_id", UUID.class)).contains(noor.user().value());
    }
}
