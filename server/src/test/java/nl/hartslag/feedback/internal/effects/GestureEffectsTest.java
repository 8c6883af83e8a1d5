package nl.hartslag.feedback.internal.effects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.hartslag.contacts.GestureSettings;
import nl.hartslag.contacts.GestureSettings.ChoiceDraft;
import nl.hartslag.contacts.GestureSettings.Kind;
import nl.hartslag.contacts.GestureSettings.Mandate;
import nl.hartslag.contacts.GestureSettings.Terms;
import nl.hartslag.contacts.Gestures;
import nl.hartslag.contacts.Gestures.Gesture;
import nl.hartslag.contacts.Gestures.NewGesture;
import nl.hartslag.customers.Customers.Customer;
import nl.hartslag.feedback.AskingOutcome;
import nl.hartslag.feedback.GestureEffects;
import nl.hartslag.feedback.GestureEffects.Effect;
import nl.hartslag.feedback.PastAsking;
import nl.hartslag.feedback.internal.FeedbackWorld;
import nl.hartslag.feedback.internal.FeedbackWorld.Solved;
import nl.hartslag.people.Role;
import nl.hartslag.platform.problem.Problem;
import nl.hartslag.platform.security.Access;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.GestureChoiceId;
import nl.hartslag.testing.Accesses;
import nl.hartslag.testing.HartslagTest;
import nl.hartslag.testing.MovableClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@HartslagTest
@Import(FeedbackWorld.class)
class GestureEffectsTest {
    @Autowired FeedbackWorld world;
    @Autowired Gestures gestures;
    @Autowired GestureSettings settings;
    @Autowired GestureEffects effects;
    @Autowired MovableClock clock;
    private BrandId brand;
    private Access agent;
    private GestureChoiceId flowers;
    private Customer customer;

    @BeforeEach
    void anAgentWhoGives() {
        brand = world.aBrand();
        agent = world.anAgent(brand);
        flowers = settings.create(Accesses.administrator(brand), brand, new ChoiceDraft(Kind.FLOWERS, "Bloemen", "Flowers", 2_000, false, "Bloemen!", "Flowers!", false));
        settings.setTerms(Accesses.administrator(brand), brand, new Terms("EUR", List.of(new Mandate(Role.AGENT, 5_000)), List.of(), 0));
        customer = world.aCustomer(brand);
    }

    @Test
    void theLastAnswerBeforeAndTheFirstAfterStandSideBySide() {
        answered(customer, 8, Duration.ofDays(-40));
        answered(customer, 4, Duration.ofDays(-2));
        Gesture given = give(customer);
        assertThat(effects.of(agent, given.id())).satisfies(so -> {
            assertThat(so.before().score()).isEqualTo(4);
            assertThat(so.after()).isNull();
        });
        answered(customer, 7, Duration.ofDays(9));
        answered(customer, 9, Duration.ofDays(3));
        assertThat(effects.of(agent, given.id()).after().score()).as("the first, however answers come in").isEqualTo(9);
    }

    @Test
    void whatWasTakenBackHasNoEffect() {
        answered(customer, 4, Duration.ofDays(-2));
        Gesture given = give(customer);
        gestures.withdraw(agent, given.id());
        Effect none = effects.of(agent, given.id());
        assertThat(none.before()).isNull();
        assertThat(none.same().n()).isZero();
    }

    @Test
    void theMeanOfAllWhoGotTheSameIsAbsentBelowTen() {
        Gesture last = beforeAndAfter(5, 9);
        for (int i = 0; i < 8; i++) beforeAndAfter(5, 9);
        assertThat(effects.of(agent, last.id()).same()).isEqualTo(new GestureEffects.OfSame(9, null, null));
        Access manager = world.someone(brand, Role.MANAGER, Optional.empty());
        beforeAndAfter(0, 4);
        assertThat(effects.of(manager, last.id()).same()).isEqualTo(new GestureEffects.OfSame(10, 4.5, 8.5));
    }

    @Test
    void whoMayNotSeeTheGestureSeesNoEffect() {
        Gesture given = give(customer);
        assertThatThrownBy(() -> effects.of(world.anAgent(brand), given.id())).isInstanceOf(Problem.class).hasMessage("gestures/not-found");
    }

    private Gesture beforeAndAfter(int before, int after) {
        Customer one = world.aCustomer(brand);
        answered(one, before, Duration.ofDays(-2));
        Gesture given = give(one);
        answered(one, after, Duration.ofDays(2));
        return given;
    }

    private Gesture give(Customer to) {
        Solved solved = world.solvedCase(agent, to);
        return gestures.give(agent, solved.conversation(), new NewGesture(flowers, null, "Omdat het kan", false, UUID.randomUUID().toString()));
    }

    private void answered(Customer who, int score, Duration when) {
        Solved solved = world.solvedCase(agent, who);
        Instant at = clock.instant().plus(when);
        world.feedback.importPast(List.of(new PastAsking(brand, Optional.empty(), solved.caseId(), at.minusSeconds(60), who.id(), null, AskingOutcome.SAMPLED, 1.0,
                Optional.of(new PastAsking.Invitation(solved.contact(), solved.conversation(), agent.user(), null, "post", "NL", "nl", at.minusSeconds(30),
                        Optional.of(new PastAsking.Answer(score, null, null, at, Optional.empty())))))));
    }
}
