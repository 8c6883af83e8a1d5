package nl.hartslag.routing.internal;

import static nl.hartslag.testing.AtOnce.atOnce;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.hartslag.contacts.CaseState;
import nl.hartslag.contacts.ContactView;
import nl.hartslag.contacts.DuePromises;
import nl.hartslag.contacts.DuePromises.DuePromise;
import nl.hartslag.contacts.DuePromises.Filter;
import nl.hartslag.contacts.DuePromises.Within;
import nl.hartslag.contacts.GivenPromises;
import nl.hartslag.contacts.GivenPromises.Act;
import nl.hartslag.contacts.GivenPromises.NewPromise;
import nl.hartslag.contacts.GivenPromises.Outcome;
import nl.hartslag.contacts.Registration;
import nl.hartslag.contacts.Result;
import nl.hartslag.contacts.Transfer;
import nl.hartslag.contacts.WhileEnded;
import nl.hartslag.contacts.WhileEnded.Done;
import nl.hartslag.contacts.WrapUp;
import nl.hartslag.organisation.OrganisationSettings.ReasonDraft;
import nl.hartslag.people.Role;
import nl.hartslag.platform.security.Access;
import nl.hartslag.routing.Routing.NewQueue;
import nl.hartslag.shared.ContactId;
import nl.hartslag.shared.ConversationId;
import nl.hartslag.shared.PromiseId;
import nl.hartslag.shared.QueueId;
import nl.hartslag.shared.ReasonId;
import nl.hartslag.testing.Accesses;
import nl.hartslag.testing.Handed;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What was promised in a contact that ended is due: whoever watches over it brings it back, for himself, a queue or a person. */
class BringingBackTest extends StoppedMorning {
    @Autowired WhileEnded ended;
    @Autowired DuePromises due;
    @Autowired GivenPromises given;
    private QueueId other;
    private PromiseId promise;
    private ConversationId conversation;

    @BeforeEach
    void aPromiseOfAContactThatEnded() {
        other = world.routing.createQueue(new NewQueue(brand, "Other " + UUID.randomUUID(), Optional.empty(), 50, 10, "pull", 30, 60, Map.of()));
        ContactId contact = world.aMail(brand);
        world.contacts.take(anna, contact);
        conversation = world.contacts.contactOf(contact).conversation();
        promise = given.give(anna, conversation, new NewPromise(Act.CALL_BACK, "Ik bel u terug", null, clock.instant().plus(Duration.ofHours(4)), null, "one"));
        end(anna, contact, CaseState.OPEN);
    }

    private void end(Access agent, ContactId contact, CaseState state) {
        ReasonId reason = world.organisation.createReason(Accesses.administrator(brand), brand, new ReasonDraft(null, "Levering", "Delivery", 1, false, false));
        int seen = world.contacts.conversation(agent, conversation).lastSeq();
        world.contacts.wrapUp(agent, contact, new WrapUp(state, new Registration(reason, null, Result.ANSWERED), seen, null));
    }

    private Transfer to(QueueId queue) {
        return Handed.to(queue, null, "Graag vandaag");
    }

    private DuePromise listed() {
        return due.list(leader, Filter.ALL, Within.TODAY, null, 10).items().stream().filter(one -> one.id().equals(promise)).findFirst().orElseThrow();
    }

    private ContactView now() {
        return world.contacts.contactOf(listed().contact());
    }

    @Test
    void comesBackForAQueueWithWhoDidItAndWhatHeAsks() {
        assertThat(listed().contactState()).isEqualTo("ended");
        assertThat(ended.handOn(leader, conversation, to(other), false)).isEqualTo(new Done(WhileEnded.Outcome.DONE, null));
        assertThat(listed().contactState()).isEqualTo("waiting");
        assertThat(listed().queue()).isEqualTo(other);
        assertThat(listed().whose()).as("what was promised stays his who promised it").isEqualTo(anna.user());
        assertThat(world.waits(listed().contact())).isTrue();
        assertThat(world.contacts.messages(leader, conversation, 0, 50)).anyMatch(one -> "Graag vandaag".equals(one.text()));
        Access second = world.someone(brand, Role.SUPERVISOR, Optional.empty());
        assertThat(ended.handOn(second, conversation, to(queue), false)).as("whoever comes later reads who did it").isEqualTo(new Done(WhileEnded.Outcome.WAITS, "Leader"));
        assertThat(ended.pickUp(second, conversation, false)).isEqualTo(new Done(WhileEnded.Outcome.WAITS, "Leader"));
        assertThat(listed().queue()).isEqualTo(other);
    }

