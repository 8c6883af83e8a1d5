package nl.hartslag.channels.internal.email.smtp;

import static nl.hartslag.testing.AtOnce.atOnce;
import static nl.hartslag.testing.Eventually.eventually;
import static nl.hartslag.testing.Refusals.refused;
import static nl.hartslag.testing.Refusals.refusedAt;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.hartslag.channels.Outbox;
import nl.hartslag.contacts.NewConversations;
import nl.hartslag.contacts.NewConversations.NewConversation;
import nl.hartslag.contacts.NewConversations.NewCorrespondent;
import nl.hartslag.contacts.Reply;
import nl.hartslag.customers.Customers;
import nl.hartslag.customers.Customers.Customer;
import nl.hartslag.customers.Customers.IdentityKind;
import nl.hartslag.desk.Desk;
import nl.hartslag.desk.OpenConversation;
import nl.hartslag.organisation.OrganisationSettings.BrandDraft;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.ConversationId;
import nl.hartslag.shared.PartnerId;
import nl.hartslag.shared.UserId;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A conversation that one of us begins with a customer whom we know. */
class BegunByUsTest extends MailJourney {
    @Autowired NewConversations conversations;
    @Autowired Customers customers;
    @Autowired Desk desk;
    @Autowired DSLContext db;
    private Customer jan;
    private UUID address;

    @BeforeEach
    void aCustomerWeKnow() throws IOException {
        send(mail("een"));
        settled(1);
        jan = customers.find(inbox.brand(), IdentityKind.EMAIL, customer).orElseThrow();
        address = customers.identities(jan.id()).getFirst().id();
    }

    @Test
    void isInTheHandsOfWhoBeganItAndNothingIsSentYet() {
        ConversationId begun = begin("Je bestelling komt later", "k1");
        OpenConversation open = desk.open(access, begun);
        assertThat(open.contact()).satisfies(contact -> {
            assertThat(contact.state()).isEqualTo("assigned");
            assertThat(contact.assignedTo()).isEqualTo(access.user());
            assertThat(contact.kind()).isEqualTo("outbound");
        });
        assertThat(open.conversation().subject()).isEqualTo("Je bestelling komt later");
        assertThat(open.messages()).singleElement().satisfies(line -> assertThat(line.text()).isEqualTo("begun"));
        assertThat(open.beside().customer().id()).isEqualTo(jan.id());
        assertThat(outbox.mails(access, Outbox.Purpose.CONVERSATION, null, null, 10).items()).isEmpty();
    }

    @Test
    void whatIsWrittenGoesToThatAddressAndTheAnswerComesBackInIt() throws IOException {
        ConversationId begun = begin("Je bestelling\r\nkomt later", "k1");
        contacts.reply(access, begun, new Reply("Er is sneeuw.", List.of(), 1, "k2", false));
        var sent = eventually(() -> outbox.mails(access, Outbox.Purpose.CONVERSATION, null, null, 10).items(), mails -> mails.size() == 1).getFirst();
        assertThat(sent.recipients()).containsExactly(customer);
        assertThat(sent.subject()).isEqualTo("Je bestelling komt later");
        String replyTo = outbox.mail(access, sent.id()).headers().stream().filter(h -> h.name().equals("Reply-To")).findFirst().orElseThrow().value().replaceAll(".*<|>.*", "");
        send(mail("twee").body("Dank je wel"), replyTo);
        assertThat(settled(2)).filteredOn(row -> row.outcome().equals("continued")).singleElement().extracting(this::conversation).isEqualTo(begun);
        assertThat(messages(begun)).extracting(message -> message.direction()).containsExactly("event", "out", "in");
    }

    @Test
    void askedForTwiceIsOneConversationAlsoAtOnce() throws Exception {
        ConversationId begun = begin("Je bestelling", "k1");
        assertThat(begin("Je bestelling", "k1")).isEqualTo(begun);
        assertThat(begin("Je bestelling", "k2")).isNotEqualTo(begun);
        assertThat(atOnce(() -> begin("Tegelijk", "k3"), () -> begin("Tegelijk", "k3"))).isEmpty();
        assertThat(db.fetchSingle("select count(*) from contacts.conversation where customer_id = ? and subject = 'Tegelijk'", jan.id().value()).into(int.class)).isOne();
    }

    @Test
    void saysWhatIsMissing() {
        refusedAt("subject", "required", () -> begin(" \u200b", "k1"));
        refusedAt("subject", "too-long", () -> begin("x".repeat(201), "k1"));
        refusedAt("identity", "not-this-customers", () -> conversations.begin(access, new NewConversation(jan.id(), UUID.randomUUID(), "Hallo", "k1")));
        BrandId silent = brand("b");
        Customer els = customers.recognise(silent, IdentityKind.EMAIL, "els-" + customer, "Els", null);
        refused("contacts/no-mail", () -> conversations.begin(access, new NewConversation(els.id(), customers.identities(els.id()).getFirst().id(), "Hallo", "k1")));
        Access stranger = Access.everywhere(UserId.next(), "Vreemd", "nl", EnumSet.allOf(Permission.class), Set.of(silent), Set.of(), Optional.empty());
        refused("customers/not-found", () -> conversations.begin(stranger, new NewConversation(jan.id(), address, "Hallo", "k1")));
    }

