package nl.hartslag.channels.internal.webchat;

import static nl.hartslag.channels.internal.webchat.ChatTestShop.JSON;
import static nl.hartslag.channels.internal.webchat.ChatTestShop.key;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import nl.hartslag.channels.EmailInboxes;
import nl.hartslag.channels.EmailInboxes.InboxDraft;
import nl.hartslag.channels.IntakeLedger;
import nl.hartslag.channels.IntakeLedger.EnvelopeRow;
import nl.hartslag.channels.IntakeLedger.EnvelopeState;
import nl.hartslag.channels.Widgets;
import nl.hartslag.contacts.CaseState;
import nl.hartslag.contacts.Contacts;
import nl.hartslag.contacts.Registration;
import nl.hartslag.contacts.Reply;
import nl.hartslag.contacts.Result;
import nl.hartslag.contacts.WrapUp;
import nl.hartslag.organisation.OrganisationSettings;
import nl.hartslag.people.People;
import nl.hartslag.people.People.NewUser;
import nl.hartslag.people.People.RoleGrant;
import nl.hartslag.people.Role;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.shared.AccountId;
import nl.hartslag.shared.ContactId;
import nl.hartslag.shared.ConversationId;
import nl.hartslag.shared.UserId;
import nl.hartslag.testing.Accesses;
import nl.hartslag.testing.HartslagTest;
import nl.hartslag.testing.MovableClock;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Speaks docs/widget-protocol.md to the running product. */
@HartslagTest
class WebChatProtocolTest {
    @Autowired DSLContext db;
    @Autowired Widgets widgets;
    @Autowired IntakeLedger ledger;
    @Autowired OrganisationSettings organisation;
    @Autowired Contacts contacts;
    @Autowired People people;
    @Autowired IdleChats idle;
    @Autowired MovableClock clock;
    @Autowired EmailInboxes inboxes;
    @LocalServerPort int port;
    private ChatTestShop shop;

    @BeforeEach
    void open() {
        shop = new ChatTestShop(organisation, widgets, port);
    }

    @AfterEach
    void realTime() {
        clock.run();
    }

    @Test
    void carriesAConversationFromFirstWordToWrapUp() {
        var visitor = shop.visitor();
        var began = visitor.begin(key(), "Waar is mijn pakket? 👩‍👩‍👧");
        assertThat(began.status()).isEqualTo(201);
        var conversation = ConversationId.of(began.json().at("/conversation/id").asString());
        try (var stream = visitor.stream(0)) {
            assertThat(stream.next("state").data().get("state").asString()).isEqualTo("waiting");
            assertThat(stream.next("message").data().get("text").asString()).isEqualTo("Waar is mijn pakket? 👩‍👩‍👧");

            Access agent = agent("Noor de Vries");
            ContactId contact = contactOf(conversation);
            assertThat(contacts.assign(contact, agent.user())).isTrue();
            var assigned = stream.next("state").data();
            assertThat(assigned.get("state").asString()).isEqualTo("assigned");
            assertThat(assigned.get("agent").asString()).isEqualTo("Noor");

            contacts.read(agent, conversation, 1);
            assertThat(stream.next("read").data().get("seq").asInt()).isEqualTo(1);
            contacts.typing(agent, conversation);
            assertThat(stream.next("typing").data().get("name").asString()).isEqualTo("Noor");
            contacts.reply(agent, conversation, new Reply("Ik kijk even.", List.of(), 1, key(), false));
            var answer = stream.next("message");
            assertThat(answer.data().get("from").asString()).isEqualTo("agent");
            assertThat(answer.data().get("name").asString()).as("first name only").isEqualTo("Noor");
            assertThat(answer.id()).isEqualTo(answer.data().get("seq").asString());
            assertThat(visitor.state().get("unread").asInt()).isEqualTo(1);
            visitor.post("/read", Map.of("seq", answer.data().get("seq").asInt()));
            assertThat(visitor.state().get("unread").asInt()).isZero();

            contacts.note(agent, conversation, "only for colleagues", key());
            contacts.wrapUp(agent, contact, new WrapUp(CaseState.SOLVED, new Registration(shop.reason, null, Result.SOLVED), 1, null));
            assertThat(stream.next("state").data().get("endedBy").asString()).isEqualTo("agent");
            assertThat(visitor.messages()).noneMatch(message -> message.toString().contains("only for colleagues"));

            visitor.say(key(), "Toch nog een vraag over de bezorging");
            assertThat(stream.next("state").data().get("state").asString()).isEqualTo("waiting");
            assertThat(contactOf(conversation)).as("a new contact").isNotEqualTo(contact);
        }
    }

