package nl.hartslag.contacts.internal;

import static nl.hartslag.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.hartslag.contacts.CaseState;
import nl.hartslag.contacts.Cases;
import nl.hartslag.contacts.Cases.CaseChange;
import nl.hartslag.contacts.Contacts;
import nl.hartslag.contacts.InboundMessage;
import nl.hartslag.contacts.MessageView;
import nl.hartslag.contacts.Received;
import nl.hartslag.contacts.Registration;
import nl.hartslag.contacts.SameCase;
import nl.hartslag.contacts.SameCase.Mode;
import nl.hartslag.customers.Customers;
import nl.hartslag.customers.Customers.IdentityKind;
import nl.hartslag.customers.Customers.IncomingOrder;
import nl.hartslag.customers.Customers.Line;
import nl.hartslag.platform.security.Access;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.CaseId;
import nl.hartslag.shared.ContactId;
import nl.hartslag.shared.ReasonId;
import nl.hartslag.testing.Accesses;
import nl.hartslag.testing.HartslagTest;
import nl.hartslag.testing.MovableClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@HartslagTest
@Import(Work.class)
class AttachingTest {
    @Autowired SameCase sameCase;
    @Autowired Cases cases;
    @Autowired Contacts contacts;
    @Autowired Customers customers;
    @Autowired Work work;
    @Autowired MovableClock clock;
    private BrandId brand;
    private Access admin;
    private Access noor;
    private ReasonId reason;
    private String address;
    private String order;
    private Received before;

    @BeforeEach
    void aCustomerWithAnOpenCaseAboutAnOrder() {
        brand = work.aBrand();
        admin = Accesses.administrator(brand);
        noor = work.anAgent(brand);
        reason = work.aReason(brand);
        address = UUID.randomUUID() + "@home.example";
        order = "AT-" + UUID.randomUUID().toString().substring(0, 8);
        customers.storeOrder(brand, new IncomingOrder(order, address, "Klant", "nl", "NL", clock.instant(), "placed", "paid", 1_000, "EUR",
                null, null, null, null, null, List.of(new Line("sku", "Lamp", 1, 1_000))));
        sameCase.choose(admin, brand, Mode.ATTACH, 0);
        before = writes("Waar blijft " + order + "?", null);
        register(before);
        clock.advance(Duration.ofMinutes(1));
    }

    @Test
    void whatIsRegisteredForTheSameReasonAndNamesTheSameOrderJoinsTheOpenCaseByItself() {
        Received later = writes("Nog steeds geen " + order.toLowerCase(), null);
        register(later);
        joined(later);
        assertThat(changes()).singleElement().satisfies(change -> {
            assertThat(change.byRule()).isTrue();
            assertThat(change.kind()).isEqualTo(Cases.Kind.MERGED);
        });
        assertThat(contacts.messages(noor, later.conversation(), 0, 20)).extracting(MessageView::text).anyMatch(line -> line.startsWith("case.merged "));
    }

    @Test
    void aReasonThatTheCustomerChoseIsEnough() {
        Received later = writes("En " + order + "?", reason);
        joined(later);
    }

    @Test
    void whatWasTakenBackStaysTakenBack() {
        Received later = writes("Over " + order, reason);
        joined(later);
        cases.undo(noor, changes().getFirst().id());
        register(later);
        otherWorkIsDone();
        assertThat(caseOf(later)).isEqualTo(later.caseId());
    }

    @Test
    void whatSomebodyTookOutOfTheCaseStaysOut() {
        Received later = writes("Over " + order, reason);
        joined(later);
        cases.takeOut(noor, before.caseId(), new Cases.TakingOut(List.of(later.contact()), Optional.empty(), null, CaseState.OPEN, null, "k"));
        CaseId ofItsOwn = caseOf(later);
        register(later);
        otherWorkIsDone();
        assertThat(caseOf(later)).isEqualTo(ofItsOwn).isNotEqualTo(before.caseId());
    }

