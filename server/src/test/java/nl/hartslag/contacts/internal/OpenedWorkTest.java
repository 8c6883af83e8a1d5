package nl.hartslag.contacts.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import nl.hartslag.contacts.Contacts;
import nl.hartslag.contacts.Received;
import nl.hartslag.contacts.Reply;
import nl.hartslag.people.Role;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.shared.BrandId;
import nl.hartslag.testing.Accesses;
import nl.hartslag.testing.HartslagTest;
import nl.hartslag.testing.MovableClock;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** Whoever reads what a customer wrote can be asked why. */
@HartslagTest
@Import(Work.class)
class OpenedWorkTest {
    @Autowired Contacts contacts;
    @Autowired Work work;
    @Autowired MovableClock clock;
    @Autowired DSLContext db;
    private BrandId brand;
    private Received letter;

    @BeforeEach
    void aLetter() {
        brand = work.aBrand();
        letter = work.aLetter(brand).arrives();
    }

    @Test
    void standsUnderTheConversationForWhoSeesNoCustomersOncePerTenMinutes() {
        Access editor = work.someone(brand, Role.EDITOR);
        assertThat(editor.may(Permission.CUSTOMERS_VIEW)).isFalse();
        contacts.messages(editor, letter.conversation(), 0, 50);
        contacts.messages(editor, letter.conversation(), 5, 50);
        assertThat(recorded(editor)).containsExactly("conversation.opened " + letter.conversation());
        clock.advance(Duration.ofMinutes(11));
        contacts.messages(editor, letter.conversation(), 0, 50);
        assertThat(recorded(editor)).hasSize(2);
    }

    @Test
    void standsUnderTheCustomerForWhoSeesCustomers() {
        Access agent = work.anAgent(brand);
        var customer = contacts.conversation(agent, letter.conversation()).customer();
        contacts.messages(agent, letter.conversation(), 0, 50);
        contacts.history(agent, customer, null, 10);
        assertThat(recorded(agent)).containsExactly("customer.opened " + customer);
    }

    @Test
    void standsUnderTheCustomerWhenHisEarlierContactsAreAskedFor() {
        Access reader = Accesses.administrator(brand).only(Set.of(Permission.CONTACTS_VIEW));
        var customer = contacts.conversation(reader, letter.conversation()).customer();
        contacts.history(reader, customer, null, 10);
        assertThat(recorded(reader)).containsExactly("customer.opened " + customer);
    }

    @Test
    void standsThereForAFileAlone() {
        Access agent = work.anAgent(brand);
        var upload = contacts.upload(agent.user().toString(), brand, "label.txt", "label".getBytes(StandardCharsets.UTF_8));
        contacts.reply(agent, letter.conversation(), new Reply("Kijk", List.of(upload), letter.seq(), "k", false));
        var file = contacts.messages(agent, letter.conversation(), 0, 50).getLast().attachments().getFirst();
        Access botBuilder = work.someone(brand, Role.BOT_BUILDER);
        contacts.attachment(botBuilder, file.id());
        assertThat(recorded(botBuilder)).containsExactly("conversation.opened " + letter.conversation());
    }

    private List<String> recorded(Access by) {
        return db.fetch("select kind || ' ' || subject_id from platform.audit where actor_id = ? order by at", by.user().value())
                .getValues(0, String.class);
    }
}