    @Test
    void somebodyNewBecomesACustomerAndHisAnswerComesBackInIt() throws IOException {
        String els = "Els-" + unique + "@klant.example";
        ConversationId begun = begin(inbox.brand(), " " + els + " ", "Els \uD83D\uDECB\uFE0F", "n1");
        Customer known = customers.find(inbox.brand(), IdentityKind.EMAIL, els).orElseThrow();
        assertThat(known.name()).isEqualTo("Els \uD83D\uDECB\uFE0F");
        OpenConversation open = desk.open(access, begun);
        assertThat(open.beside().customer().id()).isEqualTo(known.id());
        assertThat(open.conversation().senderProven()).isFalse();
        contacts.reply(access, begun, new Reply("Dag Els.", List.of(), 1, "k", false));
        var sent = eventually(() -> outbox.mails(access, Outbox.Purpose.CONVERSATION, null, null, 10).items(), mails -> mails.size() == 1).getFirst();
        assertThat(sent.recipients()).containsExactly(els.toLowerCase(Locale.ROOT));
    }

    @Test
    void anAddressWeKnowIsTheCustomerWeKnow() throws Exception {
        ConversationId begun = begin(inbox.brand(), customer.toUpperCase(Locale.ROOT), "Iemand anders", "n1");
        assertThat(desk.open(access, begun).beside().customer().id()).isEqualTo(jan.id());
        assertThat(customers.customer(jan.id()).orElseThrow().name()).isEqualTo(jan.name());
        assertThat(begin(inbox.brand(), customer, "", "n1")).isEqualTo(begun);
        String piet = "piet-" + unique + "@klant.example";
        assertThat(atOnce(() -> begin(inbox.brand(), piet, "Piet", "n2"), () -> begin(inbox.brand(), piet, "Piet", "n3"))).isEmpty();
        assertThat(customers.search(access, piet, null, 10).items()).hasSize(1);
    }

    @Test
    void saysWhatIsWrongWithSomebodyNew() {
        BrandId brand = inbox.brand();
        refusedAt("address", "required", () -> begin(brand, " ", "", "n"));
        for (String wrong : List.of("els", "els@klant", "els@klant..example", "Els <els@klant.example>", "els@klant.example, jan@klant.example", "a@b@klant.example", "els\n@klant.example")) {
            refusedAt("address", "email", () -> begin(brand, wrong, "", "n"));
        }
        refusedAt("address", "too-long", () -> begin(brand, "x".repeat(320) + "@klant.example", "", "n"));
        refusedAt("address", "our-address", () -> begin(brand, service.replace("@", "+iets@"), "", "n"));
        refusedAt("name", "too-long", () -> begin(brand, customer, "x".repeat(201), "n"));
        refused("contacts/no-mail", () -> begin(brand("c"), customer, "", "n"));
        BrandId shy = organisation.createBrand(access, new BrandDraft("s" + unique, "Stil " + unique, "#c2410c", "nl", "Europe/Amsterdam", true, "Groet", "Regards"));
        Access everyone = who(Set.of(shy, brand), EnumSet.allOf(Permission.class), Optional.empty());
        refused("contacts/anonymous-brand", () -> conversations.begin(everyone, new NewCorrespondent(shy, customer, "", "Hallo", "n")));
        Access helper = who(Set.of(brand), EnumSet.allOf(Permission.class), Optional.of(PartnerId.next()));
        refused("contacts/known-only", () -> conversations.begin(helper, new NewCorrespondent(brand, customer, "", "Hallo", "n")));
        Access reader = who(Set.of(brand), EnumSet.complementOf(EnumSet.of(Permission.CONTACTS_HANDLE)), Optional.empty());
        refused("access/denied", () -> conversations.begin(reader, new NewCorrespondent(brand, customer, "", "Hallo", "n")));
        refused("access/denied", () -> conversations.begin(reader, new NewConversation(jan.id(), address, "Hallo", "n")));
    }

    private static Access who(Set<BrandId> brands, Set<Permission> may, Optional<PartnerId> partner) {
        return Access.everywhere(UserId.next(), "Iemand", "nl", may, brands, Set.of(), partner);
    }

    private ConversationId begin(BrandId brand, String to, String name, String key) {
        return conversations.begin(access, new NewCorrespondent(brand, to, name, "Hallo", key));
    }

    private ConversationId begin(String subject, String key) {
        return conversations.begin(access, new NewConversation(jan.id(), address, subject, key));
    }
}
