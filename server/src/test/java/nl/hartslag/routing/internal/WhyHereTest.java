package nl.hartslag.routing.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.hartslag.people.Role;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.timers.TimerHandler;
import nl.hartslag.routing.Explanations;
import nl.hartslag.routing.Explanations.Explanation;
import nl.hartslag.routing.Explanations.Group;
import nl.hartslag.routing.Explanations.How;
import nl.hartslag.routing.Explanations.Somebody;
import nl.hartslag.routing.Explanations.Step;
import nl.hartslag.routing.Explanations.StepKind;
import nl.hartslag.routing.Routing.PresenceState;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.ContactId;
import nl.hartslag.shared.PartnerId;
import nl.hartslag.shared.QueueId;
import nl.hartslag.shared.SkillId;
import nl.hartslag.testing.Accesses;
import nl.hartslag.testing.Handed;
import nl.hartslag.testing.HartslagTest;
import nl.hartslag.testing.MovableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@HartslagTest
@Import(RoutingWorld.class)
class WhyHereTest {
    @Autowired
    RoutingWorld world;

    @Autowired
    MovableClock clock;

    @Autowired
    Explanations explanations;

    @Autowired
    Overflow overflow;

    private BrandId brand;
    private Access anna;
    private Access leader;

    @BeforeEach
    void makeABrand() {
        world.rounds.stop();
        brand = world.aBrand();
        anna = world.anAgent(brand, Map.of());
        leader = world.someone(brand, Role.TEAM_LEADER, Optional.empty());
    }

    @AfterEach
    void goOn() {
        clock.run();
        world.rounds.start();
    }

    @Test
    void tellsWhoWasAskedWithWhatOutcomeAndHowTheOthersStood() {
        world.available(anna);
        Access bram = world.available(world.anAgent(brand, Map.of()));
        Access onBreak = world.available(world.anAgent(brand, Map.of()));
        world.routing.setPresence(onBreak, PresenceState.BREAK);
        ContactId chat = world.aChat(brand);
        clock.advance(Duration.ofSeconds(5));
        world.decline(anna);
        world.accept(bram);
        List<Step> steps = explanations.of(leader, chat).steps();
        assertThat(steps).extracting(Step::kind).containsExactly(StepKind.PLACED, StepKind.OFFERED, StepKind.OFFERED, StepKind.ASSIGNED);
        assertThat(steps).extracting(Step::why).containsExactly(null, "declined", "accepted", "offer");
        assertThat(steps.get(1)).satisfies(first -> {
            assertThat(first.person().user()).isEqualTo(anna.user());
            assertThat(first.way()).isEqualTo("contact");
            assertThat(first.score()).isBetween(50.0, 55.0);
            assertThat(people(first.others(), How.FREE)).containsExactly(bram.user().value());
            assertThat(people(first.others(), How.AWAY)).containsExactly(onBreak.user().value());
        });
        assertThat(people(steps.get(2).others(), How.PEACE)).containsExactly(anna.user().value());
        assertThat(steps.get(3).waitedSeconds()).isBetween(5L, 60L);
    }

    @Test
    void ofWhatWaitsItTellsHowEveryoneStandsNow() {
        SkillId french = world.aSkill();
        world.aQueue(brand, "push", Optional.empty(), Map.of(french, 3));
        Access full = world.available(world.anAgent(brand, Map.of(french, 3)));
        for (int i = 0; i < 3; i++) {
            world.aChat(brand);
            world.accept(full);
        }
        Access onBreak = world.available(world.anAgent(brand, Map.of(french, 5)));
        world.routing.setPresence(onBreak, PresenceState.BREAK);
        world.available(anna);
        ContactId waits = world.aChat(brand);
        assertThat(explanations.of(leader, waits).now()).satisfies(now -> {
            assertThat(now.people()).extracting(Group::how, Group::count).containsExactly(
                    org.assertj.core.groups.Tuple.tuple(How.FULL, 1),
                    org.assertj.core.groups.Tuple.tuple(How.AWAY, 1),
                    org.assertj.core.groups.Tuple.tuple(How.SKILLS, 1));
            assertThat(now.asked()).isNull();
            assertThat(now.ahead()).isZero();
        });
    }