    @Test
    void whoWaitsIsToldByWhenHeHears() {
        var visitor = shop.visitor();
        var conversation = ConversationId.of(visitor.begin(key(), "Waar is mijn pakket?").json().at("/conversation/id").asString());
        ContactId contact = contactOf(conversation);
        var promise = contacts.answerPromise(contact).orElseThrow();
        assertThat(promise.told()).isTrue();
        assertThat(visitor.state().get("answerBy").asString()).isEqualTo(promise.dueAt().toString());
        clock.stopAt(promise.dueAt().plusSeconds(1));
        assertThat(visitor.state().has("answerBy")).as("a moment that went by").isFalse();
        clock.run();
        contacts.assign(contact, agent("Noor de Vries").user());
        assertThat(visitor.state().has("answerBy")).isFalse();
    }

    @Test
    void whatIsAnsweredAtOnceIsSeen() {
        var visitor = shop.visitor();
        var conversation = ConversationId.of(visitor.begin(key(), "Waar is mijn pakket?").json().at("/conversation/id").asString());
        Access agent = agent("Noor de Vries");
        contacts.assign(contactOf(conversation), agent.user());
        contacts.reply(agent, conversation, new Reply("Ik kijk even.", List.of(), 1, key(), false));
        contacts.read(agent, conversation, 1);
        assertThat(visitor.state().get("readByAgent").asInt()).isEqualTo(2);
    }

    @Test
    void goesOnWhereTheLastStreamStopped() {
        var visitor = shop.visitor();
        visitor.begin(key(), "een");
        visitor.say(key(), "twee");
        try (var stream = visitor.stream(1)) {
            assertThat(stream.next("message").data().get("text").asString()).isEqualTo("twee");
        }
    }

