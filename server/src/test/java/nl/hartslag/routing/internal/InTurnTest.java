package nl.hartslag.routing.internal;

import static nl.hartslag.routing.internal.db.Tables.CAPACITY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import nl.hartslag.contacts.Reply;
import nl.hartslag.people.Role;
import nl.hartslag.platform.problem.Problem;
import nl.hartslag.platform.security.Access;
import nl.hartslag.routing.QueueSettings;
import nl.hartslag.routing.Routing.NewQueue;
import nl.hartslag.routing.Routing.Search;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.ContactId;
import nl.hartslag.shared.QueueId;
import nl.hartslag.shared.SkillId;
import nl.hartslag.testing.Accesses;
import nl.hartslag.testing.Handed;
import nl.hartslag.testing.HartslagTest;
import nl.hartslag.testing.MovableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** A queue where everyone takes what comes next. */
@HartslagTest
@Import(RoutingWorld.class)
class InTurnTest {
    @Autowired
    RoutingWorld world;

    @Autowired
    MovableClock clock;

    @Autowired
    QueueSettings settings;

    @Autowired
    WaitingContacts waiting;

    private BrandId brand;
    private Access anna;

    @BeforeEach
    void aBrandWithSuchAQueue() {
        world.rounds.stop();
        brand = world.aBrand();
        aQueue("pull", true, Map.of());
        anna = world.anAgent(brand, Map.of());
    }

    @AfterEach
    void goOn() {
        clock.run();
        world.rounds.start();
    }

    @Test
    void nobodyPassesOverWhatComesFirst() {
        List<ContactId> mails = mails(3);
        refused(() -> world.contacts.take(anna, mails.get(1)));
        assertThat(world.routing.outOfTurn(anna, mails.get(1))).isTrue();
        assertThat(world.routing.outOfTurn(anna, mails.get(0))).isFalse();
        world.contacts.take(anna, mails.get(0));
        world.contacts.take(anna, mails.get(1));
        assertThat(world.inHandOf(anna, "mail")).isEqualTo(2);
        world.contacts.take(anna, mails.get(1));
    }

    @Test
    void answeringWhatWaitsIsTakingItToo() {
        List<ContactId> mails = mails(2);
        refused(() -> answer(anna, mails.get(1)));
        assertThat(world.waits(mails.get(1))).isTrue();
        answer(anna, mails.get(0));
        assertThat(world.waits(mails.get(0))).isFalse();
    }

    @Test
    void nobodyHandsItToHimselfOrAColleagueEither() {
        List<ContactId> mails = mails(2);
        refused(() -> world.contacts.transfer(anna, mails.get(1), Handed.to(null, anna.user(), "")));
        refused(() -> world.contacts.transfer(anna, mails.get(1), Handed.to(aQueue("pull", false, Map.of()), null, "")));
        assertThat(world.waits(mails.get(1))).isTrue();
    }

    @Test
    void whoeverAssignsWorkMayTakeAnyOfIt() {
        List<ContactId> mails = mails(2);
        Access leader = world.someone(brand, Role.TEAM_LEADER, Optional.empty());
        assertThat(world.routing.outOfTurn(leader, mails.get(1))).isFalse();
        world.contacts.take(leader, mails.get(1));
        assertThat(world.waits(mails.get(1))).isFalse();
    }

    @Test
    void whatIsKeptForAPersonIsHisAtAnyPlace() {
        List<ContactId> mails = mails(3);
        Access leader = world.someone(brand, Role.TEAM_LEADER, Optional.empty());
        world.contacts.transfer(leader, mails.get(2), Handed.to(null, anna.user(), "For you"));
        assertThat(world.waits(mails.get(2))).isTrue();
        world.contacts.take(anna, mails.get(2));
        assertThat(world.waits(mails.get(2))).isFalse();
        Access bert = world.anAgent(brand, Map.of());
        world.contacts.transfer(leader, mails.get(1), Handed.to(null, anna.user(), "For you"));
        refused(() -> world.contacts.take(bert, mails.get(1)));
    }