    @Test
    void anAgentReadsHowManyButNotWhoExceptHimself() {
        world.available(anna);
        Access bram = world.available(world.anAgent(brand, Map.of()));
        ContactId chat = world.aChat(brand);
        world.decline(anna);
        Step asked = explanations.of(bram, chat).steps().get(1);
        assertThat(asked.person()).isEqualTo(new Somebody(null, null, false));
        assertThat(explanations.of(anna, chat).steps().get(1).person()).isEqualTo(new Somebody(anna.user(), "Agent", true));
        assertThat(explanations.of(anna, chat).steps().get(1).others()).singleElement().satisfies(group -> {
            assertThat(group.count()).isEqualTo(1);
            assertThat(group.people()).isEmpty();
        });
    }

    @Test
    void peopleOfAPartnerReadNoNamesOfOthers() {
        PartnerId partner = world.organisation.createPartner(Accesses.administrator(), "Partner " + UUID.randomUUID());
        world.aQueue(brand, "push", Optional.of(partner), Map.of());
        Access theirs = world.available(world.anAgent(brand, Map.of(), Optional.of(partner)));
        Access theirLeader = world.someone(brand, Role.PARTNER_MANAGER, Optional.of(partner));
        ContactId chat = world.aChat(brand);
        world.decline(theirs);
        world.available(anna);
        world.contacts.take(anna, chat);
        Explanation read = explanations.of(theirLeader, chat);
        assertThat(read.steps().get(1).person().user()).isEqualTo(theirs.user());
        assertThat(read.steps().getLast().person()).isEqualTo(new Somebody(null, null, false));
    }

    @Test
    void tellsWhetherItWasTakenAsTheNextOrChosen() {
        QueueId queue = world.aQueue(brand, "pull", Optional.empty(), Map.of());
        ContactId first = world.aMail(brand);
        ContactId second = world.aMail(brand);
        ContactId third = world.aMail(brand);
        assertThat(world.routing.takeNext(anna, Optional.of(queue))).contains(first);
        world.contacts.take(anna, third);
        assertThat(lastOf(first).why()).isEqualTo("next");
        assertThat(lastOf(first).score()).isBetween(50.0, 55.0);
        assertThat(lastOf(third).why()).isEqualTo("chosen");
        assertThat(explanations.of(leader, second).now().offered()).isFalse();
    }

    @Test
    void tellsWhatBroughtItBackAndForWhomItWasKept() {
        world.available(anna);
        ContactId mail = world.aMail(brand);
        world.accept(anna);
        Access off = world.anAgent(brand, Map.of());
        world.contacts.transfer(anna, mail, Handed.to(null, off.user(), "voor jou"));
        Explanation waits = explanations.of(leader, mail);
        assertThat(waits.steps().getLast()).satisfies(returned -> {
            assertThat(returned.kind()).isEqualTo(StepKind.RETURNED);
            assertThat(returned.why()).isEqualTo("transferred");
            assertThat(returned.person().user()).isEqualTo(anna.user());
            assertThat(returned.kept().person().user()).isEqualTo(off.user());
        });
        assertThat(waits.now().kept().person().user()).isEqualTo(off.user());
        world.available(off);
        world.accept(off);
        assertThat(lastOf(mail).why()).isEqualTo("offer");
    }

    @Test
    void tellsThatItStoodOut() {
        ContactId chat = world.aChat(brand);
        clock.advance(Duration.ofMinutes(6));
        overflow.fire(new TimerHandler.DueTimer("test", chat.toString(), clock.instant(), Map.of()));
        assertThat(lastOf(chat)).satisfies(step -> {
            assertThat(step.kind()).isEqualTo(StepKind.STOOD_OUT);
            assertThat(step.waitedSeconds()).isBetween(360L, 420L);
        });
    }

    @Test
    void whatOneMayNotSeeIsNotExplained() {
        ContactId chat = world.aChat(brand);
        Access stranger = world.someone(world.aBrand(), Role.TEAM_LEADER, Optional.empty());
        assertThatThrownBy(() -> explanations.of(stranger, chat)).hasMessageContaining("not-found");
    }

    private Step lastOf(ContactId contact) {
        return explanations.of(leader, contact).steps().getLast();
    }

    private static List<UUID> people(List<Group> groups, How how) {
        return groups.stream().filter(group -> group.how() == how).flatMap(group -> group.people().stream())
                .map(one -> one.user().value()).toList();
    }
}