    @Test
    void placesTheSameKeyOnceAndAnswersTheSame() {
        var visitor = shop.visitor();
        String begin = key();
        String more = key();
        assertThat(visitor.begin(begin, "een").status()).isEqualTo(201);
        assertThat(visitor.say(more, "twee").status()).isEqualTo(201);
        var again = visitor.say(more, "iets anders");
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.json().at("/message/text").asString()).isEqualTo("twee");
        assertThat(visitor.begin(begin, "een").status()).isEqualTo(200);
        assertThat(visitor.messages()).hasSize(2);
    }

    @Test
    void aRepetitionAfterTheEndStartsNothing() {
        var visitor = shop.visitor();
        visitor.begin(key(), "een");
        String last = key();
        visitor.say(last, "twee");
        visitor.post("/end", Map.of());
        visitor.post("/end", Map.of());
        assertThat(visitor.say(last, "twee").status()).isEqualTo(200);
        assertThat(visitor.say(key(), "drie").code()).isEqualTo("webchat/no-conversation");
        assertThat(visitor.state().get("endedBy").asString()).isEqualTo("visitor");
    }

    @Test
    void whoLeavesBeforeAnyoneAnsweredWaitsNoLonger() {
        var visitor = shop.visitor();
        var conversation = ConversationId.of(visitor.begin(key(), "een").json().at("/conversation/id").asString());
        visitor.post("/end", Map.of());
        assertThat(db.fetchValue("select state from contacts.contact where conversation_id = ?", conversation.value())).isEqualTo("ended");
    }

    @Test
    void asksASilentVisitorAndEndsTheChatThereafter() {
        var visitor = shop.visitor();
        var conversation = ConversationId.of(visitor.begin(key(), "een").json().at("/conversation/id").asString());
        Access agent = agent("Noor de Vries");
        contacts.assign(contactOf(conversation), agent.user());
        contacts.reply(agent, conversation, new Reply("Wat is het nummer?", List.of(), 1, key(), false));
        try (var stream = visitor.stream(2)) {
            clock.advance(Duration.ofMinutes(5).plusSeconds(1));
            var asked = stream.next("message").data();
            assertThat(asked.get("from").asString()).isEqualTo("system");
            assertThat(asked.get("text").asString()).startsWith("Ben je er nog?");
            clock.advance(Duration.ofMinutes(5).plusSeconds(1));
            while (!"idle".equals(stream.next("state").data().path("endedBy").asString(""))) assertThat(stream).isNotNull();
        }
    }

    @Test
    void aQuestionByMailBecomesAMailContact() {
        var visitor = shop.visitor();
        String key = key();
        Map<String, String> question = Map.of("clientKey", key, "text", "Zijn jullie open?", "email", "sanne@example.org", "language", "nl");
        assertThat(visitor.post("/mail", question).json().get("answerBy").asString()).isNotEmpty();
        visitor.post("/mail", question);
        assertThat(db.fetchValue("select string_agg(medium || ' ' || channel, ',') from contacts.contact where brand_id = ?", shop.brand.value()))
                .isEqualTo("mail email");
        assertThat(visitor.post("/mail", Map.of("clientKey", key(), "text", "zonder adres")).status()).isEqualTo(422);
    }

    @Test
    void aQuestionByMailBelongsToTheAddressByWhichMailOfTheBrandLeaves() {
        Access administrator = Access.everywhere(UserId.next(), "Test", "nl", Set.of(Permission.values()), Set.of(shop.brand), Set.of(), Optional.empty());
        List<AccountId> accounts = Stream.of("old", "service", "orders").map(name -> inboxes.create(administrator,
                new InboxDraft(shop.brand, name + shop.brand + "@demo.example", "Service", "smtp", null, null)).id()).toList();
        inboxes.switchOn(administrator, accounts.getFirst(), false);
        shop.visitor().post("/mail", Map.of("clientKey", key(), "text", "Zijn jullie open?", "email", "sanne@example.org"));
        assertThat(db.fetchValues("select account_id from contacts.conversation where brand_id = ?", shop.brand.value())).asString()
                .isEqualTo("[" + accounts.get(1) + "]");
    }

    @Test
    void everyMessageIsInTheLedgerInOneState() {
        var visitor = shop.visitor();
        String key = key();
        visitor.begin(key, "een");
        visitor.begin(key, "een");
        visitor.say(key(), "twee");
        var rows = db.fetch("select state, outcome, repeats from channels.envelope where source = ? order by seq", shop.widget.id().toString());
        assertThat(rows.getValues("state", String.class)).containsExactly("placed", "placed");
        assertThat(rows.getValues("outcome", String.class)).containsExactly("new", "continued");
        assertThat(rows.getValues("repeats", Integer.class)).containsExactly(1, 0);
        assertThat(ledger.envelopes(Accesses.administrator(shop.brand), null, null, "sanne", null, 10).items())
                .extracting(EnvelopeRow::sender, EnvelopeRow::subject)
                .containsExactly(tuple("Sanne", "twee"), tuple("Sanne", "een"));
    }

    @Test
    void theLedgerSaysWhereEachMessageWasPut() {
        var visitor = shop.visitor();
        visitor.begin(key(), "een");
        visitor.say(key(), "twee");
        Access access = Accesses.administrator(shop.brand);
        var placed = ledger.envelopes(access, EnvelopeState.PLACED, null, null, null, 10).items().stream().map(row -> ledger.envelope(access, row.id()).placements()).toList();
        assertThat(placed).allSatisfy(one -> assertThat(one).hasSize(1));
        assertThat(placed.stream().map(one -> one.getFirst().why())).containsExactly("same_visitor", "nothing_matches");
        assertThat(placed.stream().map(one -> one.getFirst().conversation()).distinct()).hasSize(1);
        var hours = ledger.hours(access, clock.instant().minusSeconds(7_200), clock.instant().plusSeconds(7_200));
        assertThat(hours).singleElement().satisfies(hour -> assertThat(hour.placements()).isEqualTo(hour.placed()).isEqualTo(2));
    }

    @Test
    void anAddressThatIsOnlyTypedLeadsToNobodyWeKnow() {
        var known = UUID.randomUUID();
        db.execute("insert into customers.customer (id, brand_id, name, created_at) values (?, ?, 'Sanne', now())", known, shop.brand.value());
        db.execute("insert into customers.identity (id, customer_id, brand_id, kind, value, shown, created_at) values (?, ?, ?, 'email', ?, ?, now())",
                UUID.randomUUID(), known, shop.brand.value(), "sanne@example.org", "sanne@example.org");
        var stranger = shop.visitor();
        stranger.post("/conversations", Map.of("clientKey", key(), "text", "hoi", "email", "sanne@example.org"));
        String signature = widgets.sign(shop.widget.id(), "8812", "sanne@example.org");
        var claim = Map.of("identity", Map.of("userId", "8812", "email", "sanne@example.org", "signature", signature));
        var proven = shop.call("", "POST", "/visits", JSON.writeValueAsString(claim), Map.of()).json();
        assertThat(proven.get("proven").asBoolean()).isTrue();
        shop.new Visitor(proven.get("token").asString()).begin(key(), "hoi");
        var rows = db.fetch("select customer_id, sender_proven from contacts.conversation where brand_id = ? order by started_at", shop.brand.value());
        assertThat(rows.getValues("customer_id", UUID.class).getFirst()).isNotEqualTo(known);
        assertThat(rows.getValues("customer_id", UUID.class).getLast()).isEqualTo(known);
        assertThat(rows.getValues("sender_proven", Boolean.class)).containsExactly(false, true);
        var wrong = Map.of("identity", Map.of("userId", "8813", "email", "sanne@example.org", "signature", signature));
        assertThat(shop.call("", "POST", "/visits", JSON.writeValueAsString(wrong), Map.of()).code()).isEqualTo("webchat/identity");
        assertThat(shop.call(proven.get("token").asString(), "POST", "/visits", "{}", Map.of()).json().has("token"))
                .as("logged out: someone new, who finds nothing").isTrue();
    }

    @Test
    void refusesWhatIsNotAllowed() {
        var visitor = shop.visitor();
        assertThat(shop.call(visitor.token, "POST", "/visits", "{}", Map.of("Origin", "https://evil.example")).code()).isEqualTo("webchat/origin");
        assertThat(shop.call(visitor.token, "POST", "/visits", "{}", Map.of("Origin", "https://shop.example")).status()).isEqualTo(200);
        assertThat(shop.call("nonsense", "POST", "/typing", "", Map.of()).code()).isEqualTo("webchat/unknown-visitor");
        var other = new ChatTestShop(organisation, widgets, port);
        assertThat(other.call(visitor.token, "POST", "/typing", "", Map.of()).code()).as("of another widget").isEqualTo("webchat/unknown-visitor");
        assertThat(visitor.say(key(), "zonder begin").code()).isEqualTo("webchat/no-conversation");
        assertThat(visitor.begin("kort", "x").status()).isEqualTo(422);
        assertThat(visitor.begin(key(), "x".repeat(4_001)).status()).isEqualTo(422);
        assertThat(visitor.begin(key(), "x".repeat(40_000)).status()).isEqualTo(413);
        assertThat(visitor.upload("virus.txt", "MZ\u0090\u0000\u0003".getBytes(StandardCharsets.ISO_8859_1)).code()).isEqualTo("webchat/file-type");
        assertThat(visitor.upload("page.png", "<html><script>1</script></html>".getBytes(StandardCharsets.UTF_8)).code()).isEqualTo("webchat/file-type");
        visitor.begin(key(), "een");
        int last = 0;
        for (int i = 0; i < 25; i++) last = visitor.say(key(), "snel").status();
        assertThat(last).isEqualTo(429);
    }

    @Test
    void aFileBelongsToOneMessageAndOneVisitor() {
        var visitor = shop.visitor();
        visitor.begin(key(), "kijk");
        String file = visitor.upload("../../bon.txt", "regel een".getBytes(StandardCharsets.UTF_8)).json().get("id").asString();
        assertThat(shop.visitor().post("/conversations", Map.of("clientKey", key(), "text", "", "files", List.of(file))).status()).isEqualTo(422);
        var sent = visitor.post("/messages", Map.of("clientKey", key(), "text", "", "files", List.of(file))).json();
        assertThat(sent.at("/message/files/0/name").asString()).isEqualTo("bon.txt");
        String attachment = sent.at("/message/files/0/id").asString();
        assertThat(shop.call(visitor.token, "GET", "/files/" + attachment, "", Map.of()).body()).isEqualTo("regel een");
        assertThat(visitor.post("/messages", Map.of("clientKey", key(), "text", "", "files", List.of(file))).status()).isEqualTo(422);
    }

    private ContactId contactOf(ConversationId conversation) {
        return new ContactId((UUID) db.fetchValue("select id from contacts.contact where conversation_id = ? and state <> 'ended'", conversation.value()));
    }

    @Test
    void whatArrivedIsDownloadedUnderTheNameOfWhatItIs() {
        shop.visitor().begin(key(), "Waar is mijn pakket?");
        Access agent = agent("Noor");
        var envelope = ledger.envelopes(agent, null, null, null, null, 1).items().getFirst().id();
        assertThat(ledger.raw(agent, envelope).fileName()).isEqualTo(envelope + ".json");
    }

    private Access agent(String name) {
        UserId user = people.create(new NewUser(key() + "@demo.example", name, "nl", Optional.empty(), Optional.empty(), Optional.empty(),
                false, List.of(new RoleGrant(Role.AGENT, Optional.of(shop.brand))), List.of(), Map.of()));
        return Access.everywhere(user, name, "nl", Set.of(Permission.values()), Set.of(shop.brand), Set.of(), Optional.empty());
    }
}
