package nl.hartslag.feedback.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import nl.hartslag.feedback.Results;
import nl.hartslag.feedback.Results.Colleague;
import nl.hartslag.feedback.Results.PersonalScoreRule;
import nl.hartslag.feedback.Results.Viewing;
import nl.hartslag.feedback.Survey;
import nl.hartslag.feedback.Survey.Answer;
import nl.hartslag.people.Role;
import nl.hartslag.platform.security.Access;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.InvitationId;
import nl.hartslag.shared.TeamId;
import nl.hartslag.shared.UserId;
import nl.hartslag.testing.Accesses;
import nl.hartslag.testing.HartslagTest;
import nl.hartslag.testing.MovableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** A score of a person shows to those with whom that was agreed, and the person hears who looked. */
@HartslagTest
@Import(FeedbackWorld.class)
class ResultsTest {
    private static final LocalDate FROM = LocalDate.parse("2000-01-01");
    private static final LocalDate TO = LocalDate.parse("2100-01-01");
    @Autowired FeedbackWorld world;
    @Autowired Results results;
    @Autowired Survey survey;
    @Autowired MovableClock clock;
    private BrandId brand;
    private TeamId team;
    private Access agent;
    private Access leader;

    @BeforeEach
    void aTeamWithALeader() {
        brand = world.aBrand();
        team = world.aTeam();
        agent = world.anAgent(brand, team);
        leader = world.someone(brand, Role.TEAM_LEADER, Optional.empty(), team);
    }

    @AfterEach
    void off() {
        results.record(Accesses.administrator(), Optional.empty());
    }

    @Test
    void showsNoScoreOfAnybodyUntilItIsRecordedWhatItIsFor() {
        answers(agent, 12);
        assertThat(results.ownScore(agent, FROM, TO).state()).isEqualTo("off");
        assertThatThrownBy(() -> score(leader, agent)).hasMessage("feedback/personal-scores-off");
        assertThat(results.viewings(agent, null, 30).items()).isEmpty();
    }

    @Test
    void showsNoScoreOfFewerAnswersThanWasAgreed() {
        on(12);
        answers(agent, 11);
        var few = score(leader, agent);
        assertThat(few.state()).isEqualTo("too_few");
        assertThat(few.score().n()).isEqualTo(11);
        assertThat(few.score().score()).isNull();
        answers(agent, 1);
        assertThat(score(leader, agent).state()).isEqualTo("shown");
        assertThat(score(leader, agent).score()).isEqualTo(results.ownScore(agent, FROM, TO).score());
    }

    @Test
    void tellsThePersonWhoLookedOncePerTimeSomebodyLooks() {
        on(10);
        score(leader, agent);
        score(leader, agent);
        assertThat(results.viewings(agent, null, 30).items()).extracting(Viewing::viewer).containsExactly(leader.name());
        clock.advance(Duration.ofMinutes(11));
        score(leader, agent);
        var first = results.viewings(agent, null, 1);
        var rest = results.viewings(agent, first.next(), 1);
        assertThat(first.items()).hasSize(1);
        assertThat(rest.items()).hasSize(1).doesNotContainAnyElementsOf(first.items());
        assertThat(rest.next()).isNull();
        assertThat(viewingsInTheAuditLog(agent.user())).isEqualTo(2);
    }

    @Test
    void aTeamLeaderSeesHisTeamAndAManagerEverybodyOfHisBrand() {
        on(10);
        Access other = world.anAgent(brand, world.aTeam());
        Access elsewhere = world.anAgent(world.aBrand(), team);
        Access manager = world.someone(brand, Role.MANAGER, Optional.empty());
        assertThat(results.colleagues(leader)).extracting(Colleague::id).containsExactly(agent.user());
        assertThat(results.colleagues(manager)).extracting(Colleague::id)
                .containsExactlyInAnyOrder(agent.user(), leader.user(), other.user());
        for (UserId foreign : List.of(other.user(), elsewhere.user(), leader.user(), UserId.next())) {
            assertThatThrownBy(() -> results.scoreOf(leader, foreign, FROM, TO)).hasMessage("feedback/not-your-colleague");
        }
        assertThat(results.viewings(other, null, 30).items()).isEmpty();
        assertThatThrownBy(() -> results.colleagues(agent)).hasMessage("access/denied");
        assertThatThrownBy(() -> score(agent, other)).hasMessage("access/denied");
    }

    @Test
    void isSwitchedOnByWhoConfiguresTheWholeInstallationOnly() {
        Access manager = world.someone(brand, Role.MANAGER, Optional.empty());
        assertThatThrownBy(() -> results.record(manager, Optional.of(rule(10)))).hasMessage("access/all-brands");
        on(10);
        assertThat(results.rule()).contains(rule(10));
    }

    private Results.PersonalScore score(Access viewer, Access person) {
        return results.scoreOf(viewer, person.user(), FROM, TO);
    }

    private void on(int minimum) {
        results.record(Accesses.administrator(), Optional.of(rule(minimum)));
    }

    private static PersonalScoreRule rule(int minimum) {
        return new PersonalScoreRule("Om van te leren", "De ondernemingsraad", LocalDate.parse("2026-01-15"), minimum);
    }

    private void answers(Access by, int count) {
        for (int i = 0; i < count; i++) {
            InvitationId invitation = world.invited(by, world.aCustomer(brand));
            survey.answer(world.token(invitation), new Answer(i % 11, null, null, false));
        }
    }

    private int viewingsInTheAuditLog(UserId person) {
        return world.db.fetchOne("select count(*) from platform.audit where kind = 'personal-score.viewed' and subject_id = ?", person.toString())
                .get(0, Integer.class);
    }
}