    @Test
    void aCaseWithOtherConversationsStaysAsPeopleMadeIt() {
        Received about = writes("Over " + order, null);
        Received aside = writes("Iets anders", null);
        cases.merge(noor, about.caseId(), new Cases.Joining(aside.caseId(), null, "k"));
        register(about);
        register(aside);
        otherWorkIsDone();
        assertThat(List.of(caseOf(about), caseOf(aside))).containsOnly(aside.caseId());
    }

    @Test
    void anotherReasonAnotherOrderOrASolvedCaseStaysByItself() {
        Received otherReason = writes("Over " + order, work.aReason(brand));
        Received noOrder = writes("Over mijn bestelling", reason);
        work.wrapUp(noor, take(before), reason, CaseState.SOLVED);
        Received afterwards = writes("Toch nog iets over " + order, reason);
        otherWorkIsDone();
        assertThat(caseOf(otherReason)).isEqualTo(otherReason.caseId());
        assertThat(caseOf(noOrder)).isEqualTo(noOrder.caseId());
        assertThat(caseOf(afterwards)).isEqualTo(afterwards.caseId());
    }

    @Test
    void aBrandThatOnlySuggestsJoinsNothingAndOfTwoWhoChooseTheSecondHearsIt() {
        sameCase.choose(admin, brand, Mode.SUGGEST, 1);
        assertThatThrownBy(() -> sameCase.choose(admin, brand, Mode.OFF, 1)).hasMessage("same-case/changed");
        assertThatThrownBy(() -> sameCase.choose(noor, brand, Mode.OFF, 2)).hasMessage("access/denied");
        assertThat(sameCase.of(noor, brand).mode()).isEqualTo(Mode.SUGGEST);
        Received later = writes("Over " + order, reason);
        otherWorkIsDone();
        assertThat(caseOf(later)).isEqualTo(later.caseId());
    }

    /** Timers fire in the order of their moment: once another customer's has fired, so has what came before. */
    private void otherWorkIsDone() {
        BrandId other = work.aBrand();
        sameCase.choose(Accesses.administrator(other), other, Mode.ATTACH, 0);
        String elsewhere = UUID.randomUUID() + "@home.example";
        String number = "EL-" + UUID.randomUUID().toString().substring(0, 8);
        customers.storeOrder(other, new IncomingOrder(number, elsewhere, "Klant", "nl", "NL", clock.instant(), "placed", "paid", 1_000, "EUR",
                null, null, null, null, null, List.of(new Line("sku", "Lamp", 1, 1_000))));
        ReasonId theirs = work.aReason(other);
        Received one = writes(other, elsewhere, number, theirs);
        clock.advance(Duration.ofSeconds(1));
        Received two = writes(other, elsewhere, number, theirs);
        eventually(() -> caseOf(two).equals(one.caseId()));
    }

    private void joined(Received later) {
        eventually(() -> caseOf(later).equals(before.caseId()));
    }

    private List<CaseChange> changes() {
        return cases.page(noor, before.caseId(), 100).changes();
    }

    private CaseId caseOf(Received received) {
        return contacts.contactOf(received.contact()).caseId();
    }

    private void register(Received received) {
        contacts.register(noor, received.contact(), new Registration(reason, null, null));
    }

    private ContactId take(Received received) {
        contacts.take(noor, received.contact());
        return received.contact();
    }

    private Received writes(String text, ReasonId chosen) {
        return writes(brand, address, text, chosen);
    }

    private Received writes(BrandId whose, String from, String text, ReasonId chosen) {
        var customer = customers.recognise(whose, IdentityKind.EMAIL, from, "Klant", "nl");
        return contacts.receive(new InboundMessage(
                Optional.empty(), whose, customer.id(), "Klant", Work.CHANNEL, "mail", null, null, null, null, UUID.randomUUID().toString(), clock.instant(),
                "Vraag", "nl", text, null, null, null, false, false, true, Optional.ofNullable(chosen), List.of(from), List.of()));
    }
}
