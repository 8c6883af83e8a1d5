package nl.hartslag.channels.internal.webchat;

import static nl.hartslag.channels.internal.webchat.ChatTestShop.key;
import static nl.hartslag.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
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
import nl.hartslag.platform.timers.TimerHandler.DueTimer;
import nl.hartslag.shared.ContactId;
import nl.hartslag.shared.ConversationId;
import nl.hartslag.shared.UserId;
import nl.hartslag.testing.HartslagTest;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.support.TransactionTemplate;

/** Visitor, agent and timer at the same chat in the same moment: one waits for the other, and never each for the other. */
@HartslagTest
class ChatLocksTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    @Autowired DSLContext db;
    @Autowired TransactionTemplate transactions;
    @Autowired Widgets widgets;
    @Autowired OrganisationSettings organisation;
    @Autowired Contacts contacts;
    @Autowired People people;
    @Autowired IdleChats idle;
    @LocalServerPort int port;
    private ChatTestShop shop;
    private ChatTestShop.Visitor visitor;
    private ConversationId conversation;
    private Access agent;
    private ContactId contact;

    @BeforeEach
    void anAnsweredChat() {
        shop = new ChatTestShop(organisation, widgets, port);
        visitor = shop.visitor();
        conversation = ConversationId.of(visitor.begin(key(), "een").json().at("/conversation/id").asString());
        UserId user = people.create(new NewUser(key() + "@demo.example", "Noor", "nl", Optional.empty(), Optional.empty(), Optional.empty(),
                false, List.of(new RoleGrant(Role.AGENT, Optional.of(shop.brand))), List.of(), Map.of()));
        agent = Access.everywhere(user, "Noor", "nl", Set.of(Permission.values()), Set.of(shop.brand), Set.of(), Optional.empty());
        contact = new ContactId((UUID) db.fetchValue("select id from contacts.contact where conversation_id = ?", conversation.value()));
        contacts.assign(contact, user);
        answer(1);
    }

    @Test
    void aVisitorLeavesWhileTheAgentWrapsUp() {
        wrapUpMeanwhile(() -> assertThat(visitor.post("/end", Map.of()).status()).isLessThan(300));
        assertThat(visitor.state().get("endedBy").asString()).isEqualTo("visitor");
    }

    @Test
    void aSilentChatEndsWhileTheAgentWrapsUp() {
        wrapUpMeanwhile(() -> fires("end", 2));
        assertThat(visitor.state().get("endedBy").asString()).isEqualTo("agent");
    }

    /** The agent holds the conversation already when the other comes, who then waits for him. */
    private void wrapUpMeanwhile(Runnable other) {
        var done = transactions.execute(wrappingUp -> {
            db.fetch("select id from contacts.conversation where id = ? for update", conversation.value());
            var going = CompletableFuture.runAsync(other);
            eventually(() -> db.fetch("select pid from pg_locks where not granted and pg_backend_pid() = any (pg_blocking_pids(pid))").isNotEmpty(),
                    () -> "the other does not wait");
            contacts.wrapUp(agent, contact, new WrapUp(CaseState.SOLVED, new Registration(shop.reason, null, Result.SOLVED), 2, null));
            return going;
        });
        assertThat(done).succeedsWithin(PATIENCE);
    }

    @Test
    void nobodyWaitsForTheTimerThatFiresJustThen() {
        transactions.executeWithoutResult(firing -> {
            assertThat(db.fetch("select id from platform.timer where key = ? for update", conversation + " 2")).hasSize(1);
            assertThat(CompletableFuture.runAsync(() -> visitor.say(key(), "twee"))).succeedsWithin(PATIENCE);
            assertThat(CompletableFuture.runAsync(() -> answer(3))).succeedsWithin(PATIENCE);
        });
        assertThat(visitor.messages()).hasSize(4);
    }

    @Test
    void onlyTheTimerOfTheLastAnswerAsks() {
        visitor.say(key(), "twee");
        fires("ask", 2);
        assertThat(visitor.messages()).as("he wrote").hasSize(3);
        answer(3);
        fires("ask", 2);
        assertThat(visitor.messages()).as("of an earlier answer").hasSize(4);
        fires("ask", 4);
        assertThat(visitor.messages().getLast().get("text").asString()).startsWith("Ben je er nog?");
        visitor.say(key(), "ja");
        fires("end", 4);
        assertThat(visitor.state().get("state").asString()).isEqualTo("assigned");
    }

    private void answer(int seen) {
        contacts.reply(agent, conversation, new Reply("Wat is het nummer?", List.of(), seen, key(), false));
    }

    private void fires(String step, int answer) {
        transactions.executeWithoutResult(firing -> idle.fire(
                new DueTimer(idle.kind(), conversation + " " + answer, Instant.EPOCH, Map.of("step", step, "answer", answer))));
    }
}