    @Test
    void whatHeIsAskedForIsHisToTake() {
        List<ContactId> mails = mails(3);
        assertThat(waiting.offer(mails.get(1), anna.user(), clock.instant().plusSeconds(30))).isTrue();
        refused(() -> world.contacts.take(anna, mails.get(2)));
        world.contacts.take(anna, mails.get(1));
        assertThat(world.waits(mails.get(1))).isFalse();
    }

    @Test
    void fullHandsTakeNothingMore() {
        List<ContactId> mails = mails(2);
        world.db.insertInto(CAPACITY).set(CAPACITY.USER_ID, anna.user().value())
                .set(CAPACITY.CALLS, 0).set(CAPACITY.CHATS, 0).set(CAPACITY.MAILS, 1).execute();
        world.contacts.take(anna, mails.get(0));
        assertThatThrownBy(() -> world.contacts.take(anna, mails.get(1))).hasMessage("routing/hands-full");
    }

    @Test
    void whoeverLacksItsSkillsTakesNothing() {
        brand = world.aBrand();
        SkillId french = world.aSkill();
        aQueue("pull", true, Map.of(french, 3));
        Access other = world.anAgent(brand, Map.of());
        ContactId mail = world.aMail(brand);
        refused(() -> world.contacts.take(other, mail));
    }

    @Test
    void peopleChooseAgainWhereItIsSwitchedOff() {
        brand = world.aBrand();
        QueueId queue = aQueue("pull", true, Map.of());
        anna = world.anAgent(brand, Map.of());
        List<ContactId> mails = mails(2);
        refused(() -> world.contacts.take(anna, mails.get(1)));
        settings.change(Accesses.administrator(brand), queue, draft("pull", false, Map.of()));
        world.contacts.take(anna, mails.get(1));
        assertThat(world.waits(mails.get(1))).isFalse();
    }

    /** Many grab at all that waits in one moment: what is taken is always the front of the line, and each of it once. */
    @RepeatedTest(5)
    void ofManyWhoGrabAtOnceNobodyPassesTheFrontOfTheLine() throws Exception {
        List<ContactId> mails = mails(6);
        CountDownLatch start = new CountDownLatch(1);
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 4; i++) {
                Access someone = world.anAgent(brand, Map.of());
                List<ContactId> wishes = new ArrayList<>(mails);
                Collections.shuffle(wishes, new Random(i));
                pool.submit(() -> {
                    start.await();
                    for (ContactId wish : wishes) {
                        try {
                            world.contacts.take(someone, wish);
                        } catch (Problem refused) {
                            assertThat(refused.getMessage()).isIn("routing/out-of-turn", "contacts/taken");
                        }
                    }
                    return null;
                });
            }
            start.countDown();
        }
        List<Boolean> taken = mails.stream().map(mail -> !world.waits(mail)).toList();
        assertThat(taken).first().isEqualTo(true);
        assertThat(taken).isSortedAccordingTo(Collections.reverseOrder());
    }

    private void refused(org.assertj.core.api.ThrowableAssert.ThrowingCallable act) {
        assertThatThrownBy(act).hasMessage("routing/out-of-turn");
    }

    private void answer(Access someone, ContactId contact) {
        var conversation = world.contacts.contactOf(contact).conversation();
        world.contacts.reply(someone, conversation, new Reply("It comes tomorrow.", List.of(), 1, UUID.randomUUID().toString(), true));
    }

    /** The oldest first. */
    private List<ContactId> mails(int count) {
        List<ContactId> mails = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            mails.add(world.aMail(brand));
            clock.advance(Duration.ofMinutes(1));
        }
        return mails;
    }

    private QueueId aQueue(String mode, boolean inTurn, Map<SkillId, Integer> skills) {
        QueueId queue = world.routing.createQueue(draft(mode, inTurn, skills));
        if (inTurn) world.routing.addRule(brand, Optional.empty(), Optional.empty(), Optional.empty(), queue);
        return queue;
    }

    private NewQueue draft(String mode, boolean inTurn, Map<SkillId, Integer> skills) {
        return new NewQueue(brand, "Queue " + UUID.randomUUID(), Optional.empty(), 50, 10, mode, 30, 60, skills, true, inTurn, Search.PLAIN);
    }
}