    @Test
    void comesBackForOnePersonFirst() {
        Access bram = world.available(world.anAgent(brand, Map.of()));
        assertThat(ended.handOn(leader, conversation, Handed.to(null, bram.user(), ""), false).outcome()).isEqualTo(WhileEnded.Outcome.DONE);
        assertThat(now().assignedTo()).isEqualTo(bram.user());
        assertThat(ended.handOn(leader, conversation, to(other), false)).isEqualTo(new Done(WhileEnded.Outcome.TAKEN, "Agent"));
        assertThat(now().assignedTo()).as("nothing is taken out of somebody's hands").isEqualTo(bram.user());
    }

    @Test
    void isPickedUpByHimselfAndTwiceIsOnce() {
        assertThat(ended.pickUp(leader, conversation, false).outcome()).isEqualTo(WhileEnded.Outcome.DONE);
        assertThat(now().assignedTo()).isEqualTo(leader.user());
        assertThat(ended.pickUp(leader, conversation, false).outcome()).isEqualTo(WhileEnded.Outcome.DONE);
        assertThat(ended.handOn(leader, conversation, to(other), false)).as("it is not handed on").isEqualTo(new Done(WhileEnded.Outcome.TAKEN, "Leader"));
        Access second = world.someone(brand, Role.SUPERVISOR, Optional.empty());
        assertThat(ended.pickUp(second, conversation, false)).isEqualTo(new Done(WhileEnded.Outcome.TAKEN, "Leader"));
    }

    @Test
    void whatIsSolvedByNowIsOpenedOnlyByWhoWantsThat() {
        assertThat(ended.pickUp(leader, conversation, false).outcome()).isEqualTo(WhileEnded.Outcome.DONE);
        ContactId contact = listed().contact();
        given.settle(leader, promise, Outcome.KEPT, null);
        end(leader, contact, CaseState.SOLVED);
        Access second = world.someone(brand, Role.SUPERVISOR, Optional.empty());
        assertThat(ended.handOn(second, conversation, to(other), false)).isEqualTo(new Done(WhileEnded.Outcome.SOLVED, "Leader"));
        assertThat(ended.pickUp(second, conversation, false).outcome()).isEqualTo(WhileEnded.Outcome.SOLVED);
        assertThat(world.contacts.caseOf(world.contacts.contactOf(contact).caseId()).state()).isEqualTo(CaseState.SOLVED);
        assertThat(ended.handOn(second, conversation, to(other), true).outcome()).isEqualTo(WhileEnded.Outcome.DONE);
        assertThat(world.contacts.caseOf(world.contacts.contactOf(contact).caseId()).state()).isEqualTo(CaseState.OPEN);
    }

    @RepeatedTest(3)
    void ofTwoAtOnceOneDoesIt() throws Exception {
        Access second = world.someone(brand, Role.SUPERVISOR, Optional.empty());
        List<Done> results = Collections.synchronizedList(new ArrayList<>());
        assertThat(atOnce(
                () -> results.add(ended.handOn(leader, conversation, to(other), false)),
                () -> results.add(ended.handOn(second, conversation, to(queue), false)))).isEmpty();
        assertThat(results).extracting(Done::outcome).containsExactlyInAnyOrder(WhileEnded.Outcome.DONE, WhileEnded.Outcome.WAITS);
        assertThat(world.db.fetchCount(DSL.table("contacts.transfer"), DSL.condition("contact_id = {0}", DSL.val(listed().contact().value())))).isOne();
    }

    @Test
    void isForWhoeverMayAssignWorkOfItsBrand() {
        assertThatThrownBy(() -> ended.handOn(anna, conversation, to(other), false)).hasMessage("access/denied");
        assertThat(ended.pickUp(anna, conversation, false).outcome()).as("as above a conversation").isEqualTo(WhileEnded.Outcome.DONE);
        Access elsewhere = world.someone(world.aBrand(), Role.TEAM_LEADER, Optional.empty());
        assertThatThrownBy(() -> ended.handOn(elsewhere, conversation, to(other), false)).hasMessage("contacts/not-found");
        assertThatThrownBy(() -> ended.pickUp(elsewhere, conversation, true)).hasMessage("contacts/not-found");
    }

    @Test
    void goesOnlyWhereItMayGo() {
        Access elsewhere = world.anAgent(world.aBrand(), Map.of());
        assertThatThrownBy(() -> ended.handOn(leader, conversation, Handed.to(null, elsewhere.user(), ""), false)).hasMessage("request/invalid");
        assertThatThrownBy(() -> ended.handOn(leader, conversation, Handed.to(null, null, ""), false)).hasMessage("request/invalid");
        QueueId far = world.aQueue(world.aBrand(), "pull", Optional.empty(), Map.of());
        assertThatThrownBy(() -> ended.handOn(leader, conversation, to(far), false)).hasMessage("request/invalid");
        assertThat(listed().contactState()).isEqualTo("ended");
    }
}
