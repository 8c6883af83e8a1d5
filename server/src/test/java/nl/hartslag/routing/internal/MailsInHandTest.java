package nl.hartslag.routing.internal;

import static nl.hartslag.routing.internal.db.Tables.CAPACITY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import nl.hartslag.contacts.CaseState;
import nl.hartslag.contacts.Registration;
import nl.hartslag.contacts.Reply;
import nl.hartslag.contacts.Result;
import nl.hartslag.contacts.Transfer;
import nl.hartslag.contacts.WrapUp;
import nl.hartslag.people.Role;
import nl.hartslag.platform.problem.Problem;
import nl.hartslag.platform.security.Access;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.ContactId;
import nl.hartslag.shared.ConversationId;
import nl.hartslag.testing.HartslagTest;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** Nobody takes more mails himself than he may have. */
@HartslagTest
@Import(RoutingWorld.class)
class MailsInHandTest {
    @Autowired
    RoutingWorld world;

    private BrandId brand;
    private Access anna;

    @BeforeEach
    void twoMailsAtMost() {
        world.rounds.stop();
        brand = world.aBrand();
        world.aQueue(brand, "pull", Optional.empty(), Map.of());
        anna = world.anAgent(brand, Map.of());
        world.db.insertInto(CAPACITY).set(CAPACITY.USER_ID, anna.user().value())
                .set(CAPACITY.CALLS, 1).set(CAPACITY.CHATS, 3).set(CAPACITY.MAILS, 2).execute();
    }

    @AfterEach
    void goOn() {
        world.rounds.start();
    }

    @Test
    void aThirdMailIsRefusedWithHowManyOneHas() {
        List<ContactId> mails = full();
        assertThatThrownBy(() -> world.contacts.take(anna, mails.get(2))).hasMessage("routing/mails-full")
                .satisfies(refused -> assertThat(((Problem) refused).arguments()).containsEntry("held", 2).containsEntry("most", 2));
        assertThat(world.waits(mails.get(2))).isTrue();
        world.contacts.take(anna, mails.get(0));
    }

    @Test
    void aChatIsNoMail() {
        full();
        ContactId chat = world.aChat(brand);
        world.contacts.take(anna, chat);
        assertThat(world.waits(chat)).isFalse();
    }

    @Test
    void answeringWhatWaitsIsTakingIt() {
        List<ContactId> mails = full();
        refused(() -> answer(mails.get(2)));
        answer(mails.get(0));
        assertThat(world.waits(mails.get(2))).isTrue();
    }

    @Test
    void nobodyHandsOneToHimself() {
        List<ContactId> mails = full();
        refused(() -> world.contacts.transfer(anna, mails.get(2), new Transfer(null, anna.user(), "", null)));
    }

    @Test
    void whatWasEndedIsNotPickedUpAgain() {
        ContactId ended = world.aMail(brand);
        world.contacts.take(anna, ended);
        ConversationId conversation = world.contacts.contactOf(ended).conversation();
        world.contacts.wrapUp(anna, ended, new WrapUp(CaseState.SOLVED, new Registration(null, null, Result.SPAM), 1, null));
        full();
        refused(() -> world.contacts.pickUp(anna, conversation));
        assertThat(world.inHandOf(anna, "mail")).isEqualTo(2);
    }

    @Test
    void whatIsGivenByNameComesOnTop() {
        List<ContactId> mails = full();
        Access leader = world.someone(brand, Role.TEAM_LEADER, Optional.empty());
        world.contacts.transfer(leader, mails.get(2), new Transfer(null, anna.user(), "For you", null));
        world.contacts.take(anna, mails.get(2));
        assertThat(world.inHandOf(anna, "mail")).isEqualTo(3);
    }

    @Test
    void whoeverAssignsWorkDecidesForHimself() {
        Access leader = world.someone(brand, Role.TEAM_LEADER, Optional.empty());
        Stream.generate(() -> world.aMail(brand)).limit(6).forEach(mail -> world.contacts.take(leader, mail));
        assertThat(world.inHandOf(leader, "mail")).isEqualTo(6);
    }

    @RepeatedTest(5)
    void ofManyTakenAtOnceNoMoreComeThanOneMayHave() throws Exception {
        List<ContactId> mails = Stream.generate(() -> world.aMail(brand)).limit(6).toList();
        CountDownLatch start = new CountDownLatch(1);
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            for (ContactId mail : mails) {
                pool.submit(() -> {
                    start.await();
                    world.contacts.take(anna, mail);
                    return null;
                });
            }
            start.countDown();
        }
        assertThat(world.inHandOf(anna, "mail")).isEqualTo(2);
    }

    /** Two in hand, and one that waits. */
    private List<ContactId> full() {
        List<ContactId> mails = Stream.generate(() -> world.aMail(brand)).limit(3).toList();
        world.contacts.take(anna, mails.get(0));
        world.contacts.take(anna, mails.get(1));
        return mails;
    }

    private void refused(ThrowingCallable act) {
        assertThatThrownBy(act).hasMessage("routing/mails-full");
    }

    private void answer(ContactId contact) {
        ConversationId conversation = world.contacts.contactOf(contact).conversation();
        world.contacts.reply(anna, conversation, new Reply("It comes tomorrow.", List.of(), 1, UUID.randomUUID().toString(), true));
    }
}
