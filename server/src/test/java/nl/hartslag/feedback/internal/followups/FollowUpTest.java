package nl.hartslag.feedback.internal.followups;

import static nl.hartslag.feedback.internal.db.Tables.FOLLOW_UP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import nl.hartslag.feedback.FollowUpOutcome;
import nl.hartslag.feedback.FollowUps;
import nl.hartslag.feedback.FollowUps.Filter;
import nl.hartslag.feedback.FollowUps.FollowUp;
import nl.hartslag.feedback.FollowUps.Shown;
import nl.hartslag.feedback.FollowUps.Whose;
import nl.hartslag.feedback.Survey;
import nl.hartslag.feedback.Survey.Answer;
import nl.hartslag.feedback.internal.FeedbackWorld;
import nl.hartslag.people.Role;
import nl.hartslag.platform.problem.Problem;
import nl.hartslag.platform.security.Access;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.FollowUpId;
import nl.hartslag.shared.InvitationId;
import nl.hartslag.shared.TeamId;
import nl.hartslag.testing.HartslagTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@HartslagTest
@Import(FeedbackWorld.class)
class FollowUpTest {
    @Autowired
    FeedbackWorld world;

    @Autowired
    Survey survey;

    @Autowired
    FollowUps followUps;

    private BrandId brand;
    private TeamId team;

    @BeforeEach
    void aBrand() {
        brand = world.aBrand();
        team = world.aTeam();
    }

    private InvitationId dissatisfied() {
        InvitationId invitation = world.invited(world.anAgent(brand, team), world.aCustomer(brand));
        survey.answer(world.token(invitation), new Answer(2, "Nooit teruggebeld", null, false));
        return invitation;
    }

    private Access leader() {
        return world.someone(brand, Role.TEAM_LEADER, Optional.empty(), team);
    }

    private List<FollowUp> open(Access access, Whose whose) {
        return followUps.list(access, new Filter(whose, Shown.OPEN, Optional.of(brand), Optional.empty()), null, 50).items();
    }

    @Test
    void goesToTheLeaderOfTheTeamWithTheFewest() {
        Access one = leader();
        Access two = leader();
        dissatisfied();
        dissatisfied();
        assertThat(open(one, Whose.MINE)).hasSize(1);
        assertThat(open(two, Whose.MINE)).hasSize(1);
    }

    @Test
    void goesToASupervisorWhenTheTeamHasNoLeader() {
        Access supervisor = world.someone(brand, Role.SUPERVISOR, Optional.empty());
        dissatisfied();
        assertThat(open(supervisor, Whose.MINE)).singleElement().satisfies(one -> {
            assertThat(one.score()).isEqualTo(2);
            assertThat(one.dueAt()).isAfter(one.answeredAt());
        });
    }

    @Test
    void standsInAVisibleListWhenNobodyCanOwnIt() {
        dissatisfied();
        assertThat(open(leader(), Whose.UNOWNED)).hasSize(1);
    }

    @Test
    void ofTwoPeopleAtOnceOneIsToldThatTheOtherWasFirst() throws Exception {
        Access one = leader();
        Access two = leader();
        dissatisfied();
        FollowUp seen = open(one, Whose.ALL).getFirst();
        List<Callable<String>> both = new ArrayList<>();
        for (Access who : List.of(one, two)) {
            both.add(() -> {
                try {
                    followUps.close(who, seen.id(), FollowUpOutcome.PUT_RIGHT, "Gebeld", seen.version());
                    return "closed";
                } catch (Problem refused) {
                    return refused.code();
                }
            });
        }
        try (var hands = Executors.newVirtualThreadPerTaskExecutor()) {
            var results = new ArrayList<String>();
            for (var each : hands.invokeAll(both)) results.add(each.get());
            assertThat(results).containsExactlyInAnyOrder("closed", "feedback/follow-up-changed");
        }
    }

    @Test
    void comesLateByItself() {
        Access leader = leader();
        dissatisfied();
        FollowUp one = open(leader, Whose.MINE).getFirst();
        world.fire(FollowUpTimers.LATE, one.id().toString());
        assertThat(followUps.followUp(leader, one.id()).state()).isEqualTo("late");
        assertThat(followUps.counts(leader).mineLate()).isEqualTo(1);
    }

    @Test
    void goesWhenTheCustomerChangesHisMindAndComesBackWithIt() {
        Access leader = leader();
        InvitationId invitation = dissatisfied();
        survey.answer(world.token(invitation), new Answer(9, null, null, false));
        assertThat(open(leader, Whose.MINE)).isEmpty();
        survey.answer(world.token(invitation), new Answer(1, null, null, false));
        assertThat(open(leader, Whose.MINE)).hasSize(1);
    }

    @Test
    void isFoundByTheCustomersWordsOrNameOrTheNumberOfTheCase() {
        Access leader = leader();
        InvitationId invitation = dissatisfied();
        survey.answer(world.token(invitation), new Answer(2, "De bezorger liet niets weten", null, false));
        FollowUp one = open(leader, Whose.ALL).getFirst();
        for (String typed : List.of("bezorg", "SANNE", "#" + one.caseNumber(), String.valueOf(one.caseNumber()))) {
            assertThat(search(leader, typed)).as(typed).containsExactly(one.id());
        }
        assertThat(search(leader, "olifant")).isEmpty();
        assertThat(search(leader, String.valueOf(one.caseNumber() + 100_000))).isEmpty();
        assertThat(search(leader, "%")).isEmpty();
    }

    private List<FollowUpId> search(Access access, String typed) {
        Filter filter = new Filter(Whose.ALL, Shown.OPEN, Optional.of(brand), Optional.of(typed));
        return followUps.list(access, filter, null, 50).items().stream().map(FollowUp::id).toList();
    }

    @Test
    void isNotSeenFromAnotherBrandNorHandedToWhoMayNotHandleIt() {
        Access leader = leader();
        dissatisfied();
        FollowUp one = open(leader, Whose.MINE).getFirst();
        Access stranger = world.someone(world.aBrand(), Role.TEAM_LEADER, Optional.empty());
        assertThatThrownBy(() -> followUps.followUp(stranger, one.id()))
                .isInstanceOfSatisfying(Problem.class, refused -> assertThat(refused.code()).isEqualTo("follow-ups/not-found"));
        Access agent = world.anAgent(brand, team);
        assertThatThrownBy(() -> followUps.handOver(leader, one.id(), agent.user(), one.version()))
                .isInstanceOfSatisfying(Problem.class, refused -> assertThat(refused.code()).isEqualTo("feedback/cannot-own"));
        assertThat(world.db.fetchCount(FOLLOW_UP, FOLLOW_UP.BRAND_ID.eq(brand.value()))).isEqualTo(1);
    }
}
